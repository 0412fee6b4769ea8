"""What columns are called, by canonical table and column: tiers separated by ``;``, names within a tier by ``,``.

Names are matched after ``names.words`` has taken them apart, so case, blanks, underscores and short forms do not matter.
Names in an earlier tier are meant more surely; two columns matched in one tier are of equal standing.
"""

from __future__ import annotations

from functools import cache

from custrata.sources.recognise.names import words

CUSTOMER = (
    "customer id, customer number, customer code, customer key, client id, kunde id, kundennummer, kunde nummer, debitor,"
    " debitorennummer, debitornummer, client number, numero client, code client, cliente id, id cliente, id client, numero cliente,"
    " codigo cliente, shopper id, household id, household key, buyer id, custid, account id, account number, company id, organization id,"
    " organisation id, customer unique id, associated company id, consumer id, subscriber id, patient id, guest id, donor id, member id,"
    " membership number, store customer id; user id, userid, visitor id, anonymous id, contact id, player id, msno, lead id;"
    " customer, client, account, kunde, cliente, user, household, buyer, company, member; customer email, email, email address, e mail;"
    " account name, customer name, company name, kundenname, billing name; respondent id, resp id, respondent; person id, rec id, unique id"
)
ORDER = (
    "order id, order number, invoice number, invoice id, invoice, basket id, transaction number, receipt id, receipt number, bestellnummer,"
    " bestell id, auftragsnummer, rechnungsnummer, belegnummer, numero commande, id commande, numero facture, pedido id, id pedido, numero pedido,"
    " numero factura, checkout id, cart id, sales order, bill number, order, order name"
)
PRODUCT = (
    "product id, product code, sku, item id, item number, item code, stock code, article id, article number, artikelnummer, artikel id,"
    " artikelnr, referencia, code article, id producto, codigo producto, produit id, upc, ean, asin, track id, lineitem sku, material,"
    " material number, variant id; product, item, article, artikel, produit, producto, product name, item name, lineitem name, product purchased"
)
_QUANTITY = (
    "quantity, units, units sold, order quantity, ordered quantity, menge, anzahl, quantite, cantidad, lineitem quantity, item quantity,"
    " number of items, count of items, number of cds, pieces, stueck, volume, quantity ordered"
)
_EMAIL = "email, email address, e mail, customer email, mail, courriel, correo, e mail adresse"
_CHANNEL = "channel, sales channel, kanal, source channel, canal, order channel, source, medium, ticket channel, source name"
_PRODUCT_NAME = "product name, item name, description, product description, title, name, bezeichnung, artikelbezeichnung, designation, nombre, lineitem name, product title; product, item"
_CATEGORY = (
    "category, product category, product category name, department, product group, kategorie, warengruppe, categorie, categoria, product type,"
    " series, item category, sub category, subcategory, genre, family, family code, genre id, commodity desc"
)

_SYNONYMS: dict[str, dict[str, str]] = {
    "customers": {
        "customer_id": CUSTOMER + "; id, key, number, nummer, numero, code",
        "name": "customer name, account name, company name, client name, full name, kundenname, firma, firmenname, nom, raison sociale, nombre, name; customer, client, company, organization, organisation; contact name",
        "kind": "customer type, account kind, kind, kundenart",
        "parent_id": "parent id, parent account id, parent account, parent, subsidiary of, parent company, parent customer id",
        "acquired_on": "acquired on, signup date, sign up date, registration date, registered on, customer since, client since, date customer, join date, joined on, joined, enrollment date, first order date, anmeldedatum, kunde seit, date inscription, fecha alta, member since; created date, created at, create date, date created, account created, created",
        "acquisition_channel": "acquisition channel, acquisition source, referral source, lead source, account source, original source, how heard, source, signup source, utm source, registered via, marketing channel, analytics source, first touch channel",
        "country": "country, billing country, country code, land, pays, pais, country region, shipping country, customer country, nation",
        "region": "region, sales region, territory, region name; state, billing state, province, bundesland, state region, county, office location, customer state",
        "industry": "industry, sector, vertical, branche, secteur, business type, industry name",
        "employees": "employees, number of employees, employee count, headcount, mitarbeiter, company size, effectif, empleados",
        "owner": "owner, account owner, account manager, sales rep, owner id, customer success manager, csm, support rep id, owner name, company owner, betreuer, sales agent",
        "reported_revenue": "total revenue, lifetime revenue; total spend, total spent, amount spent, lifetime value to date, total sales, total charges, monetary value, gesamtumsatz, umsatz gesamt, chiffre affaires, total purchases amount, total order value; spend, history, umsatz, annual spend, total amount",
    },
    "people": {
        "person_id": "person id, contact id, user id, lead id, record id, id, employee id, member id",
        "customer_id": "account id, customer id, company id, associated company id, client id, organization id, account name, company name, associated company, company, account",
        "name": "full name, name, contact name",
        "email": _EMAIL,
        "phone": "phone, phone number, mobile, mobile phone, telephone, telefon, telefono, mobile phone number",
        "role": "role, job title, title, position, funktion, job role",
        "pays": "pays, payer, billing contact, invoice contact, is payer, is billing contact, zahlt, rechnungsempfaenger",
        "uses": "uses, product user, end user, is user, is product user, licensed user, nutzer",
        "consents": "consent, opt in, opted in, marketing consent, email opt in, marketing opt in, accepts marketing, email marketing consent, newsletter",
    },
    "transactions": {
        "transaction_id": "transaction id, line id, row id, order line id, order item id, invoice line id, line item id, payment id, charge id, sale id, sales id, id, order detail id, receipt line, positionsnummer, entry id, index",
        "customer_id": CUSTOMER,
        "occurred_at": "transaction date, transaction time, order date, invoice date, purchase date, sale date, sales date, order time, purchase time, order purchase time, occurred at, ordered at, processed at, bestelldatum, rechnungsdatum, kaufdatum, belegdatum, buchungsdatum, date commande, date facture, date achat, fecha pedido, fecha compra, fecha factura, fecha, t date, donation date, visit date; order created at, created at, created, create date, created date, date, day, datum, time, date time, paid at, payment date; date key, period, month",
        "amount": "net amount, net sales, net total, nettobetrag, netto, nettoumsatz, net revenue, line total, line amount, extended price, sales value, line value, montant ht, importe neto, extended amount; sales, revenue, amount, sales amount, order amount, total sales, transaction amount, purchase amount, order value, order total, total price, total amount, invoice amount, invoice total, amount paid, sale amount, umsatz, betrag, montant, importe, monto, dollar value, payment value, monetary value, price paid, total paid, spend, item total; total, subtotal, grand total, value, gross amount, gross sales, bruttobetrag, brutto, gesamtbetrag, summe, montant ttc, total ttc, total revenue, donation, wert; price",
        "currency": "currency, currency code, waehrung, devise, moneda, order currency",
        "order_id": ORDER,
        "product_id": PRODUCT,
        "quantity": _QUANTITY,
        "cost": "cost, cost of goods, cogs, cost amount, total cost, line cost, kosten, wareneinsatz, cout, coste, costo, standard cost total",
        "channel": _CHANNEL,
        "campaign_id": "campaign id, campaign, utm campaign, kampagne",
        "due_on": "due date, due on, payment due, faelligkeit, faellig am, date echeance, vencimiento, required date",
        "paid_on": "paid on, paid date, date paid, zahlungsdatum, bezahlt am, settled date",
    },
    "products": {
        "product_id": PRODUCT + "; id, key, number, nummer, code",
        "name": _PRODUCT_NAME,
        "category": _CATEGORY,
        "unit_cost": "unit cost, cost, cost price, standard cost, einkaufspreis, ek preis, prix achat, coste unitario, cost per item",
    },
    "subscriptions": {
        "subscription_id": "subscription id, contract id, contract number, vertragsnummer, subscription number, id, policy number, membership id",
        "customer_id": CUSTOMER,
        "started_on": "start date, started on, started at, subscription start, subscription start date, contract start, contract start date, current period start, start, begin date, vertragsbeginn, date debut, fecha inicio, effective date, activation date, start time",
        "mrr": "mrr, mrr amount, monthly recurring revenue, monthly revenue, monthly charge, monthly charges, monthly fee, monthly price, monthly amount, monatsbetrag, monatlicher betrag, abonnement mensuel, cuota mensual, recurring revenue",
        "ended_on": "end date, ended on, ended at, subscription end, cancelled at, canceled at, cancellation date, contract end, churn date, end, vertragsende, date fin, fecha fin, termination date, expiration date, canceled at",
        "plan": "plan, plan tier, plan name, contract, contract type, subscription type, tarif, product name, plan type, tier, license, package, plan id",
        "seats": "seats, licences, licenses, number of seats, quantity, users",
        "currency": "currency, currency code, waehrung, devise, moneda",
        "renews_on": "renewal date, renews on, next renewal, current period end, verlaengerung",
        "end_reason": "churn reason, cancellation reason, end reason, kuendigungsgrund, reason code, cancel reason",
    },
    "usage": {
        "customer_id": CUSTOMER,
        "occurred_at": "event time, occurred at, usage date, sent at, received at, original time, event date, login date, activity date, session start, time, date, created at, timestamp, day, visit time",
        "event": "event, event name, event type, action, activity, ereignis, evenement, evento, activity type; event text",
        "feature": "feature, feature name, module, screen, page, object",
        "quantity": "usage count, count, quantity, events, sessions, logins, duration, number of uses",
        "person_id": "user id, person id, contact id, anonymous id",
    },
    "tickets": {
        "ticket_id": "ticket id, ticket number, case id, case number, issue id, incident id, request id, ticketnummer, numero ticket, conversation id, ticket, id",
        "customer_id": CUSTOMER + ", requester id, requester email, requester, caller id",
        "opened_at": "opened at, created at, submitted at, open date, created, creation date, created date, date opened, date time opened, reported date, eroeffnet am, date creation, fecha creacion, opened date, ticket created, date of ticket, time time, start time, open time; time, date",
        "first_response_at": "first response at, first response time, first reply at, first responded at, first response date",
        "resolved_at": "resolved at, closed at, closed date, resolution date, date closed, solved at, resolved date, time to resolution, geschlossen am, date time closed, end time, date resolution",
        "channel": "ticket channel, channel, origin, case origin, contact channel, via, kanal, source",
        "category": "ticket type, category, type, issue type, topic, subject area, reason, case reason, kategorie, product area, service type, contact reason",
        "priority": "ticket priority, priority, severity, urgency, seriousness, prioritaet, priorite, prioridad",
        "minutes": "handle time minutes, minutes spent, handling minutes, work minutes, time spent minutes, agent minutes, handle time",
        "effort": "effort, effort score, customer effort score, customer effort",
        "subject": "ticket subject, subject, title, summary, betreff, sujet, asunto",
        "text": "ticket description, description, body, message, content, text, complaint, beschreibung, comment",
    },
    "feedback": {
        "feedback_id": "feedback id, response id, review id, answer id, survey id, id, respondent id, resp id",
        "answered_at": "answered at, response date, review date, survey date, recorded date, submitted at, end date, completed at, created at, date, time, review time, answer date, review creation date, review answer time",
        "customer_id": CUSTOMER,
        "person_id": "respondent contact id; respondent person id; contact id, person id, user id",
        "question": "question, question text, item, frage",
        "rating": "rating, score, nps, nps score, csat, csat score, ces, stars, star rating, review score, satisfaction, satisfaction score, overall satisfaction, bewertung, note, calificacion, likelihood to recommend, overall, overall rating, customer satisfaction rating",
        "text": "review, review text, comment, comments, feedback, feedback text, text, verbatim, body, review body, review comment message, free text, kommentar, answer text, response text, reviews, content, message",
    },
    "campaigns": {
        "campaign_id": "campaign id, campaign code, kampagne id, id, campaign name, campaign",
        "name": "campaign name, name, title, campaign title",
        "channel": "campaign type, channel, type, medium, campaign channel",
        "started_on": "start date, started on, start, launch date, campaign start, sent date, date",
        "ended_on": "end date, ended on, end, campaign end",
        "budget": "budget, planned budget, spend, cost, actual cost, budgeted cost",
        "randomised": "randomised, randomized, random",
    },
    "touches": {
        "customer_id": CUSTOMER,
        "campaign_id": "campaign id, campaign, campaign name, email campaign id, kampagne",
        "occurred_at": "sent at, sent date, touch date, contact date, member first associated date, first associated date, date added, added at, redemption date, opened at, clicked at, date, time, occurred at, exposure date, created at",
        "channel": _CHANNEL,
        "arm": "arm, group, treatment, variant, test group, treatment group, ab group, experiment group",
        "kind": "kind, touch type, event type, member status, campaign member status, status, response type, action",
        "cost": "cost, contact cost",
    },
    "opportunities": {
        "opportunity_id": "opportunity id, deal id, record id, opportunity number, opportunity key, opportunity, deal name, opportunity name, id",
        "customer_id": "account id, account name, account, company, company id, associated company, associated company id, customer id, customer, customer name, client, company name, kunde",
        "created_on": "created on, created date, create date, engage date, open date, opened date, date created, created at, created, start date, erstellt am",
        "stage": "stage, deal stage, stage name, opportunity stage, pipeline stage, status, phase, opportunity status",
        "amount": "amount, deal value, close value, deal amount, opportunity amount, value, expected revenue, acv, tcv, deal size, arr, annual contract value, betrag",
        "closed_on": "close date, closed date, closed on, closed at, close day, won date, abschlussdatum, expected close date",
        "won": "won, is won, is closed won, outcome, result",
        "reason": "closed lost reason, loss reason, lost reason, reason, win reason, closed won reason",
        "competitor": "competitor, competitors, lost to, main competitor",
        "kind": "opportunity type, deal type, type, opportunity kind",
        "product_id": PRODUCT,
        "owner": "opportunity owner, deal owner, owner, sales agent, sales rep, owner name, owner id, account executive, salesperson",
    },
    "referrals": {
        "referrer_id": "referrer id, referrer, referrer customer id, referrer account id, referring customer id, referring account id, referring client id, referred by, inviter id, advocate id",
        "referred_id": "referred id, referred, referred customer id, referred account id, referred client id, invitee id, referee id, friend id, new customer id",
        "occurred_on": "referral date, date, occurred on, created at, referred on",
    },
    "costs": {
        "driver": "driver, cost driver, cost type, activity, cost category, kostenart",
        "period": "period, month, date, cost date, monat",
        "amount": "amount, cost, total cost, cost amount, kosten, betrag",
        "customer_id": CUSTOMER,
        "quantity": "quantity, units, driver units, volume, count",
    },
    "spend": {
        "channel": "channel, marketing channel, medium, source, platform, kanal",
        "period": "period, month, date, week, monat, day",
        "amount": "spend, marketing spend, ad spend, cost, amount spent, budget spent, ausgaben, media spend, amount",
    },
    "targets": {
        "measure": "measure, metric, kpi, measure id",
        "period": "period, month, date, quarter",
        "value": "target, target value, goal, plan value, value, ziel",
        "team": "team, owner",
        "segment": "segment",
    },
    "exchange_rates": {
        "currency": "currency, currency code, from currency",
        "on": "date, rate date, day, on",
        "rate": "rate, exchange rate, fx rate, kurs",
    },
}

PARTS = {
    "unit_price": "unit price, price, price each, selling price, list price, item price, lineitem price, preis, stueckpreis, einzelpreis, prix unitaire, prix, precio, precio unitario, sale price, price per unit, unit selling price",
    "tax": "tax, taxes, tax amount, vat, vat amount, mwst, ust, tva, iva, sales tax",
    "gross": "gross amount, total, total amount, total price, bruttobetrag, gross sales, montant ttc, grand total, order total, invoice total",
    "refunded": "refunded amount, amount refunded, total refunds, refund amount, returned amount",
    "profit": "profit, gross profit, margin amount, net profit, gewinn, deckungsbeitrag, marge, beneficio, contribution, profit amount",
    "discount": "discount, discount amount, rabatt, rabattbetrag, remise, descuento, retail discount, coupon discount, coupon match discount, discount value, lineitem discount, price reduction, discount rate, discount percent, discount pct",
    "unit_cost": "unit cost, cost price, standard cost, cost per unit, einkaufspreis",
    "status": "status, order status, financial status, payment status, invoice status, transaction status, bestellstatus, statut, estado",
    "document": "document type, doc type, invoice type, transaction type, record type, line type, belegart, type document, tipo documento",
    "standing": "account type, customer type, customer status, account status, relationship, lifecycle stage, type, status, record type",
    "flag": "churn, churn label, churned, churn flag, churn value, attrition, attrition flag, exited, is churned, cancelled, canceled, is churn, kuendigung, gekuendigt, customer lost",
    "tenure": "tenure, tenure in months, tenure months, months as customer, customer tenure, account length months, months active, months on book, vertragsdauer, account length, months",
    "monthly": "monthly charge, monthly charges, mrr, mrr amount, monthly fee, monthly revenue, monthly price, monthly amount, monatsbetrag",
    "first_name": "first name, given name, firstname, forename, vorname, prenom, nombre pila",
    "last_name": "last name, surname, lastname, family name, nachname, nom famille, apellido, apellidos",
    "ship_date": "ship date, shipped date, delivery date, delivered date, lieferdatum, dispatch date, order delivered customer date, shipping date",
    "satisfaction": "satisfaction score, satisfaction rating, customer satisfaction rating, csat, csat score, satisfaction, customer satisfaction",
    "response_minutes": "first response time minutes, first response minutes, first reply minutes",
    "resolution_hours": "resolution time hours, resolution hours, time to resolve hours",
    "shipping": "shipping, freight, freight value, shipping cost, versand, versandkosten, shipping amount, port",
}  # fmt: skip
"""Columns that are no column of the contract, but give one."""

TABLES: dict[str, str] = {
    "customers": "customers, customer, clients, client, accounts, account, kunden, kunde, users, user, members, households, demographics, companies, company, clientes, subscribers, leads, shoppers, buyers, donors",
    "people": "people, persons, contacts, contact, person, kontakte",
    "transactions": "transactions, transaction, orders, order, sales, sale, invoices, invoice, order items, order lines, order details, invoice lines, line items, purchases, payments, charges, bestellungen, rechnungen, umsaetze, commandes, ventes, factures, pedidos, ventas, donations, receipts, baskets, retail",
    "products": "products, product, items, articles, artikel, produits, productos, catalog, catalogue, sku, tracks, track, inventory",
    "subscriptions": "subscriptions, subscription, contracts, vertraege, abonnements, suscripciones, memberships, plans, mrr",
    "usage": "usage, events, event, logins, sessions, activity, clickstream, tracks, feature usage, product usage, ecom",
    "tickets": "tickets, ticket, cases, support, support tickets, issues, incidents, helpdesk, complaints, conversations",
    "feedback": "feedback, survey, surveys, reviews, nps, csat, responses, umfrage, answers, ratings",
    "campaigns": "campaigns, campaign descriptions, campaign, kampagnen, campagnes",
    "touches": "touches, campaign members, campaigns, coupon redemptions, sends, emails, exposures, recipients, campaign touches",
    "opportunities": "opportunities, opportunity, deals, deal, pipeline, sales pipeline",
    "referrals": "referrals, referral, invites",
    "costs": "costs, cost to serve, cost drivers, service costs",
    "spend": "spend, marketing spend, ad spend, marketing costs",
    "targets": "targets, goals, plan",
    "exchange_rates": "exchange rates, fx, rates, fx rates, currencies",
}  # fmt: skip


@cache
def tiers(table: str, column: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The names of a canonical column, taken apart, tier by tier; empty where it is never found by name."""
    return _taken_apart(_SYNONYMS.get(table, {}).get(column, ""))


@cache
def part(name: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The names of a column that gives a canonical one."""
    return _taken_apart(PARTS[name])


@cache
def table_names(table: str) -> tuple[tuple[str, ...], ...]:
    """The names that files of a canonical table have."""
    return tuple(words(n) for n in TABLES[table].split(",") if n.strip())


def _taken_apart(text: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(
        tuple(words(n) for n in tier.split(",") if n.strip()) for tier in text.split(";") if tier.strip()
    )
