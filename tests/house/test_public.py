"""What `import custrata` offers is small, sorted, explained, and shown by an example that runs."""

from __future__ import annotations

import inspect

import pytest

import custrata
from custrata.errors import CustrataError

NAMES = tuple(getattr(custrata, "__all__", ()))


def owes_an_example(thing: object) -> bool:
    """Functions and classes owe one; an error and a list of words are read in the text."""
    if inspect.isclass(thing):
        return not (issubclass(thing, CustrataError) or hasattr(thing, "__members__"))
    return inspect.isroutine(thing)


def test_the_public_names_are_sorted_and_not_too_many():
    assert list(NAMES) == sorted(set(NAMES))
    assert len(NAMES) <= 40


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_explained(name):
    thing = getattr(custrata, name)
    if inspect.isclass(thing) or inspect.isroutine(thing):
        assert (inspect.getdoc(thing) or "").strip(), f"{name} has no docstring"


@pytest.mark.parametrize("name", [n for n in NAMES if owes_an_example(getattr(custrata, n))])
def test_a_public_function_or_class_shows_an_example(name):
    assert ">>>" in (inspect.getdoc(getattr(custrata, name)) or ""), f"{name} has no example"
