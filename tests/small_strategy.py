"""A whole small strategy, for tests of what is done with one: compared, signed, saved."""

from __future__ import annotations

from custrata.strategy.document import Document, SignOff
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.group import CustomerGroup, GroupIntent
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.vocabulary import Intent


def small_strategy() -> Document:
    """A strategy with one group, one goal, a claim, a proposal, a gap, and two functions to sign."""
    share = Figure(name="value_share", measure="revenue", segment={"tier": "gold"}, value=0.41, unit="share")
    group = CustomerGroup(
        id="gold",
        name="Gold",
        segment={"tier": "gold"},
        share_now=Claim(id="E01", text="Gold customers earn {value_share} of revenue.", figures=(share,)),
        needs=(Gap(id="G01", text="What they need is not known.", waits_for="interviews"),),
        intent=GroupIntent(intent=Intent.GROW),
    )
    goal = Goal(
        id="stay", statement=Proposal(id="P01", text="Gold customers stay because we answer at once.")
    )
    return Document(
        schema_version=2,
        company="Harrow Lane Foods",
        currency="USD",
        groups=(group,),
        goals=(goal,),
        sign_offs=(SignOff(function="chief executive"), SignOff(function="head of finance")),
    )
