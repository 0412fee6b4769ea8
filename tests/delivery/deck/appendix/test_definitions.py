from __future__ import annotations

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


def test_nothing_printed_makes_no_page():
    assert definitions(Ledger()) == ()
    assert statements(Ledger()) == ()
