from __future__ import annotations


def pages_of(deck, topic):
    return [s for s in deck.slides if s.topic.startswith(topic)]


def test_periods_go_by_letters_that_the_foot_explains(deck):
    found = pages_of(deck("grocer"), "Figures of the whole base")
    letters = {row.cells[3].main.text for s in found for p in s.exhibits for row in p.exhibit.rows}
    assert letters
    for letter in letters:
        assert f"{letter} " in found[0].evidence.removeprefix("Periods: ")


def test_every_measure_by_parts_says_by_what(deck):
    found = pages_of(deck("grocer"), "Figures by parts of the base")
    names = [row.cells[2].main.text for s in found for row in s.exhibits[0].exhibit.rows]
    assert names
    assert all(" × " in name for name in names if name)
