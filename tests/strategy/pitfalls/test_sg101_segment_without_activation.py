from __future__ import annotations

from tests.strategies import (
    PERSON,
    findings,
    gap,
    group,
    places,
    proposal,
    proposition,
    strategy,
)

from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.offering.offer import Offer
from custrata.strategy.parts.tier import TierPolicy
from custrata.strategy.pitfalls.sg101_segment_without_activation import PITFALL
from custrata.vocabulary import Intent, Tier


def agreed(intent: Intent = Intent.GROW, **fields: object):
    taken = group("a", **fields)
    return taken.model_copy(update={"intent": GroupIntent(intent=intent, owner=PERSON)})


WHOLE = {name: proposal() for name in ("proposition", "service_model", "configuration", "investment")}


def test_what_is_missing_is_named():
    (found,) = findings(PITFALL, strategy(groups=(agreed(service_model=proposal()),)))
    assert found.place == "groups[a]"
    assert "no tag or promise." in found.message


def test_a_whole_group_is_silent_and_gaps_count_as_said():
    assert places(PITFALL, strategy(groups=(agreed(tag="a", **WHOLE),))) == []
    gaps = {name: gap() for name in WHOLE}
    assert places(PITFALL, strategy(groups=(agreed(tag="a", **gaps),))) == []


def test_a_proposition_of_its_own_is_the_promise():
    rest = {name: part for name, part in WHOLE.items() if name != "proposition"}
    doc = strategy(groups=(agreed(tag="a", **rest),), propositions=(proposition("v", group="a"),))
    assert places(PITFALL, doc) == []


def test_a_draft_and_a_group_to_be_retired_are_silent():
    assert places(PITFALL, strategy(groups=(group("a", Intent.GROW),))) == []
    assert places(PITFALL, strategy(groups=(agreed(Intent.RETIRE),))) == []


def test_a_configuration_is_missing_where_others_have_one_and_no_offer_is_for_the_group():
    other = group("b", configuration=proposal())
    bare = agreed(tag="a", proposition=proposal(), service_model=proposal())
    (found,) = findings(PITFALL, strategy(groups=(bare, other)))
    assert "no configuration." in found.message
    offer = Offer(id="o", name="Saw", groups=("a",))
    assert places(PITFALL, strategy(groups=(bare, other), offers=(offer,))) == []
    assert places(PITFALL, strategy(groups=(bare,))) == []


def test_a_group_that_is_a_tier_is_served_as_the_tier_is():
    tier = TierPolicy(id="t", tier=Tier.GOLD, size=0.2, service_model=proposal())
    gold = agreed(tag="a", proposition=proposal(), segment={"tier": "gold"})
    assert places(PITFALL, strategy(groups=(gold,), tiers=(tier,))) == []
    assert places(PITFALL, strategy(groups=(gold,))) == ["groups[a]"]
