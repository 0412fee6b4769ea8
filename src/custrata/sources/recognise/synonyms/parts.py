"""What columns are called that give canonical ones, and what files are called."""

from __future__ import annotations

PARTS = {
    "unit_price": (
        "unit price, price, price each, selling price, list price, item price, lineitem price, preis, "
        "stueckpreis, einzelpreis, listenpreis, verkaufspreis, vk, vk netto, vk preis, prix unitaire, prix, "
        "precio, precio unitario, sale price, price per "
        "unit, unit selling price"
    ),
    "tax": "tax, taxes, tax amount, vat, vat amount, mwst, ust, tva, iva, sales tax",
    "gross": (
        "gross amount, total, total amount, total price, bruttobetrag, gross sales, montant ttc, grand "
        "total, order total, invoice total"
    ),
    "refunded": "refunded amount, amount refunded, total refunds, refund amount, returned amount",
    "profit": (
        "profit, gross profit, margin amount, net profit, gewinn, deckungsbeitrag, marge, beneficio, "
        "contribution, profit amount"
    ),
    "discount": (
        "discount, discount amount, rabatt, rabattbetrag, remise, descuento, retail discount, coupon "
        "discount, coupon match discount, discount value, lineitem discount, price reduction, discount "
        "rate, discount percent, discount pct"
    ),
    "unit_cost": "unit cost, cost price, standard cost, cost per unit, einkaufspreis",
    "status": (
        "status, order status, financial status, payment status, invoice status, transaction status, "
        "bestellstatus, statut, estado"
    ),
    "document": (
        "document type, doc type, invoice type, transaction type, record type, line type, belegart, type "
        "document, tipo documento"
    ),
    "standing": (
        "account type, customer type, customer status, account status, relationship, lifecycle stage, "
        "type, status, record type"
    ),
    "flag": (
        "churn, churn label, churned, churn flag, churn value, attrition, attrition flag, exited, is "
        "churned, cancelled, canceled, is churn, kuendigung, gekuendigt, customer lost"
    ),
    "tenure": (
        "tenure, tenure in months, tenure months, months as customer, customer tenure, account length "
        "months, months active, months on book, vertragsdauer, account length, months"
    ),
    "monthly": (
        "monthly charge, monthly charges, mrr, mrr amount, monthly fee, monthly revenue, monthly price, "
        "monthly amount, monatsbetrag"
    ),
    "first_name": "first name, given name, firstname, forename, vorname, prenom, nombre pila",
    "last_name": "last name, surname, lastname, family name, nachname, nom famille, apellido, apellidos",
    "ship_date": (
        "ship date, shipped date, delivery date, delivered date, lieferdatum, dispatch date, order "
        "delivered customer date, shipping date"
    ),
    "satisfaction": (
        "satisfaction score, satisfaction rating, customer satisfaction rating, csat, csat score, "
        "satisfaction, customer satisfaction"
    ),
    "response_minutes": "first response time minutes, first response minutes, first reply minutes",
    "resolution_hours": "resolution time hours, resolution hours, time to resolve hours",
    "shipping": (
        "shipping, freight, freight value, shipping cost, versand, versandkosten, shipping amount, port"
    ),
}
"""Columns that are no column of the contract, but give one."""

TABLES: dict[str, str] = {
    "customers": (
        "customers, customer, clients, client, accounts, account, kunden, kunde, users, user, members, "
        "households, demographics, companies, company, clientes, subscribers, leads, shoppers, buyers, "
        "donors, kundenstamm, kundenliste, kundendaten, stammdaten, adressen"
    ),
    "people": "people, persons, contacts, contact, person, kontakte",
    "transactions": (
        "transactions, transaction, orders, order, sales, sale, invoices, invoice, order items, order "
        "lines, order details, invoice lines, line items, purchases, payments, charges, bestellungen, "
        "rechnungen, umsatze, verkaeufe, verkaufe, auftraege, auftrage, belege, commandes, ventes, "
        "factures, pedidos, ventas, donations, receipts, "
        "baskets, retail"
    ),
    "products": (
        "products, product, items, articles, artikel, produits, productos, catalog, catalogue, sku, inventory"
    ),
    "subscriptions": (
        "subscriptions, subscription, contracts, vertraege, abonnements, suscripciones, memberships, "
        "plans, mrr"
    ),
    "usage": (
        "usage, events, event, logins, sessions, activity, clickstream, tracks, feature usage, product "
        "usage, ecom"
    ),
    "tickets": (
        "tickets, ticket, cases, support, support tickets, issues, incidents, helpdesk, complaints, "
        "conversations, reklamationen, beschwerden, anfragen, stoerungen"
    ),
    "feedback": (
        "feedback, survey, surveys, reviews, nps, csat, responses, umfrage, umfragen, answers, ratings, "
        "zufriedenheit, kundenzufriedenheit, bewertungen, befragung"
    ),
    "campaigns": "campaigns, campaign descriptions, campaign, kampagnen, campagnes",
    "touches": (
        "touches, campaign members, campaigns, coupon redemptions, sends, emails, exposures, recipients, "
        "campaign touches"
    ),
    "opportunities": "opportunities, opportunity, deals, deal, pipeline, sales pipeline",
    "referrals": "referrals, referral, invites",
    "costs": "costs, cost to serve, cost drivers, service costs",
    "spend": "spend, marketing spend, ad spend, marketing costs",
    "targets": "targets, goals, plan",
    "exchange_rates": "exchange rates, fx, rates, fx rates, currencies",
}
