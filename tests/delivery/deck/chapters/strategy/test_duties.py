from __future__ import annotations

from custrata.delivery.deck.chapters.strategy import duties
from custrata.delivery.deck.variants.functions import function_of


def rows(slide):
    return [[c.main.text for c in row.cells] for row in slide.exhibits[0].exhibit.rows]


def test_a_function_sees_its_part_in_each_initiative(whole):
    found = whole("grocer")
    sales, marketing = (function_of(found.document, name) for name in ("sales", "marketing"))
    parts = {r[0]: r[1] for r in rows(duties.initiatives(found, sales))}
    assert parts["One price list"] == "Accountable"
    assert parts["Call first"] == "Owner"
    assert {r[0]: r[1] for r in rows(duties.initiatives(found, marketing))} == {
        "One price list": "Responsible"
    }


def test_handovers_say_from_whom_to_whom(whole):
    found = whole("grocer")
    slide = duties.interlocks(found, function_of(found.document, "marketing"))
    assert slide.titles[0].text == "Others wait for none of our handovers; we wait for 1 of theirs"
    assert rows(slide)[0][:3] == ["sales", "marketing", "a list of visits"]


def test_a_standard_says_what_is_promised(whole):
    found = whole("grocer")
    slide = duties.standards(found, function_of(found.document, "sales"))
    assert rows(slide)[0][:2] == ["First answer", "at most 4"]


def test_what_a_function_has_nothing_of_makes_no_slide(whole):
    found = whole("grocer")
    finance = function_of(found.document, "finance")
    assert duties.interlocks(found, finance) is None
    assert duties.standards(found, finance) is None


def test_the_next_review_holds_what_is_open(material):
    found = material("grocer")
    owner = found.document.decisions[0].owner.role
    slide = duties.next_review(found, function_of(found.document, owner))
    assert "Decision" in {r[0] for r in rows(slide)}
