"""Surveys with a column a question become a row an answer."""

from __future__ import annotations

import math
import re

from custrata.sources.formats.numbers import POINT, number_of
from custrata.sources.mapping import Answer, AsOf, Mapped, QuestionText, RowId, Source
from custrata.sources.profile import ColumnProfile
from custrata.sources.recognise.fields import SURE, best
from custrata.sources.recognise.sources.context import Context, constant

_TOPS = (5, 7, 10, 100)
"""Upper ends of the scales that people use, below which slips are told from ratings."""

_SLIPS = 0.01
"""Ratings beyond the end of a scale are slips when they are no more than this share of all."""

_ENDS = re.compile(r"\b(\d)\s*(?:-|–|to|bis)\s*(\d{1,3})\b")
"""A scale within a name, such as "(0-10)" or "1 bis 5"."""

_QUESTION = re.compile(r"^(?:q|question|item|frage|v)[ _.]?\d+[a-z]?$", re.IGNORECASE)


def survey_sources(context: Context) -> list[Source]:
    """Answers of a wide survey as feedback; nothing when the table is none."""
    asked = questions_in(context.profile.columns)
    yes_no = [] if asked else statements_in(context)
    if not asked and not yes_no:
        return []
    numbers = [n for c in asked for n in c.numbers]
    low, high = scale(numbers) if asked else ("0", "1")
    asked = asked or yes_no
    key = context.reading.columns.get("customer_id")
    columns = {
        "customer_id": context.column("feedback", "customer_id", key) if key else Mapped(RowId(), 0.8),
        "answered_at": _answered(context),
        "instrument": constant("survey"),
        "question": Mapped(QuestionText(), 0.9, tuple(c.name for c in asked[:3])),
        "rating": Mapped(Answer("flag" if yes_no else "point"), 0.9, asked[0].samples),
        "rating_min": constant(low),
        "rating_max": constant(high),
    }
    return [
        context.source(
            "feedback",
            columns,
            answers=tuple(c.name for c in asked),
            note="a row for each question of the survey",
        )
    ]


def questions_in(columns: tuple[ColumnProfile, ...]) -> list[ColumnProfile]:
    """The columns that are questions of a survey: four or more named q1, q2 … with small whole numbers."""
    found = [
        c for c in columns if _QUESTION.match(c.column.header or c.name) and c.is_number and c.distinct <= 101
    ]
    return found if len(found) >= 4 else []


def statements_in(context: Context) -> list[ColumnProfile]:
    """The yes or no columns of a table without ids, when there are six or more: statements to agree with."""
    if "customer_id" in context.reading.columns:
        return []
    found = [c for c in context.profile.columns if c.flag and c.distinct == 2 and not c.is_number]
    return found if len(found) >= 6 else []


def stated(name: str) -> tuple[str, str] | None:
    """The ends of the scale that a name says; None where it says none.

    Example:
        >>> stated("Recommend us (0-10)"), stated("score 1 to 7"), stated("Q 10")
        (('0', '10'), ('1', '7'), None)
    """
    found = _ENDS.search(name)
    low, high = found.groups() if found else ("", "")
    return (low, high) if found and int(low) <= 1 and int(high) in _TOPS else None


def scale(numbers: list[float]) -> tuple[str, str]:
    """The ends of the scale that ratings are on: 1 to 5, 1 to 7, 0 or 1 to 10, 0 to 100.

    Example:
        >>> scale([2.0, 8.0, 10.0]), scale([4.0, 5.0]), scale([0.0, 10.0])
        (('1', '10'), ('1', '5'), ('0', '10'))
    """
    if not numbers:
        return "1", "5"
    low, high = min(numbers), max(numbers)
    top = next((t for t in (1, 5, 7, 10, 100) if high <= t), int(high))
    return ("0" if (low <= 0 and low >= 0) or top == 100 else "1" if low > 0 else str(int(low))), str(top)


def usual(column: ColumnProfile) -> list[float]:
    """The ratings of a column without slips: a nine among many from 1 to 5 makes no scale to 10.

    Args:
        column: Profile of the column of ratings.

    Returns:
        The different ratings up to the lowest end of a scale that holds all but one in a hundred of them.
    """
    numbers = [(number_of(value, column.number_mark or POINT), count) for value, count in column.values]
    counted = [(number, count) for number, count in numbers if number is not None]
    total = sum(count for _, count in counted)
    tops = (*_TOPS, math.inf)
    top = next(t for t in tops if sum(c for n, c in counted if n > t) <= _SLIPS * total)
    return [number for number, _ in counted if number <= top]


def _answered(context: Context) -> Mapped:
    found = best(context.profile, "feedback", "answered_at", SURE)
    return context.column("feedback", "answered_at", found) if found else Mapped(AsOf(), 0.6)
