from __future__ import annotations

from dataclasses import replace

from tests.delivery.deck.filled import not_examined

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.chapters.economics import asking
from custrata.delivery.figures import Name, say
from custrata.strategy.parts.statement import Figure
from custrata.vocabulary import Relationship


def test_terms_state_model_basis_horizon_discount_and_day(material):
    found = material("outfitter")
    longest, shorter, short, shortest = asking.terms(found, found.reading("lifetime_value"))
    assert longest.text == (
        "Pareto/NBD, gamma-gamma, margin, 36 months ahead, discounted at 10% a year from 30 Dec 2024"
    )
    assert shorter.text == "Pareto/NBD, margin, 36 months ahead, discounted at 10% a year from 30 Dec 2024"
    assert short.text == "Pareto/NBD, margin, 36 months at 10% a year from 30 Dec 2024"
    assert shortest.text == "margin, 36 months at 10% a year from 30 Dec 2024"
    assert asking.basis(found.reading("lifetime_value")) == ("margin", "36 months")
    assert asking.basis(found.reading("customers")) == ("", "")


def test_models_of_contracts_are_all_named_or_none(material):
    found = material("outfitter")
    method = "contracts by constant rate, sBG; margin; 36 months ahead, discounted at 10% a year; chance, 95%"
    *said, last = asking.terms(found, replace(found.reading("lifetime_value"), method=method))
    assert all("contracts by constant rate, sBG, margin" in w.text for w in said)
    assert last.text.startswith("contracts, margin, ")


def test_the_line_under_the_title_is_one_line_even_with_long_terms(material):
    found = material("outfitter")
    method = "the mean rate of all customers, own mean shrunk to the population; margin; 120 months ahead, "
    long = replace(
        found.reading("lifetime_value"),
        method=f"{method}discounted at 12.25% a year; without an interval",
        low=None,
        high=None,
    )
    line = asking.counted(found, "Lifetime value of a customer", long).text
    assert line.endswith("; without an interval")
    assert lettering.lines(line, tokens.BODY_PT, grid.OURS.measured.w) == 1


def test_what_is_not_shown_stands_in_the_same_line(material):
    found = material("outfitter")
    method = "contracts by constant rate, BdW, shifted beta-geometric; revenue; 36 months ahead, "
    long = replace(found.reading("lifetime_value"), method=f"{method}discounted at 10% a year; chance, 95%")
    rest = say("; not shown: ", Name("12"), " values")
    line = asking.counted(found, "Lifetime value of a customer", long, rest).text
    assert line.endswith("; not shown: 12 values")
    assert lettering.lines(line, tokens.BODY_PT, grid.OURS.measured.w) == 1


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


def test_only_a_refused_exam_of_buyers_leaves_a_model_not_examined(material):
    found = not_examined(material("outfitter"))
    assert asking.unexamined(found) == "not examined: too few customers"
    assert asking.unexamined(material("outfitter")) == ""
    manifest = replace(found.snapshot.manifest, relationship=Relationship.CONTRACTUAL)
    assert asking.unexamined(replace(found, snapshot=replace(found.snapshot, manifest=manifest))) == ""


def test_a_figure_that_was_counted_rests_on_no_model(material):
    found = not_examined(material("outfitter"))
    counted = Figure(name="n", measure="customers", value=1.0)
    foretold = Figure(name="n", measure="customer_equity", value=1.0)
    assert not asking.rests_on_unexamined(found, (counted,))
    assert asking.rests_on_unexamined(found, (counted, foretold))
    assert not asking.rests_on_unexamined(material("outfitter"), (foretold,))
