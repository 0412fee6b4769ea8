from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.chapters import behaviour


def test_a_cohort_triangle_is_empty_where_nothing_has_happened_yet(material):
    rows = behaviour.cohorts(material("grocer")).exhibits[0].exhibit.rows
    assert rows[0].cells[-1].main.text
    assert not rows[-1].cells[-1].main.text


def test_the_cohorts_title_spans_exactly_the_column_that_is_shown(material):
    for company in ("grocer", "shop_with_profit"):
        slide = behaviour.cohorts(material(company))
        if slide is None:
            continue
        cells = [
            row.cells[3].main.figures[0] for row in slide.exhibits[0].exhibit.rows if row.cells[3].main.text
        ]
        ranked = sorted(cells, key=lambda f: f.value)
        assert slide.titles[0].text.startswith(f"Between {ranked[0].text} and {ranked[-1].text} of new")


def test_those_present_when_the_data_begin_are_no_cohort_of_new_customers(material):
    found = material("grocer")
    first = min(r.segment[0][1] for r in found.points("cohort_retention", "cohort", "age"))
    slide = behaviour.cohorts(found)
    assert first not in {row.cells[0].main.text for row in slide.exhibits[0].exhibit.rows}
    assert "those present when the data begin" in slide.measured.text


def test_the_heat_goes_from_the_lowest_to_the_highest(material):
    rows = behaviour.cohorts(material("grocer")).exhibits[0].exhibit.rows
    cells = [(c.main.figures[0].value, c.heat) for r in rows for c in r.cells[3:] if c.main.text]
    assert max(cells)[1] == 4
    assert min(cells)[1] == 1
    ordered = sorted(cells)
    assert [h for _, h in ordered] == sorted(h for _, h in ordered)


def test_categories_that_lose_money_stand_in_the_title(material):
    assert "“Furniture” loses money" in behaviour.categories(material("shop_with_profit")).titles[0].text


def test_the_largest_category_comes_first(material):
    points = behaviour.categories(material("grocer")).exhibits[0].exhibit.points
    values = [p.figure.value for p in points]
    assert values == sorted(values, reverse=True)


def test_what_is_not_known_is_left_out(material):
    found = material("pipeline")
    for make in (
        behaviour.coming_back,
        behaviour.cohorts,
        behaviour.categories,
        behaviour.price,
        behaviour.acquisition,
    ):
        assert make(found) is None


def test_discounts_and_refunds_are_figures(material):
    slide = behaviour.price(material("grocer"))
    assert slide.titles[0].text == "Discounts take 16% of list value"
    assert "$143k" in [r.figure.text for r in slide.exhibits[0].exhibit.rows]


def _without_discounts(found):
    readings = tuple(r for r in found.snapshot.readings if r.measure != "discount_share")
    return replace(found, snapshot=replace(found.snapshot, readings=readings))


def test_the_refund_rate_is_a_share_of_money_and_not_of_orders(material):
    rows = behaviour.price(material("grocer")).exhibits[0].exhibit.rows
    said = next(r.words.text for r in rows if any(x.measure == "refund_rate" for x in r.figure.readings))
    assert said == "of the revenue of sales was given back"


def test_where_no_discount_was_given_nothing_is_said_of_discounts(material):
    slide = behaviour.price(_without_discounts(material("grocer")))
    assert slide.topic == "Refunds"
    assert slide.titles[0].text.startswith("Refunds give back ")
    assert "refunds" in slide.so_what.text
    assert "iscount" not in slide.topic + slide.titles[0].text + slide.so_what.text
