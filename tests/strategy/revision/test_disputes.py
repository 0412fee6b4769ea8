from __future__ import annotations

from custrata.strategy.document import Document
from custrata.strategy.parts.group import CustomerGroup, TargetShare
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Gap, Proposal
from custrata.strategy.revision.disputes import as_json, told
from custrata.strategy.revision.merge import merge


def conflict(*sides, field="groups"):
    documents = [Document(schema_version=2, company="A", **{field: side}) for side in sides]
    return merge(*documents).conflicts[0]


def gold(**fields):
    return (CustomerGroup(id="gold", name="Gold", **fields),)


def test_a_conflict_says_what_each_side_made_of_it():
    found = conflict(
        gold(), gold(share_targeted=TargetShare(value=0.18)), gold(owner=Owner(name="A. Person"))
    )
    assert told(found) == (
        "Gold (groups[gold]): both changed it, in different ways",
        "mine: target share nothing → 18%",
        "theirs: owner open → A. Person",
    )


def test_a_deletion_and_a_new_sentence_are_said():
    need, other = Proposal(id="P1", text="Calls."), Gap(id="G1", text="Not known.", waits_for="data")
    found = conflict(gold(payer=need), gold(payer=other), gold())
    assert told(found)[1:] == ("mine: gap “Not known. Waits for data.”", "theirs: takes it out")


def test_a_sentence_is_said_before_and_after():
    sides = [gold(payer=Proposal(id="P1", text=text)) for text in ("A.", "B c.", "D.")]
    assert told(conflict(*sides))[1] == "mine: “A.” → “B c.”"


def test_programs_get_the_same_words():
    assert as_json(conflict("EUR", "USD", "CHF", field="currency")) == {
        "path": "currency",
        "why": "both changed it, in different ways",
        "base": "EUR",
        "mine": "EUR → USD",
        "theirs": "EUR → CHF",
    }
