from __future__ import annotations

from tests.strategies import PERSON, claim, gap, places, proposal, proposition, strategy

from custrata.strategy.parts.offering.proposition import Benefit
from custrata.strategy.pitfalls.vp106_unquantified_impact import PITFALL


def document(impact=None, worth=None, **fields):
    benefit = Benefit(id="b", statement=proposal("No night work."), worth=worth)
    return strategy(propositions=(proposition("value", impact=impact, benefits=(benefit,), **fields),))


PLACE = ["propositions[value].impact"]


def test_an_impact_in_adjectives_is_found():
    assert places(PITFALL, document(proposal("They save a lot of time."))) == PLACE


def test_a_worth_in_adjectives_is_found():
    assert places(PITFALL, document(worth=proposal("Much calmer nights."))) == PLACE


def test_an_impact_or_a_worth_with_a_number_is_silent():
    assert places(PITFALL, document(proposal("They save two hours a week."))) == []
    assert places(PITFALL, document(proposal("They save 3% of flour."), owner=PERSON)) == []
    assert places(PITFALL, document(proposal("An evening a week."), owner=PERSON)) == []
    assert places(PITFALL, document(proposal("Nobody has to be there at night."), owner=PERSON)) == []
    assert places(PITFALL, document(claim(), owner=PERSON)) == []
    assert places(PITFALL, document(worth=proposal("Half a night."), owner=PERSON)) == []


def test_a_gap_and_a_field_that_is_still_open_are_silent():
    assert places(PITFALL, document(gap("Nobody has counted it."), owner=PERSON)) == []
    assert places(PITFALL, document(worth=gap("Nobody has counted it."), owner=PERSON)) == []
    assert places(PITFALL, document(owner=PERSON)) == []
