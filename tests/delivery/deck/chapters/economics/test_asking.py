from __future__ import annotations

from custrata.delivery.deck.chapters.economics import asking


def test_terms_state_model_basis_horizon_discount_and_day(material):
    found = material("outfitter")
    said = asking.terms(found, found.reading("lifetime_value")).text
    assert said == (
        "Pareto/NBD, gamma-gamma, margin, 36 months ahead, discounted at 10% a year from 30 Dec 2024"
    )


def test_a_counted_figure_states_no_interval(material):
    found = material("outfitter")
    assert asking.how_sure(found.reading("customers")).text == ""
    assert asking.how_sure(found.reading("customer_equity")).text == "; 95% interval"
    assert asking.how_sure(found.reading("cost_to_serve")).text == "; from low to high rates"


def test_intervals_that_touch_are_not_apart(material):
    found = material("outfitter")
    first, second, third, _ = asking.points(found, "lifetime_value", "cohort")
    assert not asking.apart(second, third)
    assert not asking.apart(first, found.reading("customers"))
    assert asking.apart(*(asking.by_tier(found, "lifetime_value")[:2]))


def test_readings_of_the_current_window_are_found(material):
    assert asking.points(material("outfitter"), "tier_moves", "tier_before", "tier_now")
    assert asking.shown(material("outfitter"), "moved_up").text == "12%"
