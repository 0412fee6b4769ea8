"""Empathy maps: what customers of a group say, think, do and feel at a stage."""

from __future__ import annotations

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement
from custrata.vocabulary import Stage


class EmpathyMap(Part):
    """What customers say, think, do and feel; pains and gains beside it."""

    id: Id
    group: str = ""
    stage: Stage | None = None
    says: tuple[Statement, ...] = ()
    thinks: tuple[Statement, ...] = ()
    does: tuple[Statement, ...] = ()
    feels: tuple[Statement, ...] = ()
    pains: tuple[Statement, ...] = ()
    gains: tuple[Statement, ...] = ()
    owner: Owner = Owner()
