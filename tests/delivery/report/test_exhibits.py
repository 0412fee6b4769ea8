from __future__ import annotations

from tests.snapshots import grocer

from custrata.delivery.deck.slides import Bars, Cell, Column, Item, Panel, Point, Row, Table, Voice
from custrata.delivery.figures import Name, Spelling, say, stated
from custrata.delivery.report.exhibits import Drawing
from custrata.delivery.report.markup import Popovers
from custrata.vocabulary import EvidenceState


def drawing() -> Drawing:
    return Drawing(Popovers(grocer()))


def test_every_chart_has_a_table_with_the_same_numbers():
    made = drawing()
    html = made.exhibit(Bars((Point("North", stated(3.0, "customers", "settings")),), Spelling()), "finding")
    assert "<details>" in html
    assert '<summary>Table</summary><div class="scroll"' in html
    assert ">3</button>" in html
    assert 'aria-label="finding"' in html
    assert list(made.specs) == ["chart1"]


def test_names_with_markup_cannot_leave_the_script_element():
    made = drawing()
    made.exhibit(Bars((Point("</script><b>", stated(3.0, "customers", "settings")),), Spelling()), "finding")
    assert "<" not in made.scripts()


def test_states_heat_and_dots_of_a_table_are_kept():
    share = stated(0.4, "share", "settings")
    row = Row(
        (Cell(say(Name("<i>"))), Cell(state=EvidenceState.STALE), Cell(say(share), heat=3), Cell()), now=share
    )
    table = Table((Column("A"), Column("B"), Column("C"), Column("D")), (row,), heat=True, track=3)
    html = drawing().exhibit(table, "finding")
    assert "&lt;i&gt;" in html
    assert "Stale" in html
    assert 'class="ink h3"' in html
    assert 'class="now"' in html


def test_proposals_and_decisions_look_different_from_computed_words():
    html = drawing().exhibit(Panel("H", (Item(words=say("Agree")),), Voice.DECISION), "finding")
    assert "<ol><li>Agree</li></ol>" in html
    assert 'class="words decision"' in html
