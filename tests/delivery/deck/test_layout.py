from __future__ import annotations

import pytest

from custrata.delivery.deck import layout
from custrata.delivery.deck.slides import Cell, Column, Item, Panel, Row, Table, Voice
from custrata.delivery.figures import Name, say


def table(*rows: tuple[str, ...], dense: bool = False) -> Table:
    cells = tuple(Row(tuple(Cell(say(Name(t))) for t in row)) for row in rows)
    return Table(tuple(Column(f"Head {'abc'[i]}") for i in range(len(rows[0]))), cells, dense)


LONG = "words that go on for quite a while and will not stand in one line of a narrow column " * 2


def test_columns_fill_the_room_exactly():
    assert sum(layout.column_widths(table(("a", "b")), 20)) == pytest.approx(20)
    assert sum(layout.column_widths(table(("a", LONG, LONG)), 20)) == pytest.approx(20)


def test_short_columns_keep_their_width_beside_long_ones():
    widths = layout.column_widths(table(("12 Dec 2017", LONG)), 16)
    assert layout.lay(table(("12 Dec 2017", LONG)), 16, 10).rows[0] > layout.ROW_LEAST
    assert widths[1] > 2 * widths[0]


def test_a_row_is_as_high_as_its_highest_cell():
    widths = layout.column_widths(table(("a", LONG)), 12)
    high = layout.row_height(table(("a", LONG)), table(("a", LONG)).rows[0], widths)
    assert high > layout.row_height(table(("a", "b")), table(("a", "b")).rows[0], (6, 6))


def test_pages_hold_every_row_once_and_are_even():
    rows = [(str(i), "b") for i in range(23)]
    pages = layout.split(table(*rows), 20, 100)
    assert [r.cells[0].main.text for p in pages for r in p.rows] == [str(i) for i in range(23)]
    assert max(len(p.rows) for p in pages) <= 11
    assert max(len(p.rows) for p in pages) - min(len(p.rows) for p in pages) <= 2


def test_a_table_is_set_small_only_to_save_a_page():
    few = table(*[("a", "b")] * 4, dense=True)
    assert not layout.best_set(few, 20, 11)[0].dense
    many = table(*[("a", "b")] * 10)
    assert layout.best_set(many, 20, 9.5)[0].dense


def test_a_panel_drops_its_last_items_when_they_do_not_fit():
    items = tuple(Item(words=say(LONG)) for _ in range(6))
    kept = layout.fitting(Panel("Heading", items, Voice.PROPOSAL), 9, 5)
    assert 1 <= len(kept.items) < 6
    assert len(layout.fitting(Panel("Heading", items, Voice.PROPOSAL), 9, 0.1).items) == 1


def test_short_words_are_not_cut_where_a_table_has_no_room():
    crowded = Table(
        (Column("Id", share=0), Column("Words", share=1, least=4), Column("More", share=1, least=4)),
        (Row((Cell(say(Name("R14"))), Cell(say(Name(LONG))), Cell(say(Name(LONG))))),),
        dense=True,
    )

    widths = layout.column_widths(crowded, 6)

    assert sum(widths) == pytest.approx(6)
    assert widths[0] == pytest.approx(layout.column_widths(crowded, 9)[0])


def test_a_panel_fits_only_where_all_its_words_do():
    panel = Panel("Heading", (Item(words=say(LONG)),), Voice.GAP)

    assert layout.fits(panel, 12, 6)
    assert not layout.fits(panel, 3, 2)
    assert not layout.fits(Panel("Heading", (*panel.items, *panel.items * 4), Voice.GAP), 12, 3)
