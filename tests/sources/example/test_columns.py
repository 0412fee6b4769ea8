from __future__ import annotations

from decimal import Decimal

import numpy as np
import pyarrow as pa

from custrata.sources.example.columns import (
    blank,
    constant,
    ids,
    instants,
    joined,
    money,
    rows_where,
    words,
    yes_no,
)


def test_money_is_exact_to_the_cent_on_both_sides_of_zero() -> None:
    cents = np.array([0, 1, -1, 99, -12345, 10**13, -(10**13)])
    assert money(cents).to_pylist() == [Decimal(int(value)) / 100 for value in cents]


def test_ids_are_padded_and_keep_long_numbers() -> None:
    assert ids("ACC", np.array([7, 1234567])).to_pylist() == ["ACC-000007", "ACC-1234567"]


def test_words_texts_and_blanks_go_row_by_row() -> None:
    chosen = words(("a", "b"), np.array([1, 0, 1]))
    assert joined(chosen, constant("x", 3), by="-").to_pylist() == ["b-x", "a-x", "b-x"]
    assert blank(chosen, np.array([True, False, False])).to_pylist() == [None, "a", "b"]
    assert yes_no(np.array([True, False])).to_pylist() == ["Yes", "No"]


def test_an_instant_is_a_day_and_seconds() -> None:
    days = np.array(["2024-02-29"], "datetime64[D]")
    assert str(pa.array(instants(days, np.array([3661])))[0]) == "2024-02-29 01:01:01"


def test_positions_are_those_that_hold() -> None:
    assert rows_where(np.array([False, True, True])).tolist() == [1, 2]
