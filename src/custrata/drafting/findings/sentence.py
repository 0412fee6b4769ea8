"""A finding: a sentence that could be false, with what follows from it and what is at stake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from custrata.strategy.parts.statement import Figure
from custrata.strategy.wording.sentence import fill


@dataclass(frozen=True, slots=True)
class FindingSentence:
    """One finding.

    Attributes:
        topic: What it is about; the same word in every draft.
        block: The block of the canvas in which it belongs.
        title: The sentence, with placeholders for its figures; under 90 characters when read.
        figures: What the placeholders mean.
        consequence: What follows, an instruction; its placeholders are figures of the title.
        weight: How much of the business it touches, 0 to about 1; findings are ranked by it.
        at_stake: Money or customers it concerns; None when neither can be counted.
    """

    topic: str
    block: str
    title: str
    figures: tuple[Figure, ...]
    consequence: str
    weight: float
    at_stake: Figure | None = None

    @property
    def said(self) -> str:
        """The title with its numbers."""
        return fill(self.title, {f.name: (f.value, f.unit) for f in self.figures})

    @property
    def so_what(self) -> str:
        """The consequence with its numbers."""
        return fill(self.consequence, {f.name: (f.value, f.unit) for f in self.figures})


def known(figures: Iterable[Figure | None]) -> tuple[Figure, ...] | None:
    """The figures when all of them are known, else None."""
    found = tuple(figures)
    kept = tuple(f for f in found if f is not None)
    return kept if len(kept) == len(found) else None
