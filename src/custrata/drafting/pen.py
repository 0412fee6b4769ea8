"""The pen: it writes statements and numbers them in the order in which they are written."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from custrata.drafting.desk import Desk
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal


class Pen:
    """Writes claims (E01 …), proposals (P01 …) and gaps (G01 …) for one draft.

    Args:
        desk: The desk with the snapshot.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._counted: Counter[str] = Counter()

    @property
    def as_of(self) -> dt.date | None:
        """The day at which the data stand; None where the day is only notional."""
        manifest = self.desk.snapshot.manifest
        return None if manifest.notional else manifest.as_of

    def claim(self, text: str, *figures: Figure | None, topic: str = "") -> Claim | None:
        """A claim, or None when one of its figures is not known.

        Args:
            text: The sentence with placeholders.
            figures: What the placeholders mean.
            topic: What it is about.
        """
        known = tuple(f for f in figures if f is not None)
        if not known or len(known) < len(figures):
            return None
        return Claim(id=self._next("E"), text=text, topic=topic, figures=known, as_of=self.as_of)

    def proposal(self, text: str, role: str, *figures: Figure) -> Proposal:
        """A judgement that needs an owner.

        Args:
            text: The sentence.
            role: The role that suggests itself.
            figures: Numbers that the sentence quotes.
        """
        return Proposal(id=self._next("P"), text=text, figures=figures, owner=Owner(role=role))

    def gap(self, text: str, waits_for: str) -> Gap:
        """What is not known, and what it waits for.

        Args:
            text: What is not known, as a sentence.
            waits_for: What would tell, without a full stop.
        """
        return Gap(id=self._next("G"), text=text, waits_for=waits_for)

    def claim_or_gap(
        self, text: str, *figures: Figure | None, gap: str, waits_for: str, topic: str = ""
    ) -> Claim | Gap:
        """A claim where the data speak, else the gap."""
        return self.claim(text, *figures, topic=topic) or self.gap(gap, waits_for)

    def _next(self, letter: str) -> str:
        self._counted[letter] += 1
        return f"{letter}{self._counted[letter]:02}"
