"""Which attribute tells customers apart best, by what they are worth or by how many leave."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from custrata.drafting.chance import FAMILY, corrected, ends_of, means_apart, rates_apart
from custrata.drafting.desk import LEAST_N, UNKNOWN, Desk
from custrata.strategy.wording.sentence import quotable
from custrata.vocabulary import Reading, Segment

ENOUGH = 0.25
"""Mean distance of the groups from the whole, as a share of the whole, from which an attribute separates."""

SMALL = 0.02
"""Part of the base under which a value of an attribute is no group to speak of."""

WHOLE = 0.98
"""Part of the base that the values must cover to share it out between them."""

FIRM_N = 30
"""How many customers a value must have for its rate to be compared."""


YES_OR_NO = frozenset({"yes", "no", "true", "false"})
"""Values that say whether something is so: nobody's attribute *is* yes."""


PER_HEAD = "revenue_per_customer"
"""The measure whose interval says how far chance carries what one customer brings."""

BY_ONE, BY_CHANCE = "one customer", "chance"
"""What may make a difference that bears no decision."""


@dataclass(frozen=True, slots=True)
class AttributeValue:
    """One value of an attribute: its part of the base, and where it stands on the measure."""

    segment: Segment
    customers: float
    size: float
    level: float

    @property
    def name(self) -> str:
        """The value as the data spell it."""
        return quotable(self.segment[0][1])


@dataclass(frozen=True, slots=True)
class Separation:
    """How well one attribute separates customers on one measure.

    Attributes:
        dimension: The attribute.
        measure: ``customer_churn_rate``, or what customers are worth (``revenue`` …) by customer.
        strength: Mean distance of the values from the whole, weighted by size, as a share of the whole.
        values: The values, highest level first.
        covers: Part of the base that has a value.
        doubt: What makes the difference, where it bears no decision: ``chance`` where the difference between
            the ends is none that chance could not make among all that were tried, ``one customer`` where too
            little of it is left without the largest customer of each value; empty where it holds.
        tried: How many differences were tried beside it and with it: attributes, each by each measure.
    """

    dimension: str
    measure: str
    strength: float
    values: tuple[AttributeValue, ...]
    covers: float
    doubt: str = ""
    tried: int = 1

    @property
    def firm(self) -> tuple[AttributeValue, ...]:
        """The values whose customers are enough for their levels to be compared, highest first."""
        return tuple(v for v in self.values if v.customers >= FIRM_N)

    @property
    def whole(self) -> bool:
        """Whether the values share out the whole base."""
        return self.covers >= WHOLE


def separations(desk: Desk) -> tuple[Separation, ...]:
    """All attributes that separate customers, the strongest first; ties by name.

    An attribute one of whose values holds only customers who left, or none who did, is the outcome under
    another name and is left out; so is a difference that chance or one large customer makes, see
    :func:`doubtful`.
    """
    return tuple(s for s in _apart(desk) if not s.doubt)


def doubtful(desk: Desk) -> tuple[Separation, ...]:
    """Attributes that seem to separate customers by what they are worth, and do not bear it out.

    Either chance could have made the difference between the highest and the lowest value, or the values lie
    too near each other once the largest customer of each is left out. Chance could have where the p-value,
    corrected for all pairs of values and by Holm for all attributes and measures that were tried, is above
    5%, or where the 95% interval of the difference reaches 0.

    Source:
        Intervals of differences from those of the two ends: G. Y. Zou and A. Donner, Statistics in Medicine
        27 (2008), 1693-1702. Correction for many: see :func:`custrata.drafting.chance.corrected`.
    """
    return tuple(s for s in _apart(desk) if s.doubt and s.measure != "customer_churn_rate")


def _apart(desk: Desk) -> tuple[Separation, ...]:
    measures = ("customer_churn_rate", desk.worth)
    found = [_separation(desk, name, measure) for name in desk.attributes for measure in measures]
    tried = {(s.dimension, s.measure): s for s in found if s is not None}
    sure = corrected({what: _by_chance(desk, s) for what, s in tried.items()})
    kept = [
        replace(s, doubt=_doubt(desk, s, sure[what]), tried=len(tried))
        for what, s in tried.items()
        if s.strength >= ENOUGH
    ]
    return tuple(sorted(kept, key=lambda s: (-s.strength, s.dimension, s.measure)))


def _separation(desk: Desk, dimension: str, measure: str) -> Separation | None:
    total = desk.value("customers")
    sizes = [
        r for r in desk.snapshot.points("customers", dimension) if r.value and r.segment[0][1] != UNKNOWN
    ]
    if not total or measure == "customers":
        return None
    levels = [(r, _level(desk, measure, r)) for r in sizes if (r.value or 0) >= max(SMALL * total, LEAST_N)]
    values = [
        AttributeValue(r.segment, r.value or 0.0, (r.value or 0.0) / total, level)
        for r, level in levels
        if level is not None
    ]
    if len(values) < 2 or len(values) < len(levels):
        return None
    return _measured(dimension, measure, values, sum(r.value or 0 for r in sizes) / total)


def _doubt(desk: Desk, found: Separation, chance: float) -> str:
    """What the difference may be made by, where that is more than the attribute."""
    without = [_without_largest(desk, found.measure, v) for v in found.values]
    if found.measure == desk.worth and all(level is not None for level in without):
        left = [replace(v, level=level or 0.0) for v, level in zip(found.values, without, strict=True)]
        again = _measured(found.dimension, found.measure, left, found.covers)
        if again is None or again.strength < ENOUGH or again.firm[0].segment != found.firm[0].segment:
            return BY_ONE
    return "" if chance <= FAMILY and _interval_clears(_ends(desk, found)) else BY_CHANCE


def _ends(desk: Desk, found: Separation) -> tuple[Reading, Reading] | None:
    """The readings of the highest and the lowest firm value; None where an end has no interval."""
    measure = found.measure if found.measure == "customer_churn_rate" else PER_HEAD
    high, low = (desk.snapshot.reading(measure, v.segment) for v in (found.firm[0], found.firm[-1]))
    if high is None or low is None or None in (high.value, high.low, low.value, low.high):
        return None
    return high, low


def _by_chance(desk: Desk, found: Separation) -> float:
    """How likely chance alone sets the ends of an attribute so far apart, for all pairs of its values.

    Where what customers are worth is known by no interval, nothing can be tested and nothing is refused.
    """
    ends = _ends(desk, found)
    if ends is None:
        untold = found.measure != "customer_churn_rate" and not desk.snapshot.points(
            PER_HEAD, found.dimension
        )
        return 0.0 if untold else 1.0
    high, low = ends
    top, bottom = high.value or 0.0, low.value or 0.0
    if found.measure == "customer_churn_rate":
        alone = rates_apart(top, max(high.n, 1), bottom, max(low.n, 1))
    else:
        alone = means_apart(top, top - (high.low or 0.0), bottom, (low.high or 0.0) - bottom)
    return ends_of(alone, len(found.firm))


def _interval_clears(ends: tuple[Reading, Reading] | None) -> bool:
    """Whether the 95% interval of the difference between the ends lies above 0; yes where there are none."""
    if ends is None:
        return True
    high, low = ends
    top, bottom = high.value or 0.0, low.value or 0.0
    return top - bottom > math.hypot(top - (high.low or 0.0), (low.high or 0.0) - bottom)


def _without_largest(desk: Desk, measure: str, value: AttributeValue) -> float | None:
    """What one customer of a value brings, the largest of them left out; None where it is not known."""
    whole = desk.value(measure, value.segment)
    largest = desk.snapshot.reading("top_1_revenue_share", value.segment)
    if whole is None or largest is None or largest.value is None or value.customers < 2:
        return None
    return whole * (1.0 - largest.value) / (value.customers - 1)


def _measured(dimension: str, measure: str, values: list[AttributeValue], covers: float) -> Separation | None:
    size = sum(v.size for v in values)
    middle = sum(v.size * v.level for v in values) / size
    outcome = any(v.level in (0.0, 1.0) for v in values) and measure == "customer_churn_rate"
    firm = sum(1 for v in values if v.customers >= FIRM_N)
    if middle <= 0 or outcome or firm < 2:
        return None
    strength = sum(v.size * abs(v.level - middle) for v in values) / size / middle
    ranked = sorted(values, key=lambda v: (-v.level, v.name))
    return Separation(dimension, measure, strength, tuple(ranked), covers)


def _level(desk: Desk, measure: str, size: Reading) -> float | None:
    value = desk.value(measure, size.segment)
    if value is None or measure == "customer_churn_rate":
        return value
    return value / (size.value or 1.0)


def plain(dimension: str) -> str:
    """An attribute's name in a sentence: underscores become blanks.

    Example:
        >>> plain("age_band")
        'age band'
    """
    return quotable(dimension.replace("_", " ").strip().lower())


def named_together(segments: Sequence[Segment]) -> str:
    """Parts of the base of one dimension in the middle of a sentence.

    Example:
        >>> named_together([(("tier", "gold"),), (("tier", "silver"),)])
        'gold and silver customers'
        >>> named_together([(("plan", "Pro"),), (("plan", "Max"),)])
        'customers whose plan is “Pro” or “Max”'
    """
    if not segments:
        return "customers"
    dimension = segments[0][0][0]
    values = [quotable(segment[0][1]) for segment in segments]
    if dimension == "tier":
        return f"{_listed(values, 'and')} customers"
    return f"customers whose {plain(dimension)} is {_listed([f'“{v}”' for v in values], 'or')}"


def _listed(words: Sequence[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def named(segment: Segment) -> str:
    """A part of the base in the middle of a sentence.

    Example:
        >>> named((("tier", "gold"),)), named((("plan", "Pro"),))
        ('gold customers', 'customers whose plan is “Pro”')
    """
    dimension, value = segment[0]
    if dimension == "tier":
        return f"{quotable(value)} customers"
    if value.strip().lower() in YES_OR_NO:
        return f"customers with “{plain(dimension)}: {quotable(value.lower())}”"
    return f"customers whose {plain(dimension)} is “{quotable(value)}”"
