"""The strategy as one typed document."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.canvas import Block, Canvas
from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.part import Owner, Part, walk
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.parts.tier import TierPolicy


class Horizon(Part):
    """How far the strategy looks.

    Attributes:
        months: Length in months, 1 to 120.
        starts_on: First day; None where the data carry no dates and nobody set one.
    """

    months: Annotated[int, Field(ge=1, le=120)] = 12
    starts_on: dt.date | None = None


class SignOff(Part):
    """A function's agreement to one revision."""

    function: str
    name: str = ""
    revision: Annotated[int, Field(ge=1)] | None = None
    signed_on: dt.date | None = None

    @property
    def signed(self) -> bool:
        """Whether the function has signed some revision."""
        return self.signed_on is not None


class Document(Part):
    """Everything a customer strategy says, addressed by id.

    Attributes:
        schema_version: Version of this form.
        company: Name on covers.
        currency: Code of the currency of money; empty when nothing states it.
        as_of: The day at which the data stood when the first draft was written.
        notional: Whether that day is notional because the data carry no dates.
        snapshot: Fingerprint of the snapshot that the draft was written from.
        revision: Counts up with every saved change.
        horizon: How far it looks.
        sponsor: Who stands for it.
        accountable: The one person who answers for it.
        sign_offs: Who has agreed to which revision.
        insights: What the data say that matters most, in order.
        canvas: The twelve blocks.
        pattern: The recommended pattern.
        groups: Customer groups.
        tiers: Policy of the portfolio tiers.
        goals: At most four, worded customer first.
        initiatives: What is done for the goals.
        lifecycle: Plan by stage.
        scorecard: Measures with base, target, date and owner.
        assumptions: What must hold.
        decisions: What is to be decided.
    """

    schema_version: Literal[1]
    company: str
    currency: str = ""
    as_of: dt.date | None = None
    notional: bool = False
    snapshot: str = ""
    revision: Annotated[int, Field(ge=1)] = 1
    horizon: Horizon = Horizon()
    sponsor: Owner = Owner()
    accountable: Owner = Owner()
    sign_offs: tuple[SignOff, ...] = ()
    insights: tuple[Insight, ...] = ()
    canvas: Canvas = Canvas()
    pattern: Pattern = Pattern()
    groups: tuple[CustomerGroup, ...] = ()
    tiers: tuple[TierPolicy, ...] = ()
    goals: tuple[Goal, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    lifecycle: tuple[StagePlan, ...] = ()
    scorecard: tuple[ScoreRow, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @model_validator(mode="after")
    def _one_part_an_id(self) -> Document:
        named = (part for _, part in walk(self) if not isinstance(part, Block))
        counted = Counter(part.id for part in named if hasattr(part, "id"))
        twice = sorted(name for name, count in counted.items() if count > 1)
        if twice:
            raise ValueError(f"ids that stand for two parts: {', '.join(twice)}")
        return self

    @model_validator(mode="after")
    def _insights_point_at_claims(self) -> Document:
        known = {claim.id for claim in self.claims()}
        missing = sorted({insight.claim for insight in self.insights} - known)
        if missing:
            raise ValueError(f"insights that name no claim of the document: {', '.join(missing)}")
        return self

    def statements(self) -> Iterator[tuple[str, Claim | Proposal | Gap]]:
        """Path and statement, in the order of the document."""
        for path, part in walk(self):
            if isinstance(part, Claim | Proposal | Gap):
                yield path, part

    def claims(self) -> tuple[Claim, ...]:
        """All claims, in the order of the document."""
        return tuple(s for _, s in self.statements() if isinstance(s, Claim))

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of this id, or None."""
        return next((c for c in self.claims() if c.id == claim_id), None)
