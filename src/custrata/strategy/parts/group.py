"""Customer groups: who they are, what we mean to do with them, and what they get for it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Claim, SegmentPairs, Statement
from custrata.vocabulary import Intent

Share = Annotated[float, Field(ge=0, le=1)]
"""A share, 0 to 1."""


class GroupIntent(Part):
    """What the company means to do with the relationship, why, and what it expects of it.

    Attributes:
        intent: Grow, maintain, re-engineer or retire.
        emphasised: Whether it is one of the two that get attention first.
        reason: Why, as a claim where figures speak, else as a proposal or gap.
        expected: What is to be seen when it works.
        owner: Who decides it and answers for it.
        signed_on: The day on which the owner agreed; None while it is a proposal.
    """

    intent: Intent
    emphasised: bool = False
    reason: tuple[Statement, ...] = ()
    expected: tuple[Statement, ...] = ()
    owner: Owner = Owner()
    signed_on: dt.date | None = None


class TargetShare(Part):
    """The share of the portfolio that the group is to have; a judgement until it is signed.

    Attributes:
        value: Share of revenue, or of the margin where that ranks customers, 0 to 1.
        in_months: When it is to be reached, counted from the start of the horizon.
        basis: How the number was found, in one sentence.
    """

    value: Share | None = None
    in_months: Annotated[int, Field(ge=1)] | None = None
    basis: str = ""
    owner: Owner = Owner()


class CustomerGroup(Part):
    """One group, told apart by attributes that systems carry.

    Attributes:
        id: Stable address.
        name: What people call the group.
        partition: Groups with the same word here share out the whole base between them; empty for others.
        segment: Pairs of dimension and value under which readings know the group.
        tag: The mark that CRM and marketing tools carry.
        attributes: What defines the group, in words.
        share_now: Claim with the figures ``customers_share`` and ``value_share``.
        share_targeted: Where the group's share is to go.
        payer: Who pays.
        user: Who uses.
        needs: Needs, jobs to be done, how they measure value.
        buys: How they buy, spend and promote.
        measures_value: How they tell whether they got what they came for.
        potential: What they could spend with us, against what they spend.
        narrative: The group as a person or a story, so that it can be pictured.
        proposition: What we promise them.
        service_model: How we serve them.
        configuration: Which products and settings they get.
        investment: How much is put into them.
        primary_months: Months for which the company designs around them; None for all but the primary group.
        intent: What we mean to do.
        owner: Who answers for the group.
    """

    id: Id
    name: str
    partition: str = ""
    segment: SegmentPairs = ()
    tag: str = ""
    attributes: tuple[str, ...] = ()
    share_now: Claim | None = None
    share_targeted: TargetShare = TargetShare()
    payer: Statement | None = None
    user: Statement | None = None
    needs: tuple[Statement, ...] = ()
    buys: tuple[Statement, ...] = ()
    measures_value: Statement | None = None
    potential: Statement | None = None
    narrative: Statement | None = None
    proposition: Statement | None = None
    service_model: Statement | None = None
    configuration: Statement | None = None
    investment: Statement | None = None
    primary_months: Annotated[int, Field(ge=1, le=36)] | None = None
    intent: GroupIntent | None = None
    owner: Owner = Owner()

    def share(self, of: str) -> float | None:
        """The share now, as written.

        Args:
            of: ``customers`` or ``value``.
        """
        figure = self.share_now.figure(f"{of}_share") if self.share_now else None
        return figure.value if figure else None
