from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from tests.snapshots import grocer

from custrata.delivery.deck.appendix.definitions import definitions, statements
from custrata.delivery.deck.ledger import Ledger, Statement


def test_a_definition_says_unit_what_n_counts_and_method(deck):
    pages = [s for s in deck("grocer").slides if s.topic.startswith("Definitions")]
    said = [row.cells[1].main.text for s in pages for p in s.exhibits for row in p.exhibit.rows]
    assert said
    assert all(text.endswith("]") and "; n " in text for text in said)


def test_figures_of_one_source_stand_in_one_row_once():
    rows = {
        ("row account", "9,994"): Statement("row account", "9,994", {2, 3}),
        ("row account", "12"): Statement("row account", "12", {3}),
    }
    found = statements(Ledger(statements=rows))
    cells = found[0].exhibits[0].exhibit.rows[0].cells
    assert [c.main.text for c in cells] == ["Row account", "2, 3", "9,994; 12"]


def test_who_is_counted_at_a_stage_stands_behind_the_measures_for_stages_that_are_printed():
    rules = ("acquisition: has not ordered yet", "lapsed: ordered long ago", "at risk: is overdue")
    manifest = replace(grocer().manifest, rules={"stages": rules})
    reading = next(r for r in grocer().readings if r.measure == "customers" and not r.segment)
    risk = replace(reading, segment=(("stage", "at risk"),))
    entry = SimpleNamespace(measure="customers", readings={"all": reading, "at risk": risk})
    (page,) = definitions(Ledger(entries={"customers": entry}), manifest)
    rows = [[cell.main.text for cell in row.cells] for p in page.exhibits for row in p.exhibit.rows]
    assert rows[-1] == [
        "stage at risk",
        "Is overdue; who is at acquisition or lapsed is not counted.",
    ]
    assert [row[0] for row in rows] == ["customers", "stage at risk"], "no stage that is not printed"


def test_nothing_printed_makes_no_page():
    assert definitions(Ledger(), grocer().manifest) == ()
    assert statements(Ledger()) == ()
