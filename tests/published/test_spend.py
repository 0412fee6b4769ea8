"""The spend model against the numbers that its authors printed."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from custrata.intelligence.spend import fit_gamma_gamma


@pytest.fixture(scope="module")
def cdnow(real_data):
    path = real_data / "published" / "cdnow_customers_summary_with_transactions.csv"
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return np.array([int(r["x"]) for r in rows]), np.array([float(r["zbar"]) for r in rows])


@pytest.mark.real_data
def test_the_946_repeaters_of_cdnow(cdnow):
    # Fader and Hardie (2013), The gamma-gamma model of monetary value, page 5.
    model = fit_gamma_gamma(*cdnow)
    assert model.n == 946
    assert {k: round(v, 2) for k, v in model.parameters.items()} == {"p": 6.25, "q": 3.74, "v": 15.45}
    assert model.log_likelihood == pytest.approx(-4055.92324, abs=1e-5)
    assert round(model.correlation, 2) == 0.11


@pytest.mark.real_data
def test_the_expected_order_of_the_first_ten_customers(cdnow):
    # The workbook of Fader and Hardie's note 025; the data here hold means to the cent.
    x, mean_value = (column[:10] for column in cdnow)
    expected = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
    assert fit_gamma_gamma(*cdnow).expected_value(x, mean_value) == pytest.approx(expected, abs=0.01)
