from __future__ import annotations

import datetime as dt

import pytest
from tests.delivery.paper.written import CARE, full, full_document, gap, propose

from custrata.delivery.paper.book.listing import (
    card,
    cell,
    grid,
    is_narrow,
    said,
    section,
    statement_or_none,
    words_of,
)
from custrata.delivery.paper.page import Cell, Heading, Voice
from custrata.delivery.paper.telling import Teller, plainly
from custrata.strategy.parts.foundation.purpose import Foundation
from custrata.strategy.parts.part import Owner
from custrata.vocabulary import Stage


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Teller(full())


def test_plain_values_are_read_as_people_write_them(teller):
    values = (
        dt.date(2026, 1, 3),
        Stage.AT_RISK,
        True,
        -2,
        1200,
        "walkers",
        "repeat_rate",
        "goal1",
        None,
        Owner(),
    )
    said = "3 Jan 2026|at risk|yes|−2|1,200|Weekend walkers|repeat rate|goal 1||needs an owner"
    assert "|".join(words_of(teller, v) for v in values) == said


def test_a_cell_keeps_who_speaks(teller):
    assert cell(teller, gap("x", "Not known.", "a table")).lines[0].voice is Voice.GAP
    assert cell(teller, (propose("x", "Try"),)).lines[0].voice is Voice.PROPOSAL
    assert cell(teller, Owner(role="head")).lines[0].voice is Voice.PROPOSAL
    assert cell(teller, CARE).lines[0].voice is Voice.STATED
    assert cell(teller, "").lines == ()


def test_columns_that_nobody_fills_are_left_out(teller):
    table = grid(
        teller,
        "Goals",
        full_document().goals,
        (("Goal", "statement", 3), ("Change", "portfolio_change", 2), ("Owner", "owner", 1)),
    )
    assert [c.head for c in table.columns] == ["Goal", "Owner"]
    assert grid(teller, "None", (), (("A", "id", 1),)) is None


def test_every_field_that_holds_something_stands_on_its_card(teller):
    lines = card(teller, "Charter", full_document().channel_charters[0]).lines
    heads = {x.head for x in lines}
    assert {
        "Role:",
        "Motion:",
        "Guardrails:",
        "Kpis:",
        "Does not:",
        "Handovers:",
        "Budget:",
        "Review on:",
    } <= heads
    assert any(x.claims == ("C01",) for x in lines)


def test_an_empty_part_says_that_it_is_empty(teller):
    (line,) = card(teller, "Foundation", Foundation()).lines
    assert (line.voice, line.support) == (Voice.GAP, 0.0)


def test_a_section_without_blocks_is_left_out(teller):
    assert section("Title", [None]) == ()
    found = section("Title", [said(teller, "Said", [propose("x", "Try")])], lead="Lead")
    assert isinstance(found[0], Heading)
    assert len(found) == 2


def test_a_name_is_narrow_and_a_sentence_is_not():
    assert is_narrow([Cell((plainly("At risk"),)), Cell()])
    assert not is_narrow([Cell((plainly("A sentence that is longer than a name"),))])


def test_only_statements_are_statements():
    assert statement_or_none("words") is None
