from __future__ import annotations

from custrata.delivery.deck.variants.binding import bind, ids_of


def test_an_excerpt_calls_its_figures_as_the_whole_does(composition):
    found = composition("grocer")
    ids = ids_of(found.material, found.slides)
    excerpt = bind(found.material, found.of_rows(("tiers",)), ids=ids)
    shown = [
        row.cells[0].main.text
        for s in excerpt.slides
        if s.topic.startswith("Figures")
        for p in s.exhibits
        for row in p.exhibit.rows
        if row.cells[0].main.text.startswith("R")
    ]
    assert shown
    assert set(shown) <= set(ids.values())


def test_the_title_of_a_variant_stands_on_its_cover(composition):
    found = composition("grocer")
    deck = bind(found.material, found.of_rows(("tiers",)), ids={}, title="For a test")
    assert deck.cover.title == deck.title == "For a test"
