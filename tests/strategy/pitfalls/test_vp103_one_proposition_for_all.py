from __future__ import annotations

from tests.strategies import gap, group, places, proposal, proposition, strategy

from custrata.strategy.parts.offering.proposition import Level, Promise
from custrata.strategy.pitfalls.vp103_one_proposition_for_all import PITFALL

TWO = (group("bakeries"), group("hotels"))


def test_the_only_offer_for_two_groups_is_found():
    doc = strategy(groups=TWO, propositions=(proposition("value", we_provide="fresh dough by six"),))
    assert places(PITFALL, doc) == ["propositions[value]"]


def test_an_offer_that_was_copied_from_group_to_group_is_found_at_the_copy():
    both = (
        proposition("a", group="bakeries", we_provide="Fresh dough by six."),
        proposition("b", group="hotels", we_provide="fresh dough  by six"),
    )
    assert places(PITFALL, strategy(groups=TWO, propositions=both)) == ["propositions[b]"]


def test_what_a_company_stands_for_may_be_one():
    whole = proposition("value", level=Level.STANDS_FOR, we_provide="dough that is fresh")
    assert places(PITFALL, strategy(groups=TWO, propositions=(whole,))) == []


def test_groups_with_offers_of_their_own_are_silent():
    both = (
        proposition("all", we_provide="fresh dough"),
        proposition("a", group="bakeries", we_provide="dough by six"),
        proposition("b", group="hotels", we_provide="bread by eight"),
    )
    assert places(PITFALL, strategy(groups=TWO, propositions=both)) == []
    told = (group("bakeries", proposition=proposal("Dough by six.")), group("hotels"))
    assert (
        places(PITFALL, strategy(groups=told, propositions=(proposition("all", we_provide="dough"),))) == []
    )


def test_one_group_and_an_offer_that_is_still_open_are_silent():
    one = proposition("value", we_provide="fresh dough by six")
    assert places(PITFALL, strategy(groups=TWO[:1], propositions=(one,))) == []
    waiting = proposition("value", promises=(Promise(id="p", statement=gap()),))
    assert places(PITFALL, strategy(groups=TWO, propositions=(waiting,))) == []
