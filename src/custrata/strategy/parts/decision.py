"""Decisions that the document asks for."""

from __future__ import annotations

import datetime as dt

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Proposal, Statement


class Decision(Part):
    """A question to be decided, with its options and the claims it rests on.

    Attributes:
        id: Stable address.
        question: What is asked.
        options: What can be chosen.
        rests_on: Ids of the claims it rests on.
        cost_of_waiting: What is lost while nobody decides.
        owner: Who decides.
        by: The day by which.
        decided: What was chosen; empty while it is open.
        decided_on: When.
    """

    id: Id
    question: Proposal
    options: tuple[str, ...] = ()
    rests_on: tuple[Id, ...] = ()
    cost_of_waiting: Statement | None = None
    owner: Owner = Owner()
    by: dt.date | None = None
    decided: str = ""
    decided_on: dt.date | None = None
