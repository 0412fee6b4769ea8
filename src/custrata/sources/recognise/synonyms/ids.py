"""What ids and columns of several tables are called."""

from __future__ import annotations

_CUSTOMER_IDS = (
    "customer id, customer number, customer code, customer key, client id, kunde id, kundennummer, "
    "kunde nummer, kundennr, kdnr, debitor, debitorennummer, debitornummer, debitorennr, mandantennummer, "
    "client number, numero client, code client, "
    "cliente id, id cliente, id client, numero cliente, codigo cliente, shopper id, household id, "
    "household key, buyer id, custid, account id, account number, company id, organization id, "
    "organisation id, customer unique id, associated company id, consumer id, subscriber id, patient id, "
    "guest id, donor id, member id, membership number, store customer id; user id, userid, visitor id, "
    "contact id, player id, msno, lead id; anonymous id"
)
_CUSTOMER_NAMES = (
    "customer, client, account, kunde, cliente, user, household, buyer, company, member; customer email, "
    "email, email address, e mail; account name, customer name, company name, kundenname, billing name; "
    "respondent id, resp id, respondent; person id, rec id, unique id"
)
CUSTOMER = f"{_CUSTOMER_IDS}; {_CUSTOMER_NAMES}"
"""What names a customer anywhere."""

CUSTOMER_KEY = f"{_CUSTOMER_IDS}; id, record id, key, number, nummer, numero, code; {_CUSTOMER_NAMES}"
"""What names a customer in a table of customers, where a bare id is theirs."""

ORDER = (
    "order id, order number, invoice number, invoice id, invoice, basket id, transaction number, "
    "receipt id, receipt number, bestellnummer, bestellnr,"
    " bestell id, auftragsnummer, auftragsnr, rechnungsnummer, rechnungsnr, belegnummer, belegnr, beleg, "
    "numero commande, id commande, numero "
    "facture, pedido id, id pedido, numero pedido,"
    " numero factura, checkout id, cart id, sales order, bill number, order, order name"
)
PRODUCT = (
    "product id, product code, sku, item id, item number, item code, stock code, article id, article "
    "number, artikelnummer, artikel id,"
    " artikelnr, referencia, code article, id producto, codigo producto, produit id, upc, ean, asin, "
    "track id, lineitem sku, material,"
    " material number, variant id; product, item, article, artikel, produit, producto, product name, "
    "item name, lineitem name, product purchased, artikelbezeichnung"
)
QUANTITY = (
    "quantity, units, units sold, order quantity, ordered quantity, menge, anzahl, quantite, "
    "cantidad, lineitem quantity, item quantity,"
    " number of items, count of items, number of cds, pieces, stueck, volume, quantity ordered"
)
EMAIL = "email, email address, e mail, customer email, mail, courriel, correo, e mail adresse, mailadresse"
CHANNEL = (
    "channel, sales channel, kanal, source channel, canal, order channel, source, medium, ticket channel,"
    " source name"
)
PRODUCT_NAME = (
    "product name, item name, description, product description, title, name, bezeichnung, "
    "artikelbezeichnung, designation, nombre, lineitem name, product title; product, item"
)
CATEGORY = (
    "category, product category, product category name, department, product group, kategorie, "
    "warengruppe, categorie, categoria, product type,"
    " series, item category, sub category, subcategory, genre, family, family code, commodity desc; "
    "genre id, category id, product category id"
)
