from __future__ import annotations

from tests.strategies import (
    PERSON,
    findings,
    places,
    proposal,
    proposition,
    strategy,
)
from tests.told import Told, known

from custrata.strategy.parts.offering.proposition import Promise
from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Figure
from custrata.strategy.parts.tier import TierPolicy
from custrata.strategy.pitfalls.sv101_promise_broken_by_data import PITFALL
from custrata.vocabulary import Tier


def standard(promise: float = 8, owner: Owner = PERSON, **fields: object) -> ServiceStandard:
    return ServiceStandard(
        id="s", name="First answer", measure="first_response_hours", promise=promise, owner=owner, **fields
    )


SLOW = Told().add("first_response_hours", 11, "hours", interval=(10, 12))


def test_a_standard_that_the_data_show_broken_is_found():
    (found,) = findings(PITFALL, strategy(service_standards=(standard(),)), known(SLOW))
    assert found.place == "service_standards[s]"
    assert "400 customers" in found.message


def test_an_interval_that_reaches_the_promise_a_draft_and_no_data_are_silent():
    assert places(PITFALL, strategy(service_standards=(standard(10.5),)), known(SLOW)) == []
    draft = standard(owner=Owner(role="head of service"))
    assert places(PITFALL, strategy(service_standards=(draft,)), known(SLOW)) == []
    assert places(PITFALL, strategy(service_standards=(standard(),)), known(Told())) == []
    assert places(PITFALL, strategy(service_standards=(standard(),)), known()) == []


def test_a_standard_for_a_tier_is_held_against_that_tier():
    told = (
        Told().add("first_response_hours", 11, "hours").by("first_response_hours", "tier", "hours", gold=4.0)
    )
    tiers = (TierPolicy(id="t-gold", tier=Tier.GOLD, size=0.2),)
    doc = strategy(tiers=tiers, service_standards=(standard(groups=("t-gold",)),))
    assert places(PITFALL, doc, known(told)) == []
    assert places(PITFALL, strategy(service_standards=(standard(groups=("gone",)),)), known(told)) == []


def test_a_promise_with_a_number_is_held_against_the_data():
    figure = Figure(
        name="h",
        measure="first_response_hours",
        period="current",
        threshold=8,
        direction="at most",
        unit="hours",
    )
    said = proposal("We answer within {h} hours.", figures=(figure,), owner=PERSON)
    promise = Promise(id="pr", statement=said, measure="first_response_hours")
    doc = strategy(propositions=(proposition("v", promises=(promise,)),))
    assert places(PITFALL, doc, known(SLOW)) == ["propositions[v].promises[pr]"]
    idea = promise.model_copy(update={"statement": proposal("We answer soon.")})
    assert places(PITFALL, strategy(propositions=(proposition("v", promises=(idea,)),)), known(SLOW)) == []
