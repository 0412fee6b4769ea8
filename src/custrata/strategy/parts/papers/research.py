"""Interview guides and surveys, with what came of them; notes on competitors, trends and boards."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class ResearchKind(StrEnum):
    """How customers are asked."""

    INTERVIEW = "interview"
    SURVEY = "survey"


class Question(Part):
    """A question with what was answered.

    Attributes:
        id: Stable address.
        asks: The question; open ones begin with what, how or why.
        aims_at: What the answer is for.
        measure: Measure that counts the answers; empty for open ones.
        answers: What came, as claims where they can be counted.
    """

    id: Id
    asks: str
    aims_at: str = ""
    measure: str = ""
    answers: tuple[Statement, ...] = ()


class Research(Part):
    """An interview guide or a survey.

    Attributes:
        id: Stable address.
        kind: Interview or survey.
        title: What it is about.
        group: Id of the customer group; empty for all.
        goal: What is to be learned.
        questions: In order.
        n: How many were asked so far.
        on: When it was done; None while it is planned.
        learned: What was learned.
        owner: Who answers for it.
    """

    id: Id
    kind: ResearchKind
    title: str
    group: str = ""
    goal: str = ""
    questions: tuple[Question, ...] = ()
    n: Annotated[int, Field(ge=0)] = 0
    on: dt.date | None = None
    learned: tuple[Statement, ...] = ()
    owner: Owner = Owner()


class NoteKind(StrEnum):
    """What a note is about."""

    COMPETITOR = "competitor"
    TREND = "trend"
    ADVISORY_BOARD = "advisory board"


class Note(Part):
    """A note on a competitor, a trend or a meeting of the advisory board."""

    id: Id
    kind: NoteKind
    title: str
    statement: Statement
    source: str = ""
    on: dt.date | None = None
    owner: Owner = Owner()
