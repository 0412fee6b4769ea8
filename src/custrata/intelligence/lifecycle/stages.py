"""At which stage of the relationship does each customer stand, and since when?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from custrata.intelligence.lifecycle.facts import facts_query
from custrata.intelligence.lifecycle.rules import CONTRACT_GAP_DAYS, StageFrame
from custrata.vocabulary import Relationship, Stage

_Case = tuple[ir.BooleanValue, Stage, ir.Value]


def stages_query(tables: Mapping[str, ir.Table], frame: StageFrame) -> ir.Table:
    """The stage of every customer and the day since which it holds.

    Args:
        tables: ``customers`` (the base) and, as far as they exist, ``transactions``, ``subscriptions``,
            ``tickets``, ``referrals`` and ``feedback``: canonical, cut at ``as_of``.
        frame: What the stages are computed from.

    Returns:
        ``customer_id, stage, stage_since``, one row a customer. ``stage`` is null where nothing tells it;
        ``stage_since`` is null where the day is not known, as for growth between two windows of purchases.
    """
    facts = facts_query(tables, frame)
    if not frame.by_contract:
        return _placed(facts, _buyer_cases(facts, frame))
    by_contract = _contract_cases(facts, frame)
    if frame.relationship is Relationship.CONTRACTUAL:
        return _placed(facts, by_contract)
    return _placed(facts, [*_only(_bound(facts), by_contract), *_buyer_cases(facts, frame)])


def _placed(facts: ir.Table, cases: list[_Case]) -> ir.Table:
    stage = ibis.cases(*((holds, ibis.literal(name.value)) for holds, name, _ in cases))
    since = ibis.cases(*((holds, day.cast("date")) for holds, _, day in cases))
    return facts.select("customer_id", stage=stage, stage_since=since)


def _only(where: ir.BooleanValue, cases: list[_Case]) -> list[_Case]:
    return [(where & holds, stage, day) for holds, stage, day in cases]


def _bound(facts: ir.Table) -> ir.BooleanValue:
    """Whether a customer of a mixed firm goes by contract: unless it went on buying after its last one."""
    bought_on = facts.last_order_on > _later(facts.last_ended_on, CONTRACT_GAP_DAYS)
    left = (facts.running == 0) & bought_on.fill_null(False)
    return facts.first_started_on.notnull() & ~left


def _buyer_cases(facts: ir.Table, frame: StageFrame) -> list[_Case]:
    onboarding, rhythm = frame.rules.onboarding_days, frame.rhythm_days
    nothing = ibis.null("date")
    bought = facts.order_days.fill_null(0)
    prospect = (bought == 0) & (facts.status.fill_null("customer") == "prospect")
    if not frame.dated or frame.relationship is Relationship.UNKNOWN:
        return [(prospect, Stage.ACQUISITION, facts.acquired_on)]
    silent = facts.days_since_last_order
    grew = facts.current_revenue >= facts.previous_revenue * (1 + frame.growth)
    settled = ibis.coalesce(
        facts.returned_on, facts.second_order_on, _later(facts.first_order_on, onboarding + 1)
    )
    return [
        (bought == 0, Stage.ACQUISITION, facts.acquired_on),
        ((bought == 1) & (facts.age <= onboarding), Stage.ONBOARDING, facts.first_order_on),
        (silent > 2 * rhythm, Stage.LAPSED, _later(facts.last_order_on, 2 * rhythm + 1)),
        (silent > rhythm, Stage.AT_RISK, _later(facts.last_order_on, rhythm + 1)),
        (_within(facts.returned_on, onboarding, frame), Stage.WON_BACK, facts.returned_on),
        (facts.advocates.fill_null(False), Stage.ADVOCACY, facts.advocated_on),
        ((facts.previous_revenue > 0) & grew, Stage.EXPANSION, nothing),
        (bought > 0, Stage.ADOPTION, settled),
    ]


def _contract_cases(facts: ir.Table, frame: StageFrame) -> list[_Case]:
    onboarding = frame.rules.onboarding_days
    shrank = (facts.opening_mrr > 0) & (facts.mrr_now <= facts.opening_mrr * (1 - frame.growth))
    grew = (facts.opening_mrr > 0) & (facts.mrr_now >= facts.opening_mrr * (1 + frame.growth))
    began = ibis.coalesce(facts.returned_on_contract, facts.first_started_on)
    urgent = facts.urgent_since.notnull()
    return [
        (facts.first_started_on.isnull(), Stage.ACQUISITION, facts.acquired_on),
        (facts.running == 0, Stage.LAPSED, facts.last_ended_on),
        (shrank, Stage.AT_RISK, facts.last_changed_on),
        (urgent, Stage.AT_RISK, facts.urgent_since),
        (_within(facts.returned_on_contract, onboarding, frame), Stage.WON_BACK, facts.returned_on_contract),
        (_within(facts.first_started_on, onboarding, frame), Stage.ONBOARDING, facts.first_started_on),
        (facts.advocates.fill_null(False), Stage.ADVOCACY, facts.advocated_on),
        (grew, Stage.EXPANSION, facts.last_changed_on),
        (facts.running > 0, Stage.ADOPTION, _later(began, onboarding + 1)),
    ]


def _later(day: ir.Value, days: int) -> ir.Value:
    # Through a timestamp: a day and an interval give an instant, whatever ibis calls it.
    return (day.cast("timestamp") + ibis.interval(days=days)).date()


def _within(day: ir.Value, days: int, frame: StageFrame) -> ir.BooleanValue:
    return (day >= ibis.literal(frame.as_of - dt.timedelta(days=days))).fill_null(False)
