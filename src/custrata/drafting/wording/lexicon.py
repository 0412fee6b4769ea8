"""What words say: those that say the same, and those that say nothing of their own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")

SEPARATORS = re.compile(
    r"[;:—]|\s–\s|\.\s|\b(?:and|while|whereas|but|against|compared|versus|though|although|yet|with)\b",
    re.IGNORECASE,
)
"""Where one clause ends and the next begins; a comma alone may stand inside one."""

COMPARISON, AMOUNT, THING, TIME, NAME, DEED, SAYING, REVERSAL, TURNING = (
    "comparison",
    "amount",
    "thing that is measured",
    "word of time",
    "name",
    "deed",
    "saying",
    "reversal",
    "turning",
)
"""Tables of words, the first by how a refusal calls them."""

_IN_ORDER = (COMPARISON, AMOUNT, THING, TIME, NAME, DEED, SAYING, REVERSAL, TURNING)
_ENDINGS = ("ing", "ed", "es", "s", "e")
_SHORTEST_STEM = 3


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def family(name: str) -> Mapping[str, str]:
    """The words of a table with what each says.

    Args:
        name: One of the tables, ``free`` or ``droppable``.
    """
    return {word: meaning for meaning, said in _tables()[name].items() for word in said.split()}


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    said = _tables()["phrase"].items()
    return tuple((re.compile(rf"(?<![\w-])(?:{p})(?![\w-])", re.IGNORECASE), word) for p, word in said)


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A text in which one word stands for each phrase that says one thing.

    Example:
        >>> plain("They came back; in all 3 are left.")
        'They return; altogether 3 remains.'
    """
    for pattern, word in _phrases():
        text = pattern.sub(word, text)
    return text


def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, with plain apostrophes and without a possessive.

    Example:
        >>> words("Gold’s two-year customers stay.")
        ('gold', 'two-year', 'customers', 'stay')
    """
    found = (w.lower().replace("’", "'") for w in WORD.findall(text))
    return tuple(w.removesuffix("'s").rstrip("'") for w in found)


@cache
def meaning(word: str) -> str:
    """What a word says: the line that holds it, else its stem.

    Example:
        >>> meaning("rose"), meaning("walked"), meaning("walks")
        ('up', 'walk', 'walk')
    """
    for name in _IN_ORDER:
        if (said := family(name).get(word)) is not None:
            return said
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word


def parts(word: str) -> tuple[str, ...]:
    """A word, or the parts of a compound that no table holds as a whole."""
    if "-" not in word:
        return (word,)
    held = any(word in family(name) for name in _IN_ORDER)
    return (word,) if held else tuple(word.split("-"))


@cache
def _usual() -> frozenset[str]:
    names = (*_IN_ORDER, "free", "droppable", "ordinary")
    said = {word for name in names for word in family(name)}
    return frozenset(said | {word.capitalize() for word in said})


def ordinary(name: str) -> bool:
    """Whether a name is one word that the drafts of all companies hold.

    Example:
        >>> ordinary("Revenue"), ordinary("It"), ordinary("IT"), ordinary("One Year")
        (True, True, False, False)
    """
    return name in _usual()


@lru_cache(maxsize=1024)
def meanings(text: str) -> Mapping[str, str]:
    """What the words of a text say: meaning → the word that says it; free words are left out.

    Example:
        >>> meanings("The revenue rose above costs")
        {'revenue': 'revenue', 'up': 'rose', 'more': 'above', 'cost': 'costs'}
    """
    found = dict[str, str]()
    for word in words(plain(text)):
        for part in parts(word):
            if part not in family("free"):
                found.setdefault(meaning(part), word)
    return found


def table(said: str) -> str:
    """By which name a refusal calls what a meaning belongs to."""
    return next((t for t in (COMPARISON, AMOUNT, THING, TIME, NAME) if said in family(t).values()), "word")
