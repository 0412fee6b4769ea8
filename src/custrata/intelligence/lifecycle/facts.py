"""What happened with each customer, as far as the rules of the stages ask?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import ibis
import ibis.expr.types as ir

from custrata.customers.buying_days import buying_days_of
from custrata.intelligence.lifecycle.rules import (
    ADVOCACY_DAYS,
    CONTRACT_GAP_DAYS,
    TICKET_OPEN_DAYS,
    StageFrame,
)

URGENT = ("urgent", "critical", "highest", "blocker", "p0", "p1", "sev1")
"""Words for the highest priority of a ticket."""

PROMOTER_SHARE = Decimal("0.9")
"""Lowest place on the NPS scale, as a share of its length, that promotes: 9 of 0 to 10."""

_FACTS = (
    "customer_id",
    "status",
    "acquired_on",
    "order_days",
    "age",
    "days_since_last_order",
    "first_order_on",
    "last_order_on",
    "current_revenue",
    "previous_revenue",
)
"""What the rules read of the base; the rest stays out, so that an attribute's name cannot get in the way."""


def facts_query(tables: Mapping[str, ir.Table], frame: StageFrame) -> ir.Table:
    """One row a customer with everything that the rules of the stages compare.

    Args:
        tables: As for :func:`custrata.intelligence.lifecycle.stages.stages_query`.
        frame: What the stages are computed from.

    Returns:
        The columns of the base that the rules read, days of second and returning purchases, signs of
        advocacy and, where contracts are known, their terms and the oldest urgent ticket.
    """
    facts = _with_advocates(tables["customers"].select(*_FACTS), tables, frame)
    facts = _with_purchases(facts, tables, frame)
    if not frame.by_contract:
        return facts
    return _with_urgent_tickets(_with_terms(facts, tables["subscriptions"], frame), tables, frame)


def _with_purchases(facts: ir.Table, tables: Mapping[str, ir.Table], frame: StageFrame) -> ir.Table:
    if "transactions" not in tables:
        return facts.mutate(second_order_on=ibis.null("date"), returned_on=ibis.null("date"))
    gaps = buying_days_of(tables)
    again = gaps.gap_days.notnull()
    days = gaps.group_by("customer_id").aggregate(
        second_order_on=gaps.bought_on.min(where=again),
        returned_on=gaps.bought_on.max(where=gaps.gap_days > 2 * frame.rhythm_days),
    )
    return _joined(facts, days)


def _with_terms(facts: ir.Table, spells: ir.Table, frame: StageFrame) -> ir.Table:
    before = ibis.window(
        group_by="customer_id", order_by=["started_on", "subscription_id"], preceding=(None, 1)
    )
    running = spells.ended_on.isnull()
    # A spell that runs on covers every later start: no return while it lasts.
    covered = ibis.coalesce(spells.ended_on, ibis.literal(frame.as_of)).max().over(before)
    laid = spells.mutate(gap_days=spells.started_on.delta(covered, unit="day").cast("int64"), running=running)
    # Without two windows the opening lies before all data: no spell runs then, so nothing is compared.
    opening = ibis.literal(frame.opening or dt.date.min)
    at_opening = (laid.started_on <= opening) & (laid.running | (laid.ended_on > opening))
    terms = laid.group_by("customer_id").aggregate(
        first_started_on=laid.started_on.min(),
        last_ended_on=laid.ended_on.max(),
        last_changed_on=ibis.greatest(
            laid.started_on.max(), laid.ended_on.max().fill_null(laid.started_on.max())
        ),
        running=laid.running.cast("int64").sum(),
        mrr_now=laid.mrr.sum(where=laid.running).fill_null(Decimal(0)),
        opening_mrr=laid.mrr.sum(where=at_opening).fill_null(Decimal(0)),
        returned_on_contract=laid.started_on.max(where=laid.gap_days > CONTRACT_GAP_DAYS),
    )
    return _joined(facts, terms)


def _with_urgent_tickets(facts: ir.Table, tables: Mapping[str, ir.Table], frame: StageFrame) -> ir.Table:
    if "tickets" not in tables:
        return facts.mutate(urgent_since=ibis.null("date"))
    # Where no ticket says when it was resolved, an empty day tells nothing of one that waits.
    tickets = tables["tickets"].mutate(resolved=lambda t: t.resolved_at.count().over(ibis.window()))
    least, most = (frame.as_of - dt.timedelta(days=days) for days in TICKET_OPEN_DAYS)
    opened = tickets.opened_at.date()
    priority = tickets.priority.lower().strip()
    urgent = priority.isin(URGENT) & tickets.resolved_at.isnull() & opened.between(most, least)
    waiting = tickets.filter(urgent & (tickets.resolved > 0))
    return _joined(
        facts, waiting.group_by("customer_id").aggregate(urgent_since=waiting.opened_at.date().min())
    )


def _with_advocates(customers: ir.Table, tables: Mapping[str, ir.Table], frame: StageFrame) -> ir.Table:
    found = [_referrers(tables["referrals"])] if "referrals" in tables else []
    found += [_promoters(tables["feedback"])] if "feedback" in tables else []
    if not found:
        return customers.mutate(advocates=False, advocated_on=ibis.null("date"))
    signs = ibis.union(*found) if len(found) > 1 else found[0]
    recent = signs.day >= ibis.literal(frame.as_of - dt.timedelta(days=ADVOCACY_DAYS))
    signs = signs.filter(signs.day.isnull() | recent)
    once = signs.group_by("customer_id").aggregate(advocates=ibis.literal(True), advocated_on=signs.day.min())
    return _joined(customers, once)


def _referrers(referrals: ir.Table) -> ir.Table:
    return referrals.select(customer_id=referrals.referrer_id, day=referrals.occurred_on)


def _promoters(feedback: ir.Table) -> ir.Table:
    """Customers whose latest NPS answers (all those of the latest day) promote."""
    asked = feedback.filter(
        (feedback.instrument == "nps") & feedback.rating.notnull() & feedback.customer_id.notnull()
    )
    low, high = asked.rating_min.fill_null(Decimal(0)), asked.rating_max.fill_null(Decimal(10))
    day = asked.answered_at.date()
    answers = asked.select(
        "customer_id", day=day, promotes=(asked.rating - low) >= (high - low) * PROMOTER_SHARE
    )
    latest = answers.filter(answers.day == answers.day.max().over(ibis.window(group_by=answers.customer_id)))
    days = latest.group_by("customer_id").aggregate(day=latest.day.max(), promotes=latest.promotes.all())
    return days.filter(days.promotes).select("customer_id", "day")


def _joined(facts: ir.Table, other: ir.Table) -> ir.Table:
    return facts.left_join(other, "customer_id").drop("customer_id_right")
