from __future__ import annotations

import pytest
from tests.snapshots import grocer, phone_company

from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.evidence.stakes import money_at_stake
from custrata.strategy.document import Document
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.statement import Claim, Figure, Proposal, ReadingKey

GROCER = grocer()


def stake(figure, snapshot=GROCER, insights=()):
    claim = Claim(id="E01", text="It is {x}.", figures=(figure,))
    document = Document(
        schema_version=2, company="A", pattern=Pattern(statements=(claim,)), insights=insights
    )
    return money_at_stake(evaluate(document, snapshot)[0], document, snapshot)


def figure(**fields):
    return Figure(**{"name": "x", "value": 1.0, **fields})


def test_an_insight_that_says_it_in_money_comes_first():
    at_stake = Figure(name="at_stake", measure="refunds", unit="USD")
    insight = Insight(
        id="I1", claim="E01", consequence=Proposal(id="P01", text="Look at it."), at_stake=at_stake
    )
    found = stake(figure(measure="revenue", unit="USD"), insights=(insight,))
    assert found == pytest.approx(4_600_000 * 0.031)


def test_a_sum_of_money_and_the_money_over_the_line_of_a_share_count():
    assert stake(figure(measure="revenue", unit="USD")) == 4_600_000
    share = figure(
        measure="revenue", segment={"tier": "gold"}, over=(ReadingKey(measure="revenue"),), unit="share"
    )
    assert stake(share) == pytest.approx(4_600_000 * 0.39)


def test_retention_of_revenue_puts_at_stake_what_was_not_kept():
    opening = GROCER.reading("opening_revenue", (), "current").value
    kept = GROCER.reading("net_revenue_retention", (), "current").value
    found = stake(figure(measure="net_revenue_retention", period="current", unit="share"))
    assert found == pytest.approx(opening * (1 - kept))


def test_a_claim_about_part_of_the_base_puts_at_stake_what_the_part_earns():
    found = stake(figure(measure="customers", segment={"stage": "at risk"}, unit="customers"))
    assert found == GROCER.reading("revenue", (("stage", "at risk"),)).value


def test_money_of_one_order_and_claims_about_everybody_cannot_be_counted():
    assert stake(figure(measure="average_order_value", unit="USD")) is None
    assert stake(figure(measure="repeat_rate", unit="share")) is None


def test_contracts_count_what_they_bring_a_month_where_revenue_is_not_told():
    company = phone_company()
    found = stake(figure(measure="customer_churn_rate", segment={"contract": "Two year"}), company)
    assert found == company.reading("revenue", (("contract", "Two year"),)).value


def test_nothing_at_stake_is_negative():
    document = draft(GROCER)
    money = [money_at_stake(e, document, GROCER) for e in evaluate(document, GROCER)]
    assert all(m is None or m >= 0 for m in money)
    assert any(m is not None for m in money)
