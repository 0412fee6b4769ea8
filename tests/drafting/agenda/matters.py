"""What agendas are written from in tests: a grocer's draft, with and without something that moved."""

from __future__ import annotations

import datetime as dt

from tests.evidence.changed import later, scaled
from tests.snapshots import grocer

from custrata.drafting.agenda.matter import Matter
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.evidence.moved import delta
from custrata.evidence.movement import movement
from custrata.strategy.document import Document

GROCER = grocer()
DRAFT = draft(GROCER)
DAY = dt.date(2025, 2, 3)


def matter(document: Document = DRAFT, after=None, on: dt.date = DAY, **fields: object) -> Matter:
    """The matter of a review of a document against a snapshot that comes after the grocer's."""
    now = after or later(GROCER)
    known = {"delta": delta(document, GROCER, now), "movement": movement(GROCER, now), **fields}
    return Matter(document, now, evaluate(document, now), on, **known)


def fallen() -> Matter:
    """A month in which retention of revenue fell by a fifth and gold customers brought half."""
    less = scaled(scaled(GROCER, 0.8, "net_revenue_retention"), 0.5, "revenue", tier="gold")
    return matter(after=less)


def with_parts(**parts: object) -> Document:
    """The draft with other parts."""
    return DRAFT.model_copy(update=parts)
