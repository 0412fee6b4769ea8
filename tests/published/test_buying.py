"""Repeat orders of CDNOW's customers, to the digits of the papers."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.intelligence.buying import fit_bg_nbd, fit_mbg_nbd, fit_pareto_nbd

pytestmark = pytest.mark.real_data


@pytest.fixture(scope="module")
def cdnow(real_data):
    table = np.genfromtxt(
        real_data / "published" / "cdnow_customers_summary.csv", delimiter=",", skip_header=1
    )
    return table[:, 1], table[:, 2], table[:, 3]


def test_bg_nbd_on_cdnow(cdnow):
    # Fader, Hardie and Lee (2005), table 2 and the customer of their section on expectations.
    model = fit_bg_nbd(*cdnow)
    r, alpha, a, b = model.parameters.values()
    assert (round(r, 4), round(alpha, 3), round(a, 3), round(b, 3)) == (0.2426, 4.414, 0.793, 2.426)
    assert round(model.log_likelihood, 5) == -9582.42556
    assert round(float(model.expected_orders(39, 2, 30.43, 38.86)[0]), 4) == 1.2259
    assert round(float(model.probability_alive(2, 30.43, 38.86)[0]), 4) == 0.7266


def test_pareto_nbd_on_cdnow(cdnow):
    # Fader and Hardie (2005), A Note on Deriving the Pareto/NBD Model, and Fader, Hardie and Lee (2005),
    # table 2.
    model = fit_pareto_nbd(*cdnow)
    r, alpha, s, beta = model.parameters.values()
    assert (round(r, 4), round(alpha, 3), round(s, 4), round(beta, 3)) == (0.5533, 10.578, 0.6062, 11.668)
    assert round(model.log_likelihood, 5) == -9594.97393


def test_mbg_nbd_on_cdnow(cdnow):
    # The published figures of the model: r .525, α 6.183, a .891, b 1.614.
    model = fit_mbg_nbd(*cdnow)
    r, alpha, a, b = model.parameters.values()
    assert (round(r, 3), round(alpha, 3), round(a, 3), round(b, 3)) == (0.525, 6.183, 0.891, 1.614)


def test_the_second_39_weeks_in_total(cdnow):
    # By maximum likelihood 1,666 orders; priors that depend on the unit give 1,698 in weeks and 1,964 in
    # days.
    x, t_x, age = cdnow
    weeks = fit_pareto_nbd(*cdnow).expected_orders(39, *cdnow).sum()
    days = fit_pareto_nbd(x, 7 * t_x, 7 * age).expected_orders(273, x, 7 * t_x, 7 * age).sum()
    assert round(float(weeks)) == round(float(days)) == 1666
