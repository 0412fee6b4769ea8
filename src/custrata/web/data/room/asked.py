"""How feedback was asked, as a person sees and says it on the page of the mapping."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from custrata.project.supplying.asked import (
    FEEDBACK,
    INSTRUMENTS,
    Asked,
    asked_of,
    filled,
    numbers_of,
    rated_by,
    told_by_columns,
)
from custrata.project.supplying.correcting import TableChoice, ratings_in, supposed_of
from custrata.project.supplying.looking import LookedTable
from custrata.sources.mapping import Mapping


@dataclass(frozen=True)
class AskedShown:
    """The feedback of a raw table as the page asks for it.

    Attributes:
        now: What stands, or what was typed.
        by_column: Names of what a column says row by row: it cannot be said once for all.
        guess: What the guess was, in words; empty where nothing was guessed.
        ratings: Ratings of the first rows.
        beside: Whether it is asked beside something else, such as a rating of each ticket.
        instruments: How feedback can be asked.
    """

    now: Asked
    by_column: frozenset[str]
    guess: str
    ratings: tuple[str, ...]
    beside: bool
    instruments: tuple[str, ...] = INSTRUMENTS


def asked_in(request: HttpRequest, at: int) -> Asked | None:
    """What a form says of how feedback was asked; None where it says nothing of it.

    Args:
        request: The request.
        at: Number of the raw table.
    """
    given = [request.POST.get(f"{name}{at}") for name in ("i", "l", "h")]
    if all(one is None for one in given):
        return None
    return Asked(*((one or "").strip() for one in given))


def asked_shown(table: LookedTable, read: Mapping, choice: TableChoice) -> AskedShown | None:
    """How the feedback of a raw table was asked; None where it holds none.

    Args:
        table: The raw table.
        read: The mapping as it stands.
        choice: What is chosen for the table.
    """
    standing = asked_of(read, table.source)
    if choice.table != FEEDBACK and (standing is None or not choice.table):
        return None
    names = rated_by(read, table.source)
    at = [n for n, column in enumerate(table.columns) if column.name in names]
    ratings = numbers_of(table.samples, at) or ratings_in(table, choice.fields)
    return AskedShown(
        filled(choice.asked, standing)
        if standing
        else filled(choice.asked, supposed_of(table, choice.fields)),
        told_by_columns(read, table.source),
        Asked(*table.asked).words if table.asked else "",
        ratings,
        choice.table != FEEDBACK,
    )
