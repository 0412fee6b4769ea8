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

MORE_AHEAD = 1.25
"""Part of lifetime value over part of the value so far from which a group has much more ahead of it."""

MUCH_DEARER = 1.5
"""Times the cost to serve over revenue of the whole base from which serving a group costs much more."""

MOSTLY = 0.5
"""Part of a group from which it counts as under-served or over-served."""

SMALL_VALUE, FEW_CUSTOMERS = 0.05, 0.10
"""Parts of the value and of the customers up to which a group that loses money may be let go."""


@dataclass(frozen=True, slots=True)
class Economics:
    """What is known of a group's economics.

    Attributes:
        customers_share: Part of the customers, 0 to 1.
        value_share: Part of the value, 0 to 1; None where nothing tells value.
        left: Share of the group's customers who left; None where that is not known.
        left_all: The same for the whole base.
        margin: Money left after cost; None where cost is not known.
        contribution: Money left after cost and service; None where that is not known.
        lifetime_share: Part of the lifetime value of all customers; None where none is known.
        serving_ratio: Cost to serve over revenue; None where it is not known.
        serving_ratio_all: The same for the whole base.
        under_served: Part of the group that gives much and gets little; None where the exchange is not known.
        over_served: Part of the group that gets much and gives little.
    """

    customers_share: float
    value_share: float | None = None
    left: float | None = None
    left_all: float | None = None
    margin: float | None = None
    contribution: float | None = None
    lifetime_share: float | None = None
    serving_ratio: float | None = None
    serving_ratio_all: float | None = None
    under_served: float | None = None
    over_served: float | None = None

    @property
    def loses(self) -> bool:
        """Whether the group loses money: after service where that is known, else after cost."""
        left = self.margin if self.contribution is None else self.contribution
        return left is not None and left < 0

    @property
    def promise(self) -> float | None:
        """Part of lifetime value over part of the value so far; None where either is not known or above 0."""
        if self.lifetime_share is None or self.value_share is None or self.value_share <= 0:
            return None
        return self.lifetime_share / self.value_share

    @property
    def dear(self) -> bool:
        """Whether serving the group takes a much larger part of its revenue than serving all does."""
        if self.serving_ratio is None or not self.serving_ratio_all:
            return False
        return self.serving_ratio >= MUCH_DEARER * self.serving_ratio_all

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

    A group that loses money is retired when it is small and re-engineered otherwise. One that loses customers
    much faster than the whole, or that brings little, is re-engineered; so is one that brings less than its
    number while it is much dearer to serve or mostly over-served. The one that brings most for its number,
    and far more than it, is maintained; others that do, that keep customers much better, that promise much
    more than they brought, or that are mostly under-served, are grown; the rest is maintained. Where none
    would be grown, the next best of those to maintain is.
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
    if group.loses:
        small = group.value_share is not None and group.value_share < SMALL_VALUE
        few = group.customers_share < FEW_CUSTOMERS
        return Intent.RETIRE if small and few else Intent.RE_ENGINEER
    if leaving is not None and leaving >= MUCH_WORSE:
        return Intent.RE_ENGINEER
    if density is not None and (density <= THIN or (density < 1 and _unbalanced(group))):
        return Intent.RE_ENGINEER
    dense = density is not None and density >= DENSE
    if dense and densest:
        return Intent.MAINTAIN
    return Intent.GROW if dense or _promising(group) else Intent.MAINTAIN


def _unbalanced(group: Economics) -> bool:
    """Whether the group gets more than it carries: in money, or by the exchange."""
    return group.dear or (group.over_served or 0.0) >= MOSTLY


def _promising(group: Economics) -> bool:
    """Whether the group would carry more: it stays, it has most of its value ahead, or it gets too little."""
    leaving, promise = group.leaving, group.promise
    return (
        (leaving is not None and leaving <= MUCH_BETTER)
        or (promise is not None and promise >= MORE_AHEAD)
        or (group.under_served or 0.0) >= MOSTLY
    )


def emphasised(groups: Sequence[Economics], intents: Sequence[Intent]) -> tuple[bool, ...]:
    """Which groups come first: the largest to grow, and the largest other whose relationship is at stake.

    Two at most; the second is a group to re-engineer that loses money or holds a fifth of the value, else
    the one to maintain that brings most for its number.
    """
    worth = [g.value_share if g.value_share is not None else g.customers_share for g in groups]
    chosen: set[int] = set()
    for wanted, least in ((Intent.GROW, 0.0), (Intent.RE_ENGINEER, 0.2), (Intent.MAINTAIN, 0.0)):
        large = [worth[i] >= least or groups[i].loses for i in range(len(groups))]
        fit = [i for i, intent in enumerate(intents) if intent is wanted and large[i]]
        if fit and len(chosen) < 2:
            density = [groups[i].density or 0.0 for i in fit]
            best = density.index(max(density)) if wanted is Intent.MAINTAIN else -1
            chosen.add(fit[best] if best >= 0 else max(fit, key=lambda i: worth[i]))
    return tuple(i in chosen for i in range(len(groups)))


MORE = 0.1
"""Part by which the weight of a group to grow is proposed to rise."""

MOST_TAKEN = 0.5
"""Part of the weight of the groups that give it that may be taken."""


def targeted(groups: Sequence[Economics], intents: Sequence[Intent]) -> tuple[float | None, ...]:
    """Shares of the value to aim at, in whole hundredths that add up to 1.

    Groups to grow gain a tenth; groups to maintain that bring more than their number keep what they have; the
    rest gives, in proportion. Nothing is aimed at where the value of a group is not known or negative: a loss
    has no weight that could be given.

    Args:
        groups: The groups' economics.
        intents: What is meant with each.

    Example:
        >>> grow, maintain = Economics(0.2, 0.5), Economics(0.8, 0.5)
        >>> targeted([grow, maintain], [Intent.GROW, Intent.MAINTAIN])
        (0.55, 0.45)
    """
    now = [g.value_share for g in groups if g.value_share is not None]
    if len(now) < len(groups) or min(now, default=0.0) < 0 or abs(sum(now) - 1) > 0.01:
        return tuple(None for _ in groups)
    gives = [_gives(g, i) for g, i in zip(groups, intents, strict=True)]
    grows = [i is Intent.GROW for i in intents]
    gain = MORE * sum(s for s, grow in zip(now, grows, strict=True) if grow)
    giving = sum(s for s, give in zip(now, gives, strict=True) if give)
    growing = gain / MORE
    gain = min(gain, MOST_TAKEN * giving)
    aims = [
        s + gain * s / growing if grow else s - gain * s / giving if give and giving else s
        for s, grow, give in zip(now, grows, gives, strict=True)
    ]
    return _in_hundredths(aims)


def _gives(group: Economics, intent: Intent) -> bool:
    if intent is Intent.MAINTAIN:
        return (group.density or 0) < 1
    return intent is not Intent.GROW


def _in_hundredths(shares: Sequence[float]) -> tuple[float, ...]:
    exact = [100 * share / sum(shares) for share in shares]
    floors = [int(x + 1e-9) for x in exact]
    by_rest = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
    for i in by_rest[: 100 - sum(floors)]:
        floors[i] += 1
    return tuple(f / 100 for f in floors)
