"""The contract models against the numbers that their authors printed."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.intelligence.survival import fit_sbg, lives_of_cohort

# Berry and Linoff (2004), Data Mining Techniques: two cohorts of 1,000 subscribers, years 0 to 7.
HIGH_END = (1000, 869, 743, 653, 593, 551, 517, 491)
REGULAR = (1000, 631, 468, 382, 326, 289, 262, 241)


@pytest.mark.parametrize(
    ("survivors", "alpha", "beta", "later"),
    [
        (HIGH_END, 0.6681, 3.8061, [0.460, 0.436, 0.414, 0.395, 0.378]),
        (REGULAR, 0.7041, 1.1820, [0.220, 0.204, 0.191, 0.180, 0.170]),
    ],
)
def test_the_cohorts_of_seven_years(survivors, alpha, beta, later):
    # Fader and Hardie (2007), How to project customer retention, fitted to all seven years.
    model = fit_sbg(*lives_of_cohort(survivors))
    assert round(model.parameters["alpha"], 4) == alpha
    assert round(model.parameters["beta"], 4) == beta
    assert model.survival(np.arange(8, 13)).round(3).tolist() == later
