from tests.snapshots import bare, grocer, outfitter

from custrata.project.economics.section import (
    interval_of,
    lack,
    lines,
    listed,
    money_named,
    points,
    range_head,
    read,
    value_of,
)


def test_a_counted_figure_says_counted_and_an_estimate_both_ends():
    told = outfitter()
    assert interval_of(read(told, "customers")) == "counted"
    assert interval_of(read(told, "customer_equity")) == "1,146,780.00 EUR to 1,366,164.00 EUR"
    assert interval_of(None) == value_of(None) == ""


def test_readings_of_the_current_window_are_found():
    assert read(outfitter(), "moved_up").period.name == "current"
    assert points(outfitter(), "tier_moves", "tier_before", "tier_now")


def test_what_is_missing_is_said():
    assert lack(grocer(), "gross_margin") == "a cost or profit column"
    assert lack(bare(), "lifetime_value") == "the snapshot does not hold it"


def test_lines_leave_out_what_there_is_none_of():
    told = outfitter()
    assert len(lines((("one", read(told, "customers")), ("none", read(told, "nps"))))) == 1
    assert {r.measure for r in listed(told, ("exam_mark", "nps"))} == {"exam_mark"}


def test_ends_that_come_from_rates_are_not_called_an_interval():
    told = outfitter()
    assert range_head((read(told, "cost_to_serve"), None)) == "low to high rates"
    assert range_head((read(told, "cost_to_serve"), read(told, "customer_equity"))) == "interval"
    assert range_head((read(told, "customers"),)) == "interval"


def test_a_currency_that_is_not_stated_is_said_once():
    assert money_named(outfitter()) == ()
    assert money_named(bare()) == ("Amounts of money: currency not stated.",)
