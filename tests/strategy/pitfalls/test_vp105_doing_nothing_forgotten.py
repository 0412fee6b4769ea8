from __future__ import annotations

import pytest
from tests.strategies import places, proposition, strategy

from custrata.strategy.parts.offering.proposition import Alternative
from custrata.strategy.pitfalls.vp105_doing_nothing_forgotten import PITFALL


def document(*alternatives: Alternative, **fields):
    return strategy(propositions=(proposition("value", alternatives=alternatives, **fields),))


RIVAL = Alternative(id="rival", name="buy from the wholesaler")


def test_alternatives_that_are_all_rivals_are_found():
    assert places(PITFALL, document(RIVAL)) == ["propositions[value].alternatives"]


def test_an_alternative_that_is_marked_as_nothing_is_silent():
    assert places(PITFALL, document(RIVAL, Alternative(id="n", name="bake it at home", nothing=True))) == []


@pytest.mark.parametrize(
    "name", ["do nothing", "the status quo", "stay as they are", "do without bread", "not buy at all"]
)
def test_an_alternative_that_says_so_in_words_is_silent(name):
    assert places(PITFALL, document(RIVAL, Alternative(id="n", name=name))) == []
    assert places(PITFALL, document(RIVAL, unlike=name)) == []


def test_a_proposition_without_alternatives_is_open_and_silent():
    assert places(PITFALL, document()) == []
