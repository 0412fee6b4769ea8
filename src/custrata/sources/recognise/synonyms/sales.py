"""What columns are called in tables of customers, people, sales, products and contracts."""

from __future__ import annotations

from custrata.sources.recognise.synonyms.ids import (
    CATEGORY,
    CHANNEL,
    CUSTOMER,
    CUSTOMER_KEY,
    EMAIL,
    ORDER,
    PRODUCT,
    PRODUCT_NAME,
    QUANTITY,
)

SALES: dict[str, dict[str, str]] = {
    "customers": {
        "customer_id": CUSTOMER_KEY,
        "name": (
            "customer name, account name, company name, client name, full name, kundenname, firma, "
            "firmenname, nom, raison sociale, nombre, name; customer, client, company, organization, "
            "organisation; contact name"
        ),
        "kind": "customer type, account kind, kind, kundenart",
        "parent_id": (
            "parent id, parent account id, parent account, parent, subsidiary of, parent company, parent "
            "customer id"
        ),
        "acquired_on": (
            "acquired on, signup date, sign up date, registration date, registered on, customer since, "
            "client since, date customer, join date, joined on, joined, enrollment date, first order "
            "date, anmeldedatum, kunde seit, angelegt am, anlagedatum, date inscription, fecha alta, "
            "member since; created date, "
            "created at, create date, date created, account created, created"
        ),
        "acquisition_channel": (
            "acquisition channel, acquisition source, referral source, lead source, account source, "
            "original source, how heard, source, signup source, utm source, registered via, marketing "
            "channel, analytics source, first touch channel"
        ),
        "country": (
            "country, billing country, country code, land, pays, pais, country region, shipping country, "
            "customer country, nation"
        ),
        "region": (
            "region, sales region, territory, region name; state, billing state, province, bundesland, "
            "state region, county, office location, customer state"
        ),
        "industry": "industry, sector, vertical, branche, secteur, business type, industry name",
        "employees": (
            "employees, number of employees, employee count, headcount, mitarbeiter, company size, "
            "effectif, empleados"
        ),
        "owner": (
            "owner, account owner, account manager, sales rep, owner id, customer success manager, csm, "
            "support rep id, owner name, company owner, betreuer, sales agent"
        ),
        "reported_revenue": (
            "total revenue, lifetime revenue; total spend, total spent, amount spent, lifetime value to "
            "date, total sales, total charges, monetary value, gesamtumsatz, umsatz gesamt, chiffre "
            "affaires, total purchases amount, total order value; spend, history, umsatz, annual spend, "
            "total amount"
        ),
    },
    "people": {
        "person_id": "person id, contact id, user id, lead id, record id, id, employee id, member id",
        "customer_id": (
            "account id, customer id, company id, associated company id, client id, organization id, "
            "account name, company name, associated company, company, account"
        ),
        "name": "full name, name, contact name",
        "email": EMAIL,
        "phone": (
            "phone, phone number, mobile, mobile phone, telephone, telefon, telefono, mobile phone number"
        ),
        "role": "role, job title, title, position, funktion, job role",
        "pays": (
            "pays, payer, billing contact, invoice contact, is payer, is billing contact, zahlt, "
            "rechnungsempfaenger"
        ),
        "uses": "uses, product user, end user, is user, is product user, licensed user, nutzer",
        "consents": (
            "consent, opt in, opted in, marketing consent, email opt in, marketing opt in, accepts "
            "marketing, email marketing consent, newsletter"
        ),
    },
    "transactions": {
        "transaction_id": (
            "transaction id, line id, row id, order line id, order item id, invoice line id, line item "
            "id, payment id, charge id, sale id, sales id, id, order detail id, receipt line, "
            "positionsnummer, entry id, index"
        ),
        "customer_id": CUSTOMER,
        "occurred_at": (
            "transaction date, transaction time, order date, invoice date, purchase date, sale date, "
            "sales date, order time, purchase time, order purchase time, occurred at, ordered at, "
            "processed at, bestelldatum, rechnungsdatum, kaufdatum, belegdatum, buchungsdatum, date "
            "commande, date facture, date achat, fecha pedido, fecha compra, fecha factura, fecha, t "
            "date, donation date, visit date; order created at, created at, created, create date, created"
            " date, date, day, datum, time, date time, paid at, payment date; date key, period, month"
        ),
        "amount": (
            "net amount, net sales, net total, nettobetrag, netto, nettoumsatz, zeilenbetrag, "
            "zeilenbetrag netto, positionsbetrag, positionswert, betrag netto, umsatz netto, net revenue, "
            "line total, "
            "line amount, extended price, sales value, line value, montant ht, importe neto, extended "
            "amount; sales, revenue, amount, sales amount, order amount, total sales, transaction amount,"
            " purchase amount, order value, order total, total price, total amount, invoice amount, "
            "invoice total, amount paid, sale amount, umsatz, betrag, montant, importe, monto, dollar "
            "value, payment value, monetary value, price paid, total paid, spend, item total; subtotal, net "
            "subtotal; total, grand total, value, gross amount, gross sales, bruttobetrag, brutto, "
            "gesamtbetrag, summe, montant ttc, total ttc, total revenue, donation, wert; price"
        ),
        "currency": "currency, currency code, waehrung, devise, moneda, order currency",
        "order_id": ORDER,
        "product_id": PRODUCT,
        "quantity": QUANTITY,
        "cost": (
            "cost, cost of goods, cogs, cost amount, total cost, line cost, kosten, wareneinsatz, cout, "
            "coste, costo, standard cost total"
        ),
        "channel": CHANNEL,
        "campaign_id": "campaign id, campaign, utm campaign, kampagne",
        "due_on": (
            "due date, due on, payment due, faelligkeit, faellig am, date echeance, vencimiento, required"
            " date"
        ),
        "paid_on": "paid on, paid date, date paid, zahlungsdatum, bezahlt am, settled date",
    },
    "products": {
        "product_id": PRODUCT + "; id, key, number, nummer, code",
        "name": PRODUCT_NAME,
        "category": CATEGORY,
        "unit_cost": (
            "unit cost, cost, cost price, standard cost, einkaufspreis, ek preis, prix achat, coste "
            "unitario, cost per item"
        ),
    },
    "subscriptions": {
        "subscription_id": (
            "subscription id, contract id, contract number, vertragsnummer, subscription number, id, "
            "policy number, membership id"
        ),
        "customer_id": CUSTOMER,
        "started_on": (
            "start date, started on, started at, subscription start, subscription start date, contract "
            "start, contract start date, current period start, start, begin date, vertragsbeginn, date "
            "debut, fecha inicio, effective date, activation date, start time"
        ),
        "mrr": (
            "mrr, mrr amount, monthly recurring revenue, monthly revenue, monthly charge, monthly "
            "charges, monthly fee, monthly price, monthly amount, monatsbetrag, monatlicher betrag, "
            "abonnement mensuel, cuota mensual, recurring revenue"
        ),
        "ended_on": (
            "end date, ended on, ended at, subscription end, cancelled at, canceled at, cancellation "
            "date, contract end, churn date, end, vertragsende, date fin, fecha fin, termination date, "
            "expiration date, canceled at"
        ),
        "plan": (
            "plan, plan tier, plan name, contract, contract type, subscription type, tarif, product name,"
            " plan type, tier, license, package, plan id"
        ),
        "seats": "seats, licences, licenses, number of seats, quantity, users",
        "currency": "currency, currency code, waehrung, devise, moneda",
        "renews_on": "renewal date, renews on, next renewal, current period end, verlaengerung",
        "end_reason": (
            "churn reason, cancellation reason, end reason, kuendigungsgrund, reason code, cancel reason"
        ),
    },
}
