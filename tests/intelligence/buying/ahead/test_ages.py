from __future__ import annotations

import numpy as np
import pytest

from custrata.intelligence.buying.ahead.ages import by_age


def power(x, age):
    return (x + 1) * (age + 3.0) ** -1.7


@pytest.mark.parametrize("oldest", [0.001, 30.0, 30_000.0])
def test_looking_up_agrees_with_working_out(oldest):
    chance = np.random.default_rng(2)
    x, age = chance.poisson(2.0, 5000).astype(float), oldest * chance.random(5000)
    assert by_age(power, x, age, 3.0) == pytest.approx(power(x, age), rel=1e-10)


def test_equal_ages_and_few_or_no_customers_are_worked_out():
    x = np.arange(3.0)
    assert by_age(power, np.tile(x, 900), np.full(2700, 2.0), 3.0) == pytest.approx(
        np.tile(power(x, 2.0), 900)
    )
    assert by_age(power, x, x, 3.0) == pytest.approx(power(x, x))
    assert by_age(power, x[:0], x[:0], 3.0).shape == (0,)
