"""What to do next with a customer, as far as the strategy says it: stage plan, intent of its groups, tier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from custrata.strategy.document import Document
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.statement import Claim, Gap, Statement


@dataclass(frozen=True)
class Step:
    """Something that the strategy says of customers like this one.

    Attributes:
        why: Which rule says it, such as ``Stage: at risk``.
        words: What it says.
        owner: Who answers for it.
        waits: Whether it says only what is not known yet.
        said: Whether people say it; else the data do.
        at: Address in the strategy.
    """

    why: str
    words: str
    owner: str
    waits: bool
    said: bool
    at: str


def next_steps(document: Document, row: Mapping[str, Any]) -> list[Step]:
    """What the strategy says to do, the stage first.

    Args:
        document: The strategy.
        row: The customer.
    """
    return [*_stage(document, row), *_groups(document, row), *_tier(document, row)]


def groups_of(document: Document, row: Mapping[str, Any]) -> list[CustomerGroup]:
    """The groups of the strategy to which a customer belongs."""
    return [group for group in document.groups if group.segment and _within(group, row)]


def _within(group: CustomerGroup, row: Mapping[str, Any]) -> bool:
    return all(str(row.get(column)) == word for column, word in dict(group.segment).items())


def _stage(document: Document, row: Mapping[str, Any]) -> Iterator[Step]:
    for plan in document.lifecycle:
        if plan.stage.value == row.get("stage") and plan.intervention is not None:
            yield _step(
                f"Stage: {plan.stage.value}", plan.intervention, plan.owner.in_short, f"lifecycle[{plan.id}]"
            )


def _groups(document: Document, row: Mapping[str, Any]) -> Iterator[Step]:
    for group in groups_of(document, row):
        if group.intent is not None:
            why, at = f"{group.name}: {group.intent.intent.value}", f"groups[{group.id}]"
            owner = group.intent.owner.in_short
            said = group.intent.reason or group.intent.expected
            if said:
                yield _step(why, said[0], owner, at)
            else:
                yield Step(why, "No reason is written down.", owner, True, True, at)


def _tier(document: Document, row: Mapping[str, Any]) -> Iterator[Step]:
    for policy in document.tiers:
        if policy.tier.value == row.get("tier"):
            said = policy.entitlement or policy.service_model
            if said is not None:
                yield _step(f"Tier: {policy.tier.value}", said, policy.owner.in_short, f"tiers[{policy.id}]")


def _step(why: str, said: Statement, owner: str, at: str) -> Step:
    return Step(why, said.said(), owner, isinstance(said, Gap), not isinstance(said, Claim), at)
