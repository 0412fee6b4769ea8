from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.buying.design import encoded, facet


def test_numbers_are_taken_at_their_mean_in_standard_deviations():
    one = facet("age", [20, 40], np.array([3.0, 1.0]))
    assert (one.centre, one.width) == (25.0, 1)
    assert one.columns([25, 25 + one.scale])[:, 0] == pytest.approx([0.0, 1.0])


def test_levels_are_compared_with_the_most_frequent():
    one = facet("shop", ["web", "town", "web", "fair"], np.array([1.0, 5.0, 1.0, 1.0]))
    assert (one.reference, one.levels) == ("town", ("fair", "web"))
    assert one.columns(["town", "web"]).tolist() == [[0.0, 0.0], [0.0, 1.0]]


@pytest.mark.parametrize(
    ("values", "words"),
    [([1, 1, 1], "the same"), (["a"] * 3, "the same"), ([1, np.nan, 2], "missing"), ([1, 2], "values for")],
)
def test_a_covariate_that_says_nothing_is_refused(values, words):
    with pytest.raises(EstimateError, match=words):
        facet("shop", values, np.ones(3))


def test_unknown_levels_and_missing_covariates_are_refused():
    one = facet("shop", ["web", "town"], np.ones(2))
    with pytest.raises(EstimateError, match="not there"):
        one.columns(["moon"])
    with pytest.raises(EstimateError, match="missing"):
        encoded((one,), {}, 3)


def test_one_value_serves_all_customers():
    one = facet("shop", ["web", "town", "web"], np.ones(3))
    assert encoded((one,), {"shop": "town"}, 2).tolist() == [[1.0], [1.0]]
