"""Which intent the economics of a group propose, and which two come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from custrata.vocabulary import Intent

MUCH_WORSE = 1.25
"""Times the rate of the whole base from which a group loses customers much faster."""

MUCH_BETTER = 0.75
"""Times the rate of the whole base up to which a group keeps customers much better."""

DENSE = 1.5
"""Part of the value over part of the customers from which a group brings far more than its number."""

THIN = 0.3
"""Part of the value over part of the customers up to which a group brings little."""

SMALL_LOSS = 0.05
"""Part of the value up to which a group that loses money may be let go."""


@dataclass(frozen=True, slots=True)
class Economics:
    """What is known of a group's economics.

    Attributes:
        customers_share: Part of the customers, 0 to 1.
        value_share: Part of the value, 0 to 1; None where nothing tells value.
        left: Share of the group's customers who left; None where that is not known.
        left_all: The same for the whole base.
        margin: Money left after cost; None where cost is not known.
    """

    customers_share: float
    value_share: float | None = None
    left: float | None = None
    left_all: float | None = None
    margin: float | None = None

    @property
    def density(self) -> float | None:
        """Part of the value over part of the customers; None where either is not known."""
        if self.value_share is None or self.customers_share <= 0:
            return None
        return self.value_share / self.customers_share

    @property
    def leaving(self) -> float | None:
        """The group's rate of leaving over that of the whole base; None where it is not known."""
        if self.left is None or not self.left_all:
            return None
        return self.left / self.left_all


def propose(groups: Sequence[Economics]) -> tuple[Intent, ...]:
    """One intent a group, in the order given.

    A group that loses money is retired when it is small and repaired otherwise. One that loses customers much
    faster than the whole, or that brings little, is re-engineered. The one that brings most for its number is
    maintained, others that bring much or keep customers much better are grown, the rest is maintained. Where
    none would be grown, the best of those to maintain after the first is.
    """
    densities = [g.density or 0.0 for g in groups]
    first = densities.index(max(densities)) if groups else -1
    intents = [_one(group, place == first) for place, group in enumerate(groups)]
    if intents and Intent.GROW not in intents:
        rest = [i for i, intent in enumerate(intents) if intent is Intent.MAINTAIN and i != first]
        if rest:
            intents[max(rest, key=lambda i: densities[i])] = Intent.GROW
    return tuple(intents)


def _one(group: Economics, densest: bool) -> Intent:
    density, leaving = group.density, group.leaving
    if group.margin is not None and group.margin < 0:
        small = group.value_share is not None and group.value_share < SMALL_LOSS
        return Intent.RETIRE if small else Intent.RE_ENGINEER
    if leaving is not None and leaving >= MUCH_WORSE:
        return Intent.RE_ENGINEER
    if density is not None and density <= THIN:
        return Intent.RE_ENGINEER
    if leaving is not None and leaving <= MUCH_BETTER and not densest:
        return Intent.GROW
    if density is not None and density >= DENSE and not densest:
        return Intent.GROW
    return Intent.MAINTAIN


def emphasised(groups: Sequence[Economics], intents: Sequence[Intent]) -> tuple[bool, ...]:
    """Which groups come first: the largest to grow, and the largest other whose relationship is at stake.

    Two at most; the second is a group to re-engineer that holds a fifth of the value, else the one to
    maintain that brings most for its number.
    """
    worth = [g.value_share if g.value_share is not None else g.customers_share for g in groups]
    chosen: set[int] = set()
    for wanted, least in ((Intent.GROW, 0.0), (Intent.RE_ENGINEER, 0.2), (Intent.MAINTAIN, 0.0)):
        fit = [i for i, intent in enumerate(intents) if intent is wanted and worth[i] >= least]
        if fit and len(chosen) < 2:
            density = [groups[i].density or 0.0 for i in fit]
            best = density.index(max(density)) if wanted is Intent.MAINTAIN else -1
            chosen.add(fit[best] if best >= 0 else max(fit, key=lambda i: worth[i]))
    return tuple(i in chosen for i in range(len(groups)))


MORE_WEIGHT = {Intent.GROW: 1.1, Intent.MAINTAIN: 1.0, Intent.RE_ENGINEER: 1.0, Intent.RETIRE: 0.5}
"""How the weight of a group in the portfolio is proposed to change; the others give or take in proportion."""


def targeted(shares: Sequence[float], intents: Sequence[Intent]) -> tuple[float, ...]:
    """Shares of the portfolio to aim at, in whole hundredths that add up to 1.

    Args:
        shares: Shares now.
        intents: What is meant with each group.

    Example:
        >>> targeted([0.5, 0.5], [Intent.GROW, Intent.MAINTAIN])
        (0.52, 0.48)
    """
    weights = [s * MORE_WEIGHT[i] for s, i in zip(shares, intents, strict=True)]
    whole = sum(weights)
    if whole <= 0:
        return tuple(0.0 for _ in shares)
    exact = [100 * w / whole for w in weights]
    floors = [int(x) for x in exact]
    short = 100 - sum(floors)
    by_rest = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
    for i in by_rest[:short]:
        floors[i] += 1
    return tuple(f / 100 for f in floors)
