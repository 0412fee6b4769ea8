from __future__ import annotations

import pytest

from custrata.drafting.wording.comparing import larger_parts, true_comparisons
from custrata.strategy.parts.statement import Figure


def figure(name, value, measure="revenue", unit="USD"):
    return Figure(name=name, measure=measure, value=value, unit=unit)


RISE = (figure("now", 120.0), figure("before", 100.0))


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("It rose from {before} to {now}.", {"up"}),
        ("It is {now}, up from {before}.", {"up"}),
        ("It is {now}, higher than {before}.", {"more"}),
        ("It was more, {now}, than before, {before}.", {"more"}),
        ("It was {before}, less than {now}.", {"less"}),
        ("It fell from {before} to {now}.", set()),
        ("It is {now}, down from {before}.", set()),
        ("It is more than {now} or {before}.", set()),
    ],
)
def test_a_direction_stands_where_two_figures_show_it(now, shown):
    supported = true_comparisons(RISE, now)

    assert supported & shown == shown
    assert not {"down"} & supported
    assert shown or not supported - {"up"}


def test_figures_of_two_measures_show_no_direction():
    figures = (figure("a", 2.0), figure("b", 1.0, measure="profit"))

    assert true_comparisons(figures, "{a}, more than {b}") == set()


def test_a_part_is_not_larger_than_its_whole():
    figures = (figure("a", 2.0), figure("b", 1.0))

    assert list(larger_parts(figures, "{a|order|orders} of {b|order|orders}"))
    assert not list(larger_parts(figures, "{b} out of all {a}"))
