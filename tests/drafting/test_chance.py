from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.drafting.chance import FAMILY, corrected, ends_of, means_apart, rates_apart


def test_holms_steps_worked_by_hand():
    # 0.01 x 4; 0.011 x 3 stays at the step before; 0.02 x 2 and 0.9 x 1.
    found = corrected({"a": 0.01, "b": 0.011, "c": 0.02, "d": 0.9})
    assert found == {"a": 0.04, "b": pytest.approx(0.04), "c": pytest.approx(0.04), "d": 0.9}
    assert corrected({}) == {}


@given(st.dictionaries(st.integers(), st.floats(0, 1), max_size=12))
def test_a_correction_never_helps_and_never_changes_the_order(tried):
    found = corrected(tried)
    assert all(found[what] >= p for what, p in tried.items())
    ordered = sorted(tried, key=lambda what: tried[what])
    assert [found[what] for what in ordered] == sorted(found.values())


def test_two_rates_are_compared_by_the_corrected_chi_square():
    # 45 and 30 of 100 each, by hand: 200 (|45 x 70 - 30 x 55| - 100)^2 / (100 x 100 x 75 x 125) = 4.1813.
    assert rates_apart(0.45, 100, 0.30, 100) == pytest.approx(0.0409, abs=5e-5)
    assert rates_apart(0.0, 50, 0.0, 50) == 1.0


def test_two_means_whose_intervals_just_part_have_five_percent():
    assert means_apart(10.0, 3.0, 5.0, 4.0) == pytest.approx(0.05)
    assert means_apart(1.0, 0.0, 1.0, 0.0) == 1.0


def test_more_values_make_more_pairs():
    assert ends_of(0.02, 2) == 0.02
    assert ends_of(0.02, 5) == pytest.approx(0.2)
    assert ends_of(0.5, 9) == 1.0


def test_where_nothing_differs_some_difference_is_called_real_at_most_as_often_as_said():
    """400 companies of 240 customers, eight attributes of two to five values that say nothing of leaving."""
    draw = random.Random(1979)
    wrong = alone = 0
    companies, customers = 400, 240
    for _ in range(companies):
        left = [draw.random() < 0.2 for _ in range(customers)]
        tried = {a: _widest(draw, left, 2 + a % 4) for a in range(8)}
        alone += min(p for p, _ in tried.values()) <= FAMILY
        found = corrected({a: ends_of(p, values) for a, (p, values) in tried.items()})
        wrong += min(found.values()) <= FAMILY
    # At most FAMILY; three standard errors of 400 draws at that rate are .033.
    assert wrong / companies <= FAMILY + 0.033
    assert alone / companies > 0.4, "without a correction every other company would find something"


def _widest(draw: random.Random, left: list[bool], values: int) -> tuple[float, int]:
    """The p-value of the ends of one attribute, alone, and how many values it has."""
    counts = [[0, 0] for _ in range(values)]
    for gone in left:
        place = draw.randrange(values)
        counts[place][0] += gone
        counts[place][1] += 1
    rates = sorted((hits / n, n) for hits, n in counts if n)
    (low, of_low), (high, of_high) = rates[0], rates[-1]
    return rates_apart(high, of_high, low, of_low), len(rates)
