from __future__ import annotations

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office.tables import draw_table
from custrata.delivery.deck.slides import Cell, Column, Row, Table
from custrata.delivery.figures import say
from custrata.vocabulary import EvidenceState

TABLE = Table(
    (Column("Name"), Column("State"), Column("Heat", right=True)),
    (
        Row(
            (Cell(say("one"), say("small")), Cell(state=EvidenceState.STALE), Cell(say("x"), heat=4)),
            edge="#12355F",
        ),
    ),
)


def test_borders_come_before_the_fill_in_every_cell(slide):
    draw_table(slide, Zone(1.6, 4.4, 20, 10), TABLE, "en-GB")
    for properties in slide.shapes._spTree.xpath(".//a:tcPr"):
        names = [child.tag.split("}")[1] for child in properties]
        assert names[:4] == ["lnL", "lnR", "lnT", "lnB"]


def test_the_table_has_a_header_no_banding_and_says_its_state_in_words(slide):
    draw_table(slide, Zone(1.6, 4.4, 20, 10), TABLE, "en-GB")
    table = next(s.table for s in slide.shapes if s.has_table)
    assert table.first_row
    assert not table.horz_banding
    assert table.cell(1, 1).text_frame.text == "■ Stale"


def test_the_lower_edge_follows_from_the_rows(slide):
    lower = draw_table(slide, Zone(1.6, 4.4, 20, 10), TABLE, "en-GB")
    frame = next(s for s in slide.shapes if s.has_table)
    assert abs((frame.top + sum(r.height for r in frame.table.rows)) / 360_000 - lower) < 0.01
