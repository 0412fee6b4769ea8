"""Errors say what, where, how many, and what to do; and they survive a journey to another process."""

from __future__ import annotations

import copy
import inspect
import pickle

import pytest

from custrata import errors

KINDS = [k for _, k in inspect.getmembers(errors, inspect.isclass) if issubclass(k, errors.CustrataError)]


def test_an_error_reads_as_place_fact_count_and_next_step():
    error = errors.InputError(
        "rows have too many cells", where="orders.csv", how_many=1234, remedy="quote the notes"
    )
    assert str(error) == "orders.csv: rows have too many cells (1,234 in all). To do: quote the notes."


def test_an_error_without_place_count_and_remedy_is_one_sentence():
    assert str(errors.CustrataError("nothing was found")) == "nothing was found."


def test_how_many_may_be_zero_and_is_said():
    assert "(0 in all)" in str(errors.InputError("no row was left", how_many=0))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "carry", [copy.copy, lambda error: pickle.loads(pickle.dumps(error))], ids=["copy", "pickle"]
)
def test_an_error_survives_being_carried(kind, carry):
    error = kind(
        "two readings are equally good", where="a.csv", how_many=2, remedy="choose", questions=("which?",)
    )
    again = carry(error)
    assert type(again) is kind
    assert (again.what, again.where, again.how_many, again.remedy) == (
        "two readings are equally good",
        "a.csv",
        2,
        "choose",
    )
    assert again.facts == {"questions": ("which?",)}
    assert str(again) == str(error)


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_one_that_a_caller_can_catch_as_ours(kind):
    assert issubclass(kind, errors.CustrataError)
    assert inspect.getdoc(kind)
