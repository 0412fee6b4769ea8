from __future__ import annotations

import datetime as dt

from tests.complete import FUNCTIONS, HOLDER, complete
from tests.snapshots import grocer

from custrata.drafting.draft import draft
from custrata.strategy.document import Document
from custrata.strategy.maturity.decided import decided
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.revision.content import sign, withdraw


def test_a_draft_that_nobody_has_signed_loses_its_proposals_and_intents():
    document = draft(grocer())
    kept = decided(document)
    assert all(group.intent is None for group in kept.groups)
    assert not any(isinstance(s, Proposal) for b in kept.canvas.blocks() for s in b[1].statements)
    assert kept.goals == kept.initiatives == ()


def test_a_goal_that_a_person_answers_for_stays():
    document = draft(grocer())
    owned = document.goals[0].model_copy(update={"owner": HOLDER})
    assert decided(document.model_copy(update={"goals": (owned, *document.goals[1:])})).goals == (owned,)


def test_claims_and_gaps_of_the_canvas_stay():
    document = draft(grocer())
    before, after = (
        [s for _, b in d.canvas.blocks() for s in b.statements if isinstance(s, Claim | Gap)]
        for d in (document, decided(document))
    )
    assert before == after


def test_a_document_that_a_function_has_signed_stands_as_it_is():
    whole = complete()
    assert decided(whole) is whole


def unsigned() -> Document:
    document = complete()
    for function in FUNCTIONS:
        document = withdraw(document, function)
    return document


def test_what_its_owner_has_signed_stays_without_any_function():
    kept = decided(unsigned())
    assert (kept.groups, kept.canvas, kept.propositions) == (
        unsigned().groups,
        unsigned().canvas,
        unsigned().propositions,
    )


def test_a_practice_counts_when_a_person_is_named_in_it():
    first, *others = unsigned().insight_sources
    ideas = tuple(s.model_copy(update={"owner": Owner(role="head of service")}) for s in others)
    document = unsigned().model_copy(update={"insight_sources": (first, *ideas)})
    kept = decided(document)
    assert kept.insight_sources == (first,)
    assert kept.decision_rights == document.decision_rights
    assert (kept.incentives, kept.resources, kept.people.teams) == ((), (), ())


def test_an_intent_counts_as_signed_once_every_function_has_signed():
    document, day = draft(grocer()), dt.date(2026, 3, 2)
    for one in document.sign_offs:
        document = sign(document, one.function, "A. Person", day)
    found = decided(document)
    assert {g.intent.signed_on for g in found.groups if g.intent} == {day}
    assert {g.statement.signed_on for g in found.goals} == {day}
