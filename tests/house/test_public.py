"""What `import custrata` offers is small, sorted, explained, and shown by an example that runs."""

from __future__ import annotations

import inspect
import re
from dataclasses import is_dataclass
from enum import Enum

import pytest
from pydantic import BaseModel

import custrata
from custrata.errors import CustrataError

NAMES = tuple(getattr(custrata, "__all__", ()))


def owes_an_example(thing: object) -> bool:
    """Functions, and classes that a person begins with; values are seen in the examples that give them."""
    if inspect.isclass(thing):
        return not (issubclass(thing, CustrataError | Enum | BaseModel) or is_dataclass(thing))
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
def test_a_public_function_or_class_shows_an_example(name, repository):
    # An example runs: as a doctest, or as a page of the manual (tests/journeys/test_manual_python.py).
    pages = (repository / "docs" / "how-to").glob("*.md")
    blocks = [
        b
        for page in pages
        for b in re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)
    ]
    shown = ">>>" in (inspect.getdoc(getattr(custrata, name)) or "")
    assert shown or any(f"custrata.{name}" in block for block in blocks), f"{name} has no example"
