"""What columns are called, by canonical table and column: tiers separated by ``;``, names in a tier by ``,``.

Names are matched after ``names.words`` has taken them apart, so case, blanks, underscores and short forms do
not matter. Names in an earlier tier are meant more surely; two columns matched in one tier are of equal
standing.
"""

from __future__ import annotations

from functools import cache

from custrata.sources.recognise.names import words
from custrata.sources.recognise.synonyms.parts import PARTS, TABLES
from custrata.sources.recognise.synonyms.sales import SALES
from custrata.sources.recognise.synonyms.service import SERVICE

__all__ = ["PARTS", "part", "table_names", "tiers"]


@cache
def tiers(table: str, column: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The names of a canonical column, taken apart, tier by tier; empty where it is never found by name."""
    return _taken_apart({**SALES, **SERVICE}.get(table, {}).get(column, ""))


@cache
def part(name: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The names of a column that gives a canonical one."""
    return _taken_apart(PARTS[name])


@cache
def table_names(table: str) -> tuple[tuple[str, ...], ...]:
    """The names that files of a canonical table have."""
    return tuple(words(n) for n in TABLES[table].split(",") if n.strip())


def _taken_apart(text: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(
        tuple(words(n) for n in tier.split(",") if n.strip()) for tier in text.split(";") if tier.strip()
    )
