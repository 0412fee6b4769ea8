"""The model of occasions against the numbers that its authors printed."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from custrata.intelligence.buying.bg_bb import fit_bg_bb


@pytest.fixture(scope="module")
def donations(real_data):
    with (real_data / "published" / "donations.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    names = ("frequency", "recency", "periods", "weights")
    return tuple(np.array([int(row[name]) for row in rows]) for name in names)


@pytest.mark.real_data
def test_the_donors_of_six_years(donations):
    # Fader, Hardie and Shang (2010), table 3.
    model = fit_bg_bb(*donations)
    printed = {"alpha": 1.204, "beta": 0.750, "gamma": 0.657, "delta": 2.783}
    assert {name: round(value, 3) for name, value in model.parameters.items()} == printed
    assert round(model.log_likelihood, 1) == -33225.6
    assert model.n == 11104


@pytest.mark.real_data
def test_who_will_still_give_in_the_year_after(donations):
    # The same, table 6: no gift, two gifts up to the fourth year, six gifts.
    model = fit_bg_bb(*donations)
    assert model.probability_alive([0, 2, 6], [0, 4, 6], 6).round(2).tolist() == [0.11, 0.59, 0.93]


@pytest.mark.real_data
def test_the_gifts_of_the_next_five_years(donations):
    # The authors' workbook: 12,884.2 gifts expected in all.
    x, t_x, n, donors = donations
    assert round(float(fit_bg_bb(*donations).expected_orders(5, x, t_x, n) @ donors), 1) == 12884.2
