from __future__ import annotations

from dataclasses import replace

import pytest
from tests.delivery.paper.written import full, full_document, gap

from custrata.delivery.paper.page import Grid, Lines, Pair, Voice, lines_of
from custrata.delivery.paper.pages.value_proposition import (
    is_proven,
    level_title,
    proposition_sheet,
    value_proposition,
)
from custrata.delivery.paper.telling import Teller
from custrata.strategy.parts.offering.proposition import Promise


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Teller(full())


def test_the_finding_counts_what_is_proven():
    assert value_proposition(full())[0].finding.words.text == (
        "What we promise Weekend walkers is proven in one of three claims"
    )


def test_a_promise_is_proven_by_a_supported_claim_among_its_proofs_alone(teller):
    fit, fast, back = full_document().propositions[0].promises
    assert [is_proven(teller, p) for p in (fit, fast, back)] == [True, False, False]


def test_a_promise_that_is_a_gap_is_no_claim(teller):
    part = full_document().propositions[0]
    waits = Promise(id="w", statement=gap("w_said", "Not found.", "interviews"))
    sheet = proposition_sheet(teller, part.model_copy(update={"promises": (waits,)}))
    assert sheet.finding.words.text.endswith("has no claim yet that anybody could check")


def test_nothing_proven_is_said_plainly(teller):
    part = full_document().propositions[0]
    only = proposition_sheet(teller, part.model_copy(update={"promises": (part.promises[1],)}))
    assert only.finding.words.text.endswith("is not proven yet in its one claim")
    two = proposition_sheet(teller, part.model_copy(update={"promises": part.promises[1:]}))
    assert two.finding.words.text.endswith("is not proven yet in any of its two claims")


def test_pieces_of_the_sentence_that_nobody_wrote_are_gaps():
    sentence = value_proposition(full())[1].blocks[0]
    said = [(x.voice, x.words.text) for x in lines_of(sentence)]
    assert [voice for voice, _ in said] == [Voice.STATED, Voice.PROPOSAL, Voice.GAP, Voice.QUIET]
    assert said[2][1] == "Not written yet: who need, we provide, unlike."


def test_proof_stands_beside_its_claim_and_no_proof_is_a_gap():
    grid = next(
        b for b in value_proposition(full())[0].blocks if isinstance(b, Grid) and "proof" in b.heading
    )
    assert grid.rows[0].cells[1].lines[0].claims == ("P01",)
    assert grid.rows[2].cells[1].lines[0].voice is Voice.GAP


def test_doing_nothing_is_an_alternative_that_needs_an_answer():
    pair = next(b for b in value_proposition(full())[0].blocks if isinstance(b, Pair))
    assert pair.left.lines[1].words.text == "No answer written yet to: The old pair (doing nothing)."
    assert pair.left.lines[1].voice is Voice.GAP


def test_a_proposition_that_nobody_tested_says_so(teller):
    part = full_document().propositions[1]
    tested = next(
        b
        for b in proposition_sheet(teller, part).blocks
        if isinstance(b, Lines) and b.heading == "Tests with customers"
    )
    assert tested.lines[0].voice is Voice.GAP
    assert level_title(part) == "What we stand for"


def test_drawing_of_a_group_leaves_the_others_out():
    assert len(value_proposition(replace(full(), group="walkers"))) == 1
