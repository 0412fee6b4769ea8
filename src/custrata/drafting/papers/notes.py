"""Notes on competitors: nothing is known until somebody asks or a measure counts them."""

from __future__ import annotations

from custrata.drafting.roles import MARKETING
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.papers.research import Note, NoteKind
from custrata.strategy.parts.part import Owner


def draft_notes(sketch: Sketch) -> tuple[Note, ...]:
    """One note that says whether the data name competitors."""
    named = sketch.provides("opportunities.competitor")
    gap = sketch.pen.gap(
        "Opportunities name competitors, and no measure counts against whom we win and lose."
        if named
        else "With whom customers compare us is not known.",
        "a measure of wins by competitor, which Custrata does not give yet"
        if named
        else "the competitor on each opportunity, or interviews with those who chose another",
    )
    return (
        Note(
            id="note-competitors",
            kind=NoteKind.COMPETITOR,
            title="Whom customers compare us with",
            statement=gap,
            owner=Owner(role=MARKETING),
        ),
    )
