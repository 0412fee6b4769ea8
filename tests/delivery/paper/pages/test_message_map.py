from __future__ import annotations

import pytest
from tests.delivery.paper.written import full, full_document, gap

from custrata.delivery.paper.page import Grid, Lines, Tone
from custrata.delivery.paper.pages.message_map import may_be_used, message_map, message_sheet
from custrata.delivery.paper.telling import Teller


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Teller(full())


def test_a_message_may_be_used_when_data_prove_it_or_the_promise_that_it_carries(teller):
    messages = full_document().message_maps[0].messages
    assert [may_be_used(teller, m) for m in messages] == [True, True, False, False]


def test_a_message_that_is_a_gap_may_never_be_used(teller):
    message = full_document().message_maps[0].messages[0]
    assert not may_be_used(
        teller, message.model_copy(update={"statement": gap("g", "Not tested.", "a test")})
    )


def test_claims_that_must_not_be_used_yet_stand_in_a_dotted_frame():
    held = message_map(full())[0].blocks[-1]
    assert isinstance(held, Lines)
    assert (held.framed, held.tone) == (True, Tone.LOSS)
    assert [x.tail for x in held.lines] == ["needs an owner", "M04"]


def test_the_proof_of_the_promise_stands_beside_the_message():
    grid = message_map(full())[0].blocks[0]
    assert isinstance(grid, Grid)
    assert grid.rows[0].cells[2].lines[0].claims == ("P01",)
    assert grid.rows[1].cells[2].lines[0].words.text == "the claim itself"


def test_without_a_proven_claim_the_page_says_that_none_may_be_used(teller):
    part = full_document().message_maps[0]
    sheet = message_sheet(teller, part.model_copy(update={"messages": part.messages[2:], "promise": None}))
    assert sheet.finding.words.text == "What we say to Weekend walkers is not written yet"
    assert "none may be used" in sheet.blocks[1].lines[0].words.text
