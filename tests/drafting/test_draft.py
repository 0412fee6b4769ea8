from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.snapshots import bare, every_company, grocer, phone_company, pipeline

from custrata.drafting.draft import draft
from custrata.strategy.parts.canvas import TITLES
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.text import dump
from custrata.strategy.wording.sentence import loose_digits
from custrata.strategy.wording.spelling import UNKNOWN
from custrata.vocabulary import Intent

EACH = pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)


@EACH
def test_every_block_of_the_canvas_says_something(snapshot):
    blocks = dict(draft(snapshot).canvas.blocks())
    assert list(blocks) == list(TITLES)
    assert all(block.statements and block.owner.role for block in blocks.values())


@EACH
def test_no_number_stands_in_a_claim_as_digits(snapshot):
    for _, statement in draft(snapshot).statements():
        if isinstance(statement, Claim):
            assert loose_digits(statement.text) == ()
            assert statement.figures


@EACH
def test_every_judgement_has_a_role_suggested_and_nobody_named(snapshot):
    for _, statement in draft(snapshot).statements():
        if isinstance(statement, Proposal):
            assert statement.owner.role
            assert not statement.owner.assigned
            assert statement.signed_on is None


@EACH
def test_sentences_read_as_sentences(snapshot):
    for path, statement in draft(snapshot).statements():
        said = statement.said()
        assert said[0] in "“−" or said[0].isdigit() or said[0].isupper() or not said[0].isalpha(), (
            path,
            said,
        )
        assert said[-1] in ".?", (path, said)
        assert UNKNOWN not in said or isinstance(statement, Gap), (path, said)
        assert "!" not in said
        assert "  " not in said
        assert not re.search(r"\b1 (customers|orders|days|contracts)\b", said), (path, said)
        assert ".." not in said


@EACH
def test_the_same_snapshot_gives_the_same_document_whatever_the_order_of_readings(snapshot):
    turned = replace(snapshot, readings=tuple(reversed(snapshot.readings)))
    assert dump(draft(snapshot)) == dump(draft(snapshot))
    assert dump(draft(turned)) == dump(draft(snapshot))


@EACH
def test_claims_are_numbered_without_a_hole(snapshot):
    numbers = sorted(int(claim.id[1:]) for claim in draft(snapshot).claims())
    assert numbers == list(range(1, len(numbers) + 1))


@EACH
def test_numbers_quoted_by_proposals_are_figures_of_claims(snapshot):
    document = draft(snapshot)
    bound = {k.key for claim in document.claims() for f in claim.figures for k in f.keys}
    quoted = [
        k.key for _, s in document.statements() if isinstance(s, Proposal) for f in s.figures for k in f.keys
    ]
    assert set(quoted) <= bound


def test_insights_point_at_claims_in_their_blocks_first_things_first():
    document = draft(grocer())
    assert [i.claim for i in document.insights[:3]] == ["E01", "E02", "E03"]
    assert document.claim("E01").topic == "retention"


def test_the_head_says_where_the_draft_comes_from():
    document = draft(grocer())
    assert document.snapshot == grocer().manifest.fingerprint
    assert document.horizon.starts_on == document.as_of == grocer().manifest.as_of
    assert draft(phone_company()).horizon.starts_on is None
    assert not any(s.signed for s in document.sign_offs)


def test_an_empty_company_still_has_a_strategy_of_gaps():
    document = draft(bare())
    assert document.groups == ()
    assert document.goals == ()
    kinds = [type(s) for _, s in document.statements()]
    assert kinds.count(Gap) > kinds.count(Claim)


def test_a_pipeline_without_orders_speaks_of_deals():
    said = [claim.said() for claim in draft(pipeline()).claims()]
    assert "63% of closed opportunities are won." in said


def test_at_most_two_intents_come_first():
    for snapshot in every_company():
        groups = draft(snapshot).groups
        first = {g.intent.intent for g in groups if g.intent and g.intent.emphasised}
        assert len(first) <= 2
        assert not groups or Intent.GROW in {g.intent.intent for g in groups}


def test_a_draft_leaves_no_second_wording_that_an_edit_of_the_text_would_miss():
    claims = [s for _, s in draft(grocer()).statements() if isinstance(s, Claim)]
    assert claims
    assert not [c.id for c in claims if c.short]
    assert claims[0].model_copy(update={"text": "As we say it."}).said_short() == "As we say it."
