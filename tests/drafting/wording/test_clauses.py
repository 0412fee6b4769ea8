from __future__ import annotations

from custrata.drafting.wording.clauses import company, figures_of, opened


def test_a_figure_keeps_the_nearest_name_of_its_own_clause():
    near = company("With ⟦N1⟧ {high} have left; with ⟦N2⟧ {low}")

    assert (near["high"].name, near["low"].name) == ("⟦N1⟧", "⟦N2⟧")


def test_from_and_to_stand_in_two_clauses():
    near = company("Revenue rose from {a} in the year before to {b} in the latest year")

    assert (near["a"].period, near["b"].period) == ("before", "now")


def test_a_deed_is_no_thing_that_is_counted():
    assert company("{n} have left of customers")["n"].noun == "customer"
    assert company("{n} rose")["n"].noun is None


def test_the_thing_behind_the_next_figure_belongs_to_that_one():
    near = company("{n} of {total} customers")

    assert (near["n"].noun, near["total"].noun) == (None, "customer")


def test_making_up_a_part_is_no_rise():
    assert company("Gold makes up {share} of revenue")["share"].direction is None


def test_placeholders_are_read_in_their_wording_for_many():
    assert opened("{n|customer is|customers are} new") == "«n» customers are new"
    assert figures_of("{a} and {b|x|y}") == ("a", "b")
