from __future__ import annotations

from dataclasses import replace

import pytest
from tests.delivery.paper.written import full, full_document

from custrata.delivery.paper.book import strategy
from custrata.delivery.paper.page import Grid, Heading, Lines, lines_of
from custrata.delivery.paper.telling import Teller
from custrata.strategy.document import Document


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Teller(full())


def headings(blocks) -> list[str]:
    return [b.text.words.text for b in blocks if isinstance(b, Heading)]


def said(blocks) -> str:
    return " | ".join(f"{x.head} {x.words.text}" for b in blocks for x in lines_of(b))


PARTS = (
    strategy.ground,
    strategy.customers,
    strategy.offering,
    strategy.plan,
    strategy.lifecycle,
    strategy.steering,
    strategy.open_ends,
)


def test_every_statement_of_the_parts_is_printed(teller):
    printed = said(b for part in PARTS for b in part(teller))
    document = full_document()
    parts = (document.foundation, *document.groups, *document.goals, *document.outcomes, *document.tiers)
    for part in parts:
        for field in type(part).model_fields:
            value = getattr(part, field)
            if hasattr(value, "text"):
                assert value.said()[:40] in printed, (part, field)


def test_empty_blocks_of_the_canvas_are_named_in_one_gap(teller):
    block = next(
        b for b in strategy.ground(teller) if isinstance(b, Lines) and b.heading == "Blocks that are empty"
    )
    assert "Governance" in block.lines[0].words.text


def test_headings_name_what_stands_under_them(teller):
    assert headings(strategy.customers(teller)) == ["Customer groups", "Policy of the portfolio tiers"]
    assert "Value proposition: Weekend walkers" in headings(strategy.offering(teller))
    assert headings(strategy.lifecycle(teller)) == ["Stages", "Steps between stages"]
    assert headings(strategy.steering(teller)) == ["Scorecard"]


def test_scores_say_which_way_is_better(teller):
    grid = next(b for b in strategy.plan(teller) if isinstance(b, Grid) and b.heading.startswith("Scores"))
    assert "7 is best" in grid.heading
    assert grid.rows[0].cells[1].lines[0].words.text == "customer value 6 and effort 4"


def test_an_assumption_says_at_which_number_it_fails(teller):
    grid = next(b for b in strategy.open_ends(teller) if isinstance(b, Grid))
    assert grid.rows[0].cells[1].lines[0].words.text == "repeat rate at least 65%"


def test_signatures_are_signed_open_or_declined_with_the_reason(teller):
    assert [done for _, done in strategy.signature_lines(teller)] == [
        "signed by Head of sales, 3 Dec 2024, revision 4",
        "open",
        "declined: the cost of fitting is not in it",
    ]
    assert len(strategy.signatures(teller).rows) == 3


def test_an_empty_strategy_prints_only_that_its_canvas_is_empty():
    empty = Teller(replace(full(), document=Document(schema_version=2, company="Nobody"), evidence=()))
    assert [headings(part(empty)) for part in PARTS] == [["The canvas"], [], [], [], [], [], []]
