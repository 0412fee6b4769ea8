from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, measured, without
from tests.snapshots import bare, every_company, grocer

from custrata.drafting.chapters.goals import THEMES
from custrata.drafting.draft import draft
from custrata.drafting.running.experiments import HYPOTHESES, METRICS, WHO
from custrata.drafting.running.power import per_arm
from custrata.measures.catalogue import CATALOGUE


def test_one_test_for_each_initiative_and_none_without():
    for company in every_company():
        document = draft(company)
        assert [e.initiative for e in document.experiments] == [i.id for i in document.initiatives]
        assert {e.assumption for e in document.experiments} == {a.id for a in document.assumptions}
    assert drafted(bare).experiments == ()


def test_every_theme_has_a_belief_and_a_measure():
    names = {theme.id for theme in THEMES}
    assert set(HYPOTHESES) == set(METRICS) == names
    assert set(WHO) == names - {"win"}
    assert {m for found in METRICS.values() for m in found} <= set(CATALOGUE)


def test_the_number_of_customers_is_what_the_effect_takes():
    keep = next(e for e in drafted().experiments if e.id == "experiment-keep")
    base = 0.769
    assert keep.metric == "logo_retention"
    assert keep.n_per_arm == 200
    assert per_arm(base, base + keep.least_effect) <= 200
    assert "so large an effect" in keep.next_step


def test_where_there_are_customers_enough_the_target_is_the_effect():
    keep = next(e for e in drafted(grocer).experiments if e.metric == "logo_retention")
    assert 2 * keep.n_per_arm <= 2400
    assert keep.least_effect > 0


def test_without_a_rate_no_number_is_made_up():
    gone = without(maintainer(), drop=measured("logo_retention", "customer_churn_rate"))
    for test in draft(gone).experiments:
        if test.metric not in ("win_rate", "repeat_rate"):
            assert (test.least_effect, test.n_per_arm) == (None, None)
            assert test.next_step.startswith("Say which change")


def test_nothing_has_begun_and_nothing_has_come():
    assert {(e.state, e.decision, e.result) for e in drafted().experiments} == {("planned", "open", None)}
    assert all(e.metric not in e.guardrails and len(e.guardrails) == 2 for e in drafted().experiments)


def test_contracts_end_and_buyers_fall_silent():
    contract = next(e for e in drafted().experiments if e.id == "experiment-keep")
    assert "before the contract ends" in contract.hypothesis.text
    assert "nears its end" in contract.set_up
    buyers = next(e for e in drafted(grocer).experiments if e.id == "experiment-keep")
    assert "silence" in buyers.hypothesis.text
