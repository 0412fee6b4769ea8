from __future__ import annotations

from custrata.delivery.deck.chapters.economics import migration


def test_rows_are_tiers_before_and_columns_tiers_now(material):
    table = migration.moves(material("outfitter")).exhibits[0].exhibit
    assert [c.head for c in table.columns][2:] == ["Platinum", "Gold", "Silver", "Bronze", "Gone"]
    assert [r.cells[0].main.text for r in table.rows] == ["Platinum", "Gold", "Silver", "Bronze", "New"]
    gold = table.rows[1]
    assert gold.cells[1].main.text == "600"
    assert gold.cells[3].main.text == "462"
    assert gold.cells[3].heat == 4


def test_new_and_gone_customers_are_no_moves_up_or_down(material):
    title = migration.moves(material("outfitter")).titles[0].text
    assert title == "350 customers moved up a tier, 273 moved down; those who fell bring €89k less"


def test_without_two_windows_there_is_no_slide(material):
    assert migration.moves(material("phone_company")) is None
