from __future__ import annotations

from custrata.delivery.figures import say
from custrata.delivery.paper.page import (
    Band,
    Cell,
    Chart,
    Column,
    Grid,
    Heading,
    Line,
    Lines,
    Pair,
    Row,
    claims_of,
    lines_of,
)


def line(*claims: str, support: float = 1.5) -> Line:
    return Line(say("words"), claims=claims, support=support)


def test_lines_of_a_block_come_in_reading_order_with_the_note_last():
    grid = Grid("", (Column("a"),), (Row((Cell((line("E1"), line("E2"))),)),), note=line("E3"))
    assert [x.claims[0] for x in lines_of(grid)] == ["E1", "E2", "E3"]


def test_claims_of_a_page_are_counted_once():
    blocks = (
        Band("", line("E1")),
        Pair(Lines("", (line("E2"),)), Lines("", (line("E1"),))),
        Heading(line("E4"), lead=line("E5")),
        Chart("<svg/>", "a chart"),
    )
    assert claims_of(blocks) == ("E1", "E2", "E4", "E5")


def test_a_row_is_as_well_supported_as_its_best_line_unless_it_says_otherwise():
    cells = (Cell((line(support=1),)), Cell((line(support=4),)))
    assert Row(cells).rank == 4
    assert Row(cells, support=0.5).rank == 0.5
    assert Row().rank == 0
