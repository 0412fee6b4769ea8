from __future__ import annotations

from tests.strategies import PERSON, gap, places, proposition, strategy

from custrata.strategy.parts.offering.proposition import Benefit, PropositionTest
from custrata.strategy.pitfalls.vp104_untested_proposition import PITFALL

WHOLE = {
    "for_whom": "bakeries",
    "who_need": "dough by six",
    "we_provide": "a night run",
    "unlike": "the wholesaler",
}


def test_a_whole_sentence_that_no_customer_heard_is_found():
    assert places(PITFALL, strategy(propositions=(proposition("value", **WHOLE),))) == ["propositions[value]"]


def test_an_offer_that_a_person_stands_for_is_found():
    doc = strategy(propositions=(proposition("value", we_provide="a night run", owner=PERSON),))
    assert places(PITFALL, doc) == ["propositions[value]"]


def test_a_test_that_was_made_or_is_planned_is_silent():
    made = PropositionTest(id="t", with_whom="bakeries", n=10, on="2026-01-15", passed=True)
    planned = PropositionTest(id="t", with_whom="bakeries")
    for one in (made, planned):
        assert places(PITFALL, strategy(propositions=(proposition("value", tests=(one,), **WHOLE),))) == []


def test_a_gap_that_says_so_is_silent():
    open_one = Benefit(id="b", statement=gap("The proposition is untested.", "ten bakeries"))
    assert (
        places(PITFALL, strategy(propositions=(proposition("value", benefits=(open_one,), **WHOLE),))) == []
    )


def test_a_draft_with_pieces_missing_that_nobody_has_taken_is_silent():
    assert places(PITFALL, strategy(propositions=(proposition("value", for_whom="bakeries"),))) == []
    assert places(PITFALL, strategy(propositions=(proposition("value", owner=PERSON),))) == []
