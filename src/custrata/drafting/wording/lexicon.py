"""Words that make a statement true or false, sorted by what they say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")

SEPARATORS = re.compile(
    r"[;:,–—]|\.\s|\b(?:and|while|whereas|but|against|compared|versus|though|although|yet|with|who|which)\b",
    re.IGNORECASE,
)
"""Where one clause ends and the next begins."""

COMPARISON, AMOUNT, THING, TIME, NAME, STRANGER = (
    "comparison",
    "amount",
    "thing that is measured",
    "word of time",
    "name",
    "word",
)
"""Families of words that need support, by how a refusal calls them."""

FAMILIES = (COMPARISON, AMOUNT, THING, TIME, NAME, STRANGER)


@cache
def family(name: str) -> Mapping[str, str]:
    """The words of a family with what each means.

    Args:
        name: One of the families, ``reversal`` or ``opening``.
    """
    text = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return {word: meaning for meaning, said in tomllib.loads(text)[name].items() for word in said.split()}


def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, with plain apostrophes.

    Example:
        >>> words("Gold’s two-year customers stay.")
        ("gold's", 'two-year', 'customers', 'stay')
    """
    return tuple(w.lower().replace("’", "'") for w in WORD.findall(text))


def meanings(text: str, name: str) -> dict[str, str]:
    """What the words of a family in a text mean: meaning → the word that says it.

    Example:
        >>> meanings("Revenue rose above costs", COMPARISON)
        {'up': 'rose', 'more': 'above'}
    """
    lexicon, found = family(name), dict[str, str]()
    for word in words(text):
        for part in dict.fromkeys((word, *word.split("-"))):
            if (meaning := lexicon.get(part.removesuffix("'s"))) is not None:
                found.setdefault(meaning, word)
    return found


def negations(text: str) -> int:
    """How often a text turns a statement round."""
    return sum(word in family("reversal") for word in words(text))
