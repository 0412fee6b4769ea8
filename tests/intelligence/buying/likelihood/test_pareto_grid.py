from __future__ import annotations

import numpy as np
import pytest
from tests.buyers import stopping_any_time

from custrata.intelligence.buying.likelihood.pareto import Pareto, ways
from custrata.intelligence.buying.likelihood.pareto_grid import FEWEST_ROWS, Grid, alive_shares, grid_sums
from custrata.intelligence.buying.summaries import Rows, summaries


@pytest.fixture(scope="module")
def rows():
    known = summaries(*stopping_any_time(60_000, seed=5))
    return Rows.of(known.once, known.repeat)


@pytest.fixture(scope="module")
def both(rows):
    grid = Grid.of(rows)
    beyond = np.ones(3)
    return Pareto(rows, grid, beyond, 1.0), Pareto(rows, None, beyond, 1.0)


@pytest.mark.parametrize("natural", [(0.8, 0.1, 0.9, 0.3), (0.3, 0.002, 0.9, 2.0), (2.0, 0.5, 3.0, 0.001)])
def test_table_and_rows_give_the_same_likelihood_and_derivatives(both, natural):
    by_table, by_row = (likelihood(np.log(natural)) for likelihood in both)
    assert by_table.value == pytest.approx(by_row.value, rel=1e-11)
    assert by_table.gradient == pytest.approx(by_row.gradient, rel=1e-8, abs=1e-6)
    assert by_table.hessian == pytest.approx(by_row.hessian, rel=1e-8, abs=1e-6)


def test_rows_that_stand_for_two_count_twice(rows):
    natural, pair = np.array([0.8, 0.1, 0.9, 0.3]), Rows(rows.x, rows.t_x, rows.T, rows.counts * 2)
    once, twice = (grid_sums(grid, 9, natural) for grid in (Grid.of(rows), Grid.of(pair)))
    assert twice == pytest.approx(2 * once, rel=1e-9)


def test_the_chance_to_be_alive_is_the_same_by_table(rows):
    natural = np.array([0.8, 0.1, 0.9, 0.3])
    r, alpha, s, beta = natural
    plain = ways(rows.x + r, rows.t_x, rows.T, alpha, s, beta).alive
    by_table = alive_shares(rows, natural)
    held = ~np.isnan(by_table)
    assert by_table[held] == pytest.approx(plain[held], abs=1e-11)
    assert 0.9 < held.mean() < 1


def test_few_rows_and_times_of_their_own_have_no_table(rows):
    few = rows.at(slice(0, FEWEST_ROWS - 1))
    assert Grid.of(few) is None
    assert alive_shares(few, np.ones(4)) is None
    moved = Rows(rows.x, rows.t_x, rows.T + np.linspace(0, 1e-3, len(rows)), rows.counts)
    assert Grid.of(moved) is None
    assert alive_shares(moved, np.ones(4)) is None
