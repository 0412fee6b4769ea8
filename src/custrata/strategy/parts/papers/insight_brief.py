"""Insight brief: top pains, outcomes valued, exact words and switching triggers of a group."""

from __future__ import annotations

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class Phrase(Part):
    """Exact words of a customer.

    Attributes:
        id: Stable address.
        words: As they were said or written.
        source: Where they stand, such as an interview's id; never a person's name.
        theme: What they are about.
        language: Code of the language when it is not the document's.
    """

    id: Id
    words: str
    source: str = ""
    theme: str = ""
    language: str = ""


class InsightBrief(Part):
    """What is known of a group's pains, outcomes, words and reasons to switch.

    Attributes:
        id: Stable address.
        group: Id of the customer group; empty for all.
        question: What was to be found out.
        answer: The answer in one line.
        pains: Top pains, the heaviest first.
        outcomes: Outcomes valued.
        phrases: Exact words.
        triggers: What makes them switch.
        would_change: What would change our mind.
        owner: Who answers for it.
    """

    id: Id
    group: str = ""
    question: str = ""
    answer: Statement | None = None
    pains: tuple[Statement, ...] = ()
    outcomes: tuple[Statement, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    triggers: tuple[Statement, ...] = ()
    would_change: str = ""
    owner: Owner = Owner()
