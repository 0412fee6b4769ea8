"""Decisions that the document asks for."""

from __future__ import annotations

import datetime as dt

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Proposal


class Decision(Part):
    """A question to be decided, with its options and the claims it rests on."""

    id: Id
    question: Proposal
    options: tuple[str, ...] = ()
    rests_on: tuple[Id, ...] = ()
    owner: Owner = Owner()
    by: dt.date | None = None
