from __future__ import annotations

from tests.complete import FUNCTIONS, complete
from tests.snapshots import grocer

from custrata.drafting.draft import draft
from custrata.strategy.maturity.decided import decided
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.revision.content import withdraw


def test_a_draft_that_nobody_has_signed_loses_its_proposals_and_intents():
    document = draft(grocer())
    kept = decided(document)
    assert all(group.intent is None for group in kept.groups)
    assert not any(isinstance(s, Proposal) for b in kept.canvas.blocks() for s in b[1].statements)
    assert len(kept.goals) == len(document.goals)


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


def test_what_its_owner_has_signed_stays_without_any_function():
    unsigned = complete()
    for function in FUNCTIONS:
        unsigned = withdraw(unsigned, function)
    assert decided(unsigned) == unsigned
