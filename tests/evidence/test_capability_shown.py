from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from tests.snapshots import bare, every_company, grocer, outfitter, phone_company, pipeline

from custrata.evidence.capability_shown import LOOKS, capability_shown
from custrata.strategy.maturity.criterion import State
from custrata.strategy.maturity.ladders import BY_DATA
from custrata.vocabulary import EvidenceState


def with_rules(snapshot, **rules):
    return replace(snapshot, manifest=replace(snapshot.manifest, rules=rules))


def without(snapshot, *measures):
    return replace(snapshot, readings=tuple(r for r in snapshot.readings if r.measure not in measures))


def shown(snapshot, name):
    return capability_shown(snapshot)[name]


def test_every_criterion_that_only_data_can_show_is_looked_for():
    assert {*LOOKS, "proposition-holds"} == BY_DATA


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)
def test_every_answer_says_what_it_rests_on_or_what_is_missing(snapshot):
    assert all(found.evidence for found in capability_shown(snapshot).values())


def test_a_prediction_counts_when_it_surely_beats_naive_rules_on_later_data():
    assert shown(outfitter(), "intelligence-predicts").state is State.MET
    unsure = tuple(replace(r, low=-0.01) if r.measure == "exam_gain" else r for r in outfitter().readings)
    assert shown(replace(outfitter(), readings=unsure), "intelligence-predicts").state is State.UNMET


def test_without_an_exam_nothing_is_known_of_predictions():
    assert shown(grocer(), "intelligence-predicts").state is State.UNKNOWN
    held = with_rules(grocer(), exam=("No exam of models of buying: too few customers.",))
    assert shown(held, "intelligence-predicts").evidence == (
        "No exam of models of buying: too few customers.",
    )


@pytest.mark.parametrize(
    ("verdict", "state"), [("as predicted", State.MET), ("which the prediction misses", State.UNMET)]
)
def test_contracts_count_when_those_held_out_ended_as_predicted(verdict, state):
    said = f"Scale: of 64 contracts held out it predicted that 19.0% would end, and 25.0% did, {verdict}."
    assert shown(with_rules(grocer(), value=(said,)), "intelligence-predicts").state is state


def test_tiers_count_when_lifetime_value_draws_them():
    rule = "Customers are ranked by lifetime value from the end of the data on."
    assert shown(with_rules(grocer(), tiers=(rule,)), "segmentation-by-value").state is State.MET
    other = "Customers are ranked by revenue over the whole history, net of refunds."
    assert shown(with_rules(grocer(), tiers=(other,)), "segmentation-by-value").evidence[0] == other
    assert shown(bare(), "segmentation-by-value").state is State.UNKNOWN


def test_traits_are_what_the_company_knows_not_what_the_build_makes():
    assert shown(pipeline(), "segmentation-by-trait").evidence == ("customers by sector",)
    assert shown(bare(), "segmentation-by-trait").state is State.UNMET


def test_days_that_are_notional_are_no_history():
    assert shown(phone_company(), "intelligence-history").state is State.UNMET
    assert shown(grocer(), "intelligence-history").evidence == ("revenue by month",)


def test_a_trait_by_which_all_or_none_left_explains_nothing():
    snapshot = without(phone_company(), "nps", "csat", "ces", "average_rating")
    whole = tuple(
        replace(r, value=float(r.value > 0.3)) if r.measure == "customer_churn_rate" and r.segment else r
        for r in snapshot.readings
    )
    assert shown(snapshot, "intelligence-why").state is State.MET
    assert shown(replace(snapshot, readings=whole), "intelligence-why").state is State.UNKNOWN


def test_propositions_hold_when_data_support_a_claim_in_them_and_contradict_none():
    def claim(state, path="propositions[p].promises[q].statement"):
        return SimpleNamespace(claim_id="E1", path=path, state=state, reason="It moved.")

    def holds(*claims):
        return capability_shown(grocer(), claims)["proposition-holds"]

    good, broken = claim(EvidenceState.SUPPORTED), claim(EvidenceState.CONTRADICTED)
    assert holds(good).state is State.MET
    assert holds(good, broken).evidence == ("E1: It moved.",)
    assert holds(claim(EvidenceState.SUPPORTED, "canvas.purpose")).state is State.UNMET
