"""Which attribute tells customers apart best, by what they are worth or by how many leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """

    dimension: str
    measure: str
    strength: float
    values: tuple[AttributeValue, ...]
    covers: float

    @property
    def whole(self) -> bool:
        """Whether the values share out the whole base."""
        return self.covers >= WHOLE


def separations(desk: Desk) -> tuple[Separation, ...]:
    """All attributes that separate customers, the strongest first; ties by name.

    An attribute one of whose values holds only customers who left, or none who did, is the outcome under
    another name and is left out.
    """
    measures = ("customer_churn_rate", desk.worth)
    found = (_separation(desk, name, measure) for name in desk.attributes for measure in measures)
    kept = [s for s in found if s is not None and s.strength >= ENOUGH]
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
