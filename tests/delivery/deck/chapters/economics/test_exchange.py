from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.chapters.economics import exchange


def test_a_group_is_called_only_where_both_intervals_are_clear_of_the_lines(material):
    slide = exchange.exchange(material("outfitter"))
    said = {r.cells[0].main.text: r.cells[2].main.text for r in slide.exhibits[1].exhibit.rows}
    assert said == {
        "Platinum": "Under-served",
        "Gold": "Balanced",
        "Silver": "Near a line",
        "Bronze": "Misfit",
    }


def test_the_title_names_the_group_and_counts_the_customers(material):
    slide = exchange.exchange(material("outfitter"))
    assert slide.titles[0].text == (
        "Platinum customers give much and get little; "
        "in all 402 customers, 17% of those known, are under-served"
    )
    assert [s.high for s in slide.exhibits[0].exhibit.spots].count(True) == 1


def test_an_index_of_tenure_and_discount_says_so_in_the_title(material):
    found = material("outfitter")
    said = "Value to the customer is: tenure (weight 1: days); discount (weight 1: share). Not known: usage."
    manifest = replace(found.snapshot.manifest, rules={"exchange": (said,)})
    slide = exchange.exchange(replace(found, snapshot=replace(found.snapshot, manifest=manifest)))
    assert all(title.text.endswith("by tenure and discount alone") for title in slide.titles)
    assert "repair the promise" not in slide.so_what.text


def test_lines_stand_where_the_rules_of_the_build_say(material):
    found = material("outfitter")
    assert exchange.boundaries(found) == (50.0, 50.0)
    said = "Much is from 61.5 of value to the customer and 48.2 of value to the business on, the medians."
    manifest = replace(found.snapshot.manifest, rules={"exchange": (said,)})
    assert exchange.boundaries(replace(found, snapshot=replace(found.snapshot, manifest=manifest))) == (
        61.5,
        48.2,
    )


def test_without_both_sides_there_is_no_map(material):
    assert exchange.exchange(material("shop_with_profit")) is None
