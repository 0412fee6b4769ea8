"""Sums over many rows."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.intelligence.likelihood.blocks import BLOCK_ROWS, THREADED_ROWS, block_sums

ROWS = THREADED_ROWS + 3 * BLOCK_ROWS + 17
VALUES = np.random.default_rng(1).standard_normal((ROWS, 2))


def both(part):
    return VALUES[part].sum(axis=0)


@pytest.mark.parametrize("threads", [1, 2, 3, 16])
def test_the_number_of_threads_does_not_change_a_digit(threads):
    assert block_sums(ROWS, both, threads).tolist() == block_sums(ROWS, both, 1).tolist()


def test_every_row_enters_once():
    assert block_sums(ROWS, lambda part: np.ones(ROWS)[part].sum()[None])[0] == ROWS
    assert block_sums(ROWS, both) == pytest.approx(VALUES.sum(axis=0))


def test_no_rows_give_the_sum_of_nothing():
    assert block_sums(0, lambda part: np.zeros(0)[part].sum()[None]).tolist() == [0.0]


def test_an_error_in_a_block_comes_out():
    def fail(part):
        raise ValueError("no such block")

    with pytest.raises(ValueError, match="no such block"):
        block_sums(ROWS, fail)
