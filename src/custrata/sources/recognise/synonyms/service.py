"""What columns are called in tables of usage, service, marketing and plans."""

from __future__ import annotations

from custrata.sources.recognise.synonyms.ids import (
    CHANNEL,
    CUSTOMER,
    PRODUCT,
)

SERVICE: dict[str, dict[str, str]] = {
    "usage": {
        "customer_id": CUSTOMER,
        "occurred_at": (
            "event time, occurred at, usage date, event date, login date, activity date, session start, "
            "time, date, timestamp, day, visit time; created at, original time, sent at, received at"
        ),
        "event": (
            "event, event name, event type, action, activity, ereignis, evenement, evento, activity type;"
            " event text"
        ),
        "feature": "feature, feature name, module, screen, page, object",
        "quantity": "usage count, count, quantity, events, sessions, logins, duration, number of uses",
        "person_id": "user id, person id, contact id, anonymous id",
    },
    "tickets": {
        "ticket_id": (
            "ticket id, ticket number, case id, case number, issue id, incident id, request id, "
            "ticketnummer, ticketnr, vorgangsnummer, vorgang, reklamationsnummer, fallnummer, "
            "numero ticket, conversation id, ticket, id"
        ),
        "customer_id": CUSTOMER + ", requester id, requester email, requester, caller id",
        "opened_at": (
            "opened at, created at, submitted at, open date, created, creation date, created date, date "
            "opened, date time opened, reported date, eroeffnet am, date creation, fecha creacion, opened"
            " date, ticket created, date of ticket, time time, start time, open time, eingang, "
            "eingegangen am, eroeffnet, gemeldet am, erfasst am; time, date, datum"
        ),
        "first_response_at": (
            "first response at, first response time, first reply at, first responded at, first response date"
        ),
        "resolved_at": (
            "resolved at, closed at, closed date, resolution date, date closed, solved at, resolved date,"
            " time to resolution, geschlossen am, erledigt, erledigt am, geloest am, abgeschlossen am, "
            "date time closed, end time, date resolution"
        ),
        "channel": "ticket channel, channel, origin, case origin, contact channel, via, kanal, source",
        "category": (
            "ticket type, category, type, issue type, topic, subject area, reason, case reason, "
            "kategorie, grund, anliegen, thema, product area, service type, contact reason"
        ),
        "priority": (
            "ticket priority, priority, severity, urgency, seriousness, prioritaet, priorite, prioridad"
        ),
        "minutes": (
            "handle time minutes, minutes spent, handling minutes, work minutes, time spent minutes, "
            "agent minutes, handle time; minutes"
        ),
        "effort": "effort, effort score, customer effort score, customer effort",
        "subject": "ticket subject, subject, title, summary, betreff, sujet, asunto",
        "text": (
            "ticket description, description, body, message, content, text, complaint, beschreibung, comment"
        ),
    },
    "feedback": {
        "feedback_id": (
            "feedback id, response id, review id, answer id, survey id, id, respondent id, resp id"
        ),
        "answered_at": (
            "answered at, response date, review date, survey date, recorded date, submitted at, end date,"
            " completed at, created at, date, time, review time, answer date, review creation date, "
            "review answer time, datum, befragt am, antwortdatum"
        ),
        "customer_id": CUSTOMER,
        "person_id": "respondent contact id; respondent person id; contact id, person id, user id",
        "question": "question, question text, item, frage",
        "rating": (
            "rating, score, nps, nps score, csat, csat score, ces, stars, star rating, review score, "
            "satisfaction, satisfaction score, overall satisfaction, bewertung, note, calificacion, "
            "likelihood to recommend, weiterempfehlung, empfehlung, zufriedenheit, sterne, overall, "
            "overall rating, customer satisfaction rating"
        ),
        "text": (
            "review, review text, comment, comments, feedback, feedback text, text, verbatim, body, "
            "review body, review comment message, free text, kommentar, answer text, response text, "
            "reviews, content, message"
        ),
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
        "occurred_at": (
            "sent at, sent date, touch date, contact date, member first associated date, first associated"
            " date, date added, added at, redemption date, opened at, clicked at, date, time, occurred "
            "at, exposure date, created at"
        ),
        "channel": CHANNEL,
        "arm": "arm, group, treatment, variant, test group, treatment group, ab group, experiment group",
        "kind": (
            "kind, touch type, event type, member status, campaign member status, status, response type, "
            "action"
        ),
        "cost": "cost, contact cost",
    },
    "opportunities": {
        "opportunity_id": (
            "opportunity id, deal id, record id, opportunity number, opportunity key, opportunity, deal "
            "name, opportunity name, id"
        ),
        "customer_id": (
            "account id, account name, account, company, company id, associated company, associated "
            "company id, customer id, customer, customer name, client, company name, kunde"
        ),
        "created_on": (
            "created on, created date, create date, engage date, open date, opened date, date created, "
            "created at, created, start date, erstellt am"
        ),
        "stage": (
            "stage, deal stage, stage name, opportunity stage, pipeline stage, status, phase, opportunity"
            " status"
        ),
        "amount": (
            "amount, deal value, close value, deal amount, opportunity amount, value, expected revenue, "
            "acv, tcv, deal size, arr, annual contract value, betrag"
        ),
        "closed_on": (
            "close date, closed date, closed on, closed at, close day, won date, abschlussdatum, expected"
            " close date"
        ),
        "won": "won, is won, is closed won, outcome, result",
        "reason": "closed lost reason, loss reason, lost reason, reason, win reason, closed won reason",
        "competitor": "competitor, competitors, lost to, main competitor",
        "kind": "opportunity type, deal type, type, opportunity kind",
        "product_id": PRODUCT,
        "owner": (
            "opportunity owner, deal owner, owner, sales agent, sales rep, owner name, owner id, account "
            "executive, salesperson"
        ),
    },
    "referrals": {
        "referrer_id": (
            "referrer id, referrer, referrer customer id, referrer account id, referring customer id, "
            "referring account id, referring client id, referred by, inviter id, advocate id"
        ),
        "referred_id": (
            "referred id, referred, referred customer id, referred account id, referred client id, "
            "invitee id, referee id, friend id, new customer id"
        ),
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
        "amount": (
            "spend, marketing spend, ad spend, cost, amount spent, budget spent, ausgaben, media spend, "
            "amount"
        ),
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
