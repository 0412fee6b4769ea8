"""What does one unit of an activity cost? Time-driven rates: cost over what could have been done with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import pairwise

LONGEST_SPAN_MONTHS = 12
_SIX = Decimal("0.000001")
_NINE = Decimal("0.000000001")
_LOW, _HIGH = Decimal("0.1"), Decimal("0.9")


@dataclass(frozen=True, slots=True)
class Pool:
    """A cost that customers cause together.

    Attributes:
        driver: What causes it.
        month: First month it covers, as year times 12 plus month from 0.
        amount: Money.
        quantity: Units of the driver that it pays for, the capacity; None when it is not stated.
    """

    driver: str
    month: int
    amount: Decimal
    quantity: Decimal | None = None


@dataclass(frozen=True, slots=True)
class UnitRate:
    """What a unit of a driver costs in a month: low, likely and high."""

    driver: str
    month: int
    low: Decimal
    likely: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Divided:
    """The pools of one driver as they are divided.

    Attributes:
        rates: The unit rate of each month in which customers used the driver.
        idle: What is left of each pool because customers did not use it, by its first month; not 0.
        unstated: Number of pools whose capacity is not stated: all of such a pool goes to its users.
        exceeded: Number of pools of which customers used more than was stated.
    """

    rates: tuple[UnitRate, ...]
    idle: Mapping[int, Decimal]
    unstated: int
    exceeded: int


def time_driven_rates(pools: Sequence[Pool], used: Mapping[int, Decimal], last: int) -> Divided:
    """Unit rates of one driver, and what of its pools stays unallocated.

    A pool covers the months up to the driver's next pool, as many as its pools are apart. Its rate is its
    amount over its capacity: what customers did not use stays idle. Where customers used more than the
    capacity, or it is not stated, the rate is the amount over what they used. Low and high are the tenth
    and ninetieth percentile of the driver's rates over its pools, or the pool's own rate where that lies
    outside.

    Args:
        pools: The pools of one driver, one a month.
        used: Units that customers used, by month.
        last: The last month of the data.

    Returns:
        Rates to nine places and money to six; rate times use plus idle money is the amount of the pools.

    Source:
        R. S. Kaplan and S. R. Anderson, Time-Driven Activity-Based Costing, Harvard Business Review 82
        (2004), no. 11: capacity cost rate and unused capacity.

    Example:
        >>> pool = Pool("orders", 24000, Decimal(560_000), Decimal(700_000))
        >>> found = time_driven_rates([pool], {24000: Decimal(578_600)}, 24000)
        >>> str(found.rates[0].likely.normalize()), found.idle[24000]
        ('0.8', Decimal('97120.000000'))
    """
    ordered = sorted(pools, key=lambda pool: pool.month)
    span = months_covered([pool.month for pool in ordered], last)
    found: list[tuple[Pool, Decimal, list[int]]] = []
    idle: dict[int, Decimal] = {}
    unstated = exceeded = 0
    for pool in ordered:
        months = [m for m in range(pool.month, pool.month + span) if used.get(m, 0) > 0]
        spent = sum((used[m] for m in months), Decimal(0))
        stated = pool.quantity if pool.quantity is not None and pool.quantity > 0 else None
        unstated += stated is None and spent > 0
        exceeded += stated is not None and spent > stated
        whole = max(stated or spent, spent)
        if spent:
            found.append((pool, pool.amount / whole, months))
        rest = pool.amount * (whole - spent) / whole if spent else pool.amount
        if rest := rest.quantize(_SIX, ROUND_HALF_EVEN):
            idle[pool.month] = rest
    return Divided(tuple(_spread(found)), idle, unstated, exceeded)


def months_covered(months: Iterable[int], last: int) -> int:
    """For how many months each figure of a series stands: the smallest step between two of them.

    A single figure stands for the months up to the last, twelve at most.

    Example:
        >>> months_covered([0, 3, 9], 20), months_covered([5], 7), months_covered([], 7)
        (3, 3, 1)
    """
    distinct = sorted(set(months))
    if not distinct:
        return 1
    steps = [later - earlier for earlier, later in pairwise(distinct)]
    reach = min(steps) if steps else last - distinct[0] + 1
    return max(1, min(reach, LONGEST_SPAN_MONTHS))


def _spread(found: Sequence[tuple[Pool, Decimal, list[int]]]) -> Iterable[UnitRate]:
    rates = sorted(rate for _, rate, _ in found)
    low, high = _percentile(rates, _LOW), _percentile(rates, _HIGH)
    for pool, rate, months in found:
        three = (min(low, rate), rate, max(high, rate))
        low_rate, likely, high_rate = (value.quantize(_NINE, ROUND_HALF_EVEN) for value in three)
        for month in months:
            yield UnitRate(pool.driver, month, low_rate, likely, high_rate)


def _percentile(ordered: Sequence[Decimal], share: Decimal) -> Decimal:
    """The point between the two nearest of the ordered values; 0 of none."""
    if not ordered:
        return Decimal(0)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
