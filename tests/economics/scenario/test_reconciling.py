from dataclasses import replace

import numpy as np
import pytest
from tests.economics.scenario.standings import made

from custrata.economics.scenario.form import Scenario
from custrata.economics.scenario.reconciling import equity_name, reconciled
from custrata.economics.scenario.running import run


def test_the_snapshots_numbers_stand_beside_those_of_the_base_and_of_the_draws():
    base = replace(made(100), foretold_revenue=12_345.0, foretold_equity=67_890.0)
    outcome = run(base, Scenario(name="x", draws=60))
    revenue, equity = reconciled(base, outcome.played[0], 1.0)
    assert "12,345 in the next 365 days" in revenue
    assert "over 12 months" in revenue
    assert "Monte Carlo standard error" in revenue
    assert "67,890 today" in equity
    assert set(outcome.said) >= {revenue, equity}


def test_where_no_value_is_told_nothing_is_reconciled():
    base = made(50)
    assert not list(reconciled(base, run(base, Scenario(name="x", draws=50)).played[0], 1.0))


def test_the_median_hardly_depends_on_the_number_of_draws():
    found = [
        run(made(300, year_error=0.3), Scenario(name="x", draws=draws)).plans[0].figures["revenue"].value
        for draws in (200, 400, 1_600)
    ]
    medians = np.array([band.median for band in found])
    assert medians.max() / medians.min() - 1 < 0.02
    assert all(abs(band.median - medians[-1]) < 2 * band.error for band in found)
    assert found[0].error > found[2].error > 0


@pytest.mark.parametrize("shift", [0.1, 0.6])
def test_doubt_of_single_customers_does_not_raise_what_all_bring(shift):
    base = made(300, year_error=0.0)
    chance = np.random.default_rng(3)
    doubted = replace(base, shifts=chance.normal(0, shift, (300, 2)).clip(-1, 1), rate_error=np.zeros(1))
    plain = replace(base, shifts=np.zeros((300, 0)), rate_error=np.zeros(1))
    one, two = (
        run(b, Scenario(name="x", draws=400)).played[0].totals["revenue"].mean() for b in (doubted, plain)
    )
    assert one == pytest.approx(two, rel=0.03)


def test_equity_is_named_with_its_day_its_years_and_its_discount():
    base = replace(made(20), value_years=3.0, discount=float(np.log(1.1)))
    assert equity_name(base, 1.0) == "equity after 12 months, looking 36 months ahead at 10 % a year"
