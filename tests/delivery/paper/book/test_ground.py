from __future__ import annotations

from tests.delivery.paper.book.reading import empty, headings, missing, words
from tests.delivery.paper.written import full, full_document

from custrata.delivery.paper.book.ground import customers, ground
from custrata.delivery.paper.page import Lines
from custrata.delivery.paper.telling import Teller


def test_foundation_groups_and_tiers_are_printed_in_full():
    document, teller = full_document(), Teller(full())
    assert missing((document.foundation,), ground(teller)) == []
    assert missing((*document.groups, *document.tiers), customers(teller)) == []


def test_empty_blocks_of_the_canvas_are_named_in_one_gap():
    blocks = ground(Teller(full()))
    block = next(b for b in blocks if isinstance(b, Lines) and b.heading == "Blocks that are empty")
    assert "Governance" in block.lines[0].words.text


def test_the_share_aimed_at_stands_with_its_basis():
    assert "If one in ten of the silver tier walks more" in words(customers(Teller(full())))
    assert headings(customers(Teller(full()))) == ["Customer groups", "Policy of the portfolio tiers"]


def test_an_empty_strategy_prints_only_that_its_canvas_is_empty():
    assert headings(ground(empty())) == ["The canvas"]
    assert customers(empty()) == ()
