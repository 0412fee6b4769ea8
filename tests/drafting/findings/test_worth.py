from __future__ import annotations

from dataclasses import replace

import pytest
from tests.snapshots import grocer, outfitter

from custrata.drafting.desk import Desk
from custrata.drafting.findings.ranking import findings
from custrata.drafting.findings.worth import equity, foretold, moves, unexamined, year_ahead
from custrata.vocabulary import Relationship


def changed(measure: str, **values):
    told = outfitter()
    readings = tuple(replace(r, **values) if r.measure == measure else r for r in told.readings)
    return Desk(replace(told, readings=readings))


def test_equity_and_what_the_top_tiers_hold_are_told():
    finding = equity(Desk(outfitter()))
    assert finding.said == (
        "Today's customers are worth €1.25m of margin over three years, 74% in the top two tiers"
    )
    assert len(finding.said) <= 90
    assert "lower end" in finding.so_what


def test_equity_in_revenue_carries_no_budget():
    finding = equity(
        changed("customer_equity", method="MBG/NBD; revenue; 7 months ahead, discounted at 10% a year; 95%")
    )
    assert "of revenue up to the horizon" in finding.said
    assert "lower end" not in finding.so_what


def test_equity_without_an_interval_is_a_first_guess():
    assert "first guess" in equity(changed("customer_equity", low=None, high=None)).so_what


def test_the_year_ahead_is_held_against_the_latest_year():
    finding = year_ahead(Desk(outfitter()))
    assert finding.said.startswith("Without new customers a year brings €1.48m, ")
    assert year_ahead(changed("expected_revenue", value=740_000.0)).weight > finding.weight


def test_the_year_ahead_is_silent_without_an_interval():
    assert year_ahead(changed("expected_revenue", low=None, high=None)) is None


def test_the_year_ahead_is_silent_where_the_model_missed_the_total():
    told = outfitter()
    where = (("candidate", "pareto_nbd"), ("mark", "total_error"))
    for missed, silent in ((-0.06, True), (-0.04, False), (None, True)):
        readings = tuple(
            replace(r, value=missed, reason=None if missed else "not known") if r.segment == where else r
            for r in told.readings
        )
        assert (year_ahead(Desk(replace(told, readings=readings))) is None) is silent


def test_the_year_ahead_of_contracts_needs_no_exam():
    told = outfitter()
    kept = tuple(r for r in told.readings if not r.measure.startswith("exam_"))
    assert year_ahead(Desk(replace(told, readings=kept))) is None
    contracts = tuple(
        replace(r, method=f"contracts by BdW; {r.method}") if r.measure == "expected_revenue" else r
        for r in kept
    )
    assert year_ahead(Desk(replace(told, readings=contracts))) is not None


def test_a_model_that_is_surely_better_is_said_to_be():
    said = foretold(Desk(outfitter())).said
    assert said == "A model foretells who orders 12% better than the best simple rule, on later data"


def test_where_no_model_is_surely_better_it_cannot_be_predicted():
    finding = foretold(changed("exam_gain", value=0.01, low=-0.02, high=0.04))
    assert finding.said.startswith("Who will order cannot be told yet")


def test_a_published_rule_without_a_model_says_the_same():
    told = outfitter()
    kept = tuple(r for r in told.readings if r.measure != "exam_gain")
    said = (
        "No model surely has a lower deviance than everybody orders at the mean rate. The rule is published."
    )
    manifest = replace(told.manifest, rules={"exam": (said,)})
    finding = foretold(Desk(replace(told, readings=kept, manifest=manifest)))
    assert finding.said.endswith("the best rule of thumb missed the total by 9.3%")
    unsaid = tuple(r for r in kept if ("mark", "total_error") not in r.segment)
    finding = foretold(Desk(replace(told, readings=unsaid, manifest=manifest)))
    assert finding is None or finding.said.endswith("orders a customer")


def test_moves_are_told_only_where_clearly_more_fall_than_rise():
    assert moves(Desk(outfitter())) is None
    assert moves(changed("moved_down", value=0.13)) is None
    assert moves(changed("moved_down", value=0.2)).said == "20% of customers fell a tier, 12% rose"


@pytest.mark.parametrize("find", [equity, year_ahead, foretold, moves])
def test_without_readings_nothing_is_said(find):
    assert find(Desk(grocer())) is None


REFUSED = "No exam of models of buying: there are 24 customers up to 2024-08-31, fewer than 50."


def unheard():
    """The outfitter as if it had too few customers for an exam of models of buying."""
    told = outfitter()
    rules = {**told.manifest.rules, "exam": (REFUSED,)}
    return replace(told, manifest=replace(told.manifest, rules=rules))


def test_the_equity_of_a_model_that_sat_no_exam_says_so_and_stands_behind_all_others():
    finding = equity(Desk(unheard()))
    assert finding.said == (
        "Today's customers: €1.25m of margin over three years (not examined: too few customers)"
    )
    assert len(finding.said) <= 90
    assert "customer_equity" not in [f.topic for f in findings(unheard())[:5]]


def test_contracts_sit_no_exam_and_need_none():
    told = unheard()
    manifest = replace(told.manifest, relationship=Relationship.CONTRACTUAL)
    assert unexamined(Desk(told)) == "not examined: too few customers"
    assert unexamined(Desk(replace(told, manifest=manifest))) == ""
