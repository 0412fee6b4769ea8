"""The desk of the writer: readings at hand, and figures bound to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from re import compile as pattern

from custrata.drafting.bounds import bounds
from custrata.evidence.figures import number_now
from custrata.snapshot import Snapshot
from custrata.strategy.parts.statement import Figure, ReadingKey
from custrata.vocabulary import Relationship, Segment, Stage, Tier

RESERVED = frozenset(
    {"tier", "stage", "rfm_segment", "category", "channel", "month", "quarter", "year", "week"}
    | {"cohort", "age", "rank", "customer_share", "acquisition_channel"}
)
"""Dimensions that are not attributes of customers."""

UNKNOWN = "not known"
"""The value of a dimension where the data have none."""

LEAST_N = 10
"""How many things a rate, an average or a median must rest on before a sentence is written about it."""

NEED_DAYS = frozenset(
    {"cohort_retention", "cohort_revenue", "days_since_last_order", "inter_purchase_days", "last_order_age"}
    | {"inter_purchase_days_p90", "customer_age", "sales_cycle_days"}
)
"""Measures that mean nothing where days are notional."""

FEWEST_IN_STAGE = 11
"""How many customers a stage must hold before a sentence is written about it: fewer move by chance."""

NO_NAME = pattern(r"[\d.,\s]+|[A-Za-z]{0,3}[-_#]?\d{3,}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}")
"""What a value looks like that is a number or an id, and tells a reader nothing."""

NO_ATTRIBUTE = frozenset({"owner"})
"""Dimensions that say who serves a customer, not who the customer is."""

MUCH_UNNAMED = 0.05
"""Part of revenue from which a few orders that name no customer are no trifle."""

COUNTED = frozenset({"customers", "orders", "tickets", "contracts", "answers", "opportunities"})
"""Units of things that are counted one by one."""

RANKED_BY = {
    "by gross margin": "gross_margin",
    "by contribution": "contribution",
    "by lifetime value": "customer_equity",
}
"""Words of the rule of tiers → the measure that tells what a tier is worth."""

FLAT_TIERS = 1.3
"""Times their number up to which the top tiers earn hardly more than others."""

PER_THING = frozenset(
    {"average_order_value", "value_per_order", "average_mrr", "average_rating", "category_breadth"}
    | {"tickets_per_customer", "revenue_per_customer", "csat", "ces", "nps"}
)
"""Measures that are averages although their unit is that of a total."""


_RANKS = {str(value): place for place, value in enumerate((*Tier, *Stage))}


def _rank(segment: Segment) -> tuple[int, str]:
    value = segment[0][1]
    return _RANKS.get(value, len(_RANKS)), value


def nameless(value: str) -> bool:
    """Whether a value is a bare number or an id instead of a name.

    Example:
        >>> nameless("3"), nameless("C-00017"), nameless("18-24"), nameless("Q1")
        (True, True, False, False)
    """
    return NO_NAME.fullmatch(value.strip()) is not None


def key(measure: str, segment: Segment = (), period: str = "all") -> ReadingKey:
    """The name of a reading."""
    return ReadingKey(measure=measure, segment=segment, period=period)


def least_n(figure: Figure, unit: str) -> int:
    """How many things a figure must rest on: none for counts, totals and their parts, ten for the rest.

    Args:
        figure: The figure.
        unit: Unit of its first reading.
    """
    total = unit not in ("share", "days", "hours", "points", "index")
    return 0 if total and figure.measure not in PER_THING else LEAST_N


@dataclass(frozen=True)
class Desk:
    """A snapshot with the questions a writer asks of it."""

    snapshot: Snapshot

    def value(self, measure: str, segment: Segment = (), period: str = "all") -> float | None:
        """The number of a reading, None when it is not known or rests on too few things."""
        reading = self.snapshot.reading(measure, segment, period)
        if reading is None or self._timeless(measure, period):
            return None
        return reading.value if reading.n >= LEAST_N else None

    def _timeless(self, measure: str, period: str) -> bool:
        """Whether a reading compares days that the data do not really have."""
        return self.snapshot.manifest.notional and (period != "all" or measure in NEED_DAYS)

    def figure(
        self,
        name: str,
        measure: str,
        segment: Segment = (),
        period: str = "all",
        *,
        plus: Sequence[ReadingKey] = (),
        minus: Sequence[ReadingKey] = (),
        over: Sequence[ReadingKey] = (),
        unit: str = "",
    ) -> Figure | None:
        """A figure bound to readings, or None when the snapshot cannot give its number.

        Nothing that moves in time is said of data that stand on a notional day.

        Args:
            name: Placeholder in the text.
            measure: Measure of the first reading.
            segment: Its part of the base.
            period: Name of its period.
            plus: Readings that are added.
            minus: Readings that are taken off.
            over: Readings that divide.
            unit: Unit of the number; empty takes the first reading's, or ``share`` where readings of one unit
                divide each other.
        """
        if self._timeless(measure, period):
            return None
        bound = Figure(
            name=name,
            measure=measure,
            segment=segment,
            period=period,
            plus=tuple(plus),
            minus=tuple(minus),
            over=tuple(over),
        )
        first = self.snapshot.reading(measure, segment, period)
        bound = bound.model_copy(update={"least_n": least_n(bound, first.unit if first else "")})
        now = number_now(bound, self.snapshot)
        if now.value is None:
            return None
        unit = unit or ("share" if over else now.readings[0].unit)
        value = float(f"{now.value:.12g}")
        top = now.readings[: 1 + len(bound.plus)]
        counts = bool(over) and all(r.unit in COUNTED for r in top)
        counted = sum(r.value or 0.0 for r in top) if counts else None
        return bound.model_copy(update={"value": value, "unit": unit, **bounds(bound, value, unit, counted)})

    def value_of_count(self, segment: Segment) -> float | None:
        """How many customers a part of the base holds, however few; None when it is not known."""
        reading = self.snapshot.reading("customers", segment, "all")
        return reading.value if reading else None

    def in_stage(self, name: str, stage: Stage) -> Figure | None:
        """How many customers stand at a stage; None when they are too few for a sentence that lasts."""
        found = self.figure(name, "customers", (("stage", stage.value),))
        return found if found and (found.value or 0) >= FEWEST_IN_STAGE else None

    def waiting(self, name: str, measure: str) -> Figure | None:
        """Hours that tickets wait at the median; None at 0 or when under half of all tickets tell.

        A median of 0 hours is what a guessed column gives, and half of a third of the tickets is not half.

        Args:
            name: Placeholder in the text.
            measure: ``resolution_hours`` or ``first_response_hours``.
        """
        found, reading = self.figure(name, measure), self.snapshot.reading(measure)
        tickets = self.value("tickets") or 0.0
        told = reading is not None and reading.n >= tickets / 2
        return found if found and found.value and told else None

    @cached_property
    def slow(self) -> bool:
        """Whether more than one gap in ten between two orders outlasts the window that is compared."""
        window, gap = self.snapshot.manifest.windows.get("current"), self.value("inter_purchase_days_p90")
        return not self.by_contract and window is not None and gap is not None and gap > window.days

    def two_gaps(self, name: str) -> Figure | None:
        """Days of silence after which a buyer counts as lapsed; None where no reading gives that number."""
        gap = "inter_purchase_days_p90"
        found = self.figure(name, gap, plus=[key(gap)])
        rules = self.snapshot.manifest.rules.get("stages", ())
        said = found is not None and f"lapsed: last order more than {found.value:.0f} days ago" in rules
        return found if said else None

    @cached_property
    def newcomers_aside(self) -> str:
        """Said where customers are counted by silence while newcomers stand at a stage of their own."""
        newcomers = self.value_of_count((("stage", Stage.ONBOARDING.value),))
        return ", newcomers aside," if newcomers else ""

    def share(self, name: str, measure: str, segment: Segment, period: str = "all") -> Figure | None:
        """A segment's part of a measure; the whole is the sum over the known values of its dimension."""
        return self.figure(name, measure, segment, period, over=self.keys(measure, segment[0][0], period))

    def keys(self, measure: str, dimension: str, period: str = "all") -> tuple[ReadingKey, ...]:
        """Readings of a measure by the known values of one dimension, tiers and stages by rank."""
        found = self.snapshot.points(measure, dimension, period=period)
        known = [r for r in found if r.value is not None and r.segment[0][1] != UNKNOWN]
        return tuple(key(r.measure, r.segment, period) for r in sorted(known, key=lambda r: _rank(r.segment)))

    @cached_property
    def anonymous(self) -> bool:
        """Whether so much revenue is no known customer's that sentences have to say so."""
        much = MUCH_UNNAMED * (self.value("revenue") or 0.0)
        return bool(self.value("anonymous_revenue")) or 0.0 < much <= self._unnamed

    @cached_property
    def _unnamed(self) -> float:
        """Revenue that is no known customer's, however few orders it came with."""
        reading = self.snapshot.reading("anonymous_revenue")
        return (reading.value or 0.0) if reading else 0.0

    def of_known(self, measure: str) -> tuple[ReadingKey, ...]:
        """What to take off a measure so that only known customers are left in it."""
        return (key("anonymous_revenue"),) if measure == "revenue" and self._unnamed else ()

    @cached_property
    def relationship(self) -> Relationship:
        """How customers are bound to the company."""
        return self.snapshot.manifest.relationship

    @cached_property
    def contractual(self) -> bool:
        """Whether customers hold contracts."""
        return self.relationship is Relationship.CONTRACTUAL

    @cached_property
    def by_contract(self) -> bool:
        """Whether money comes month by month from contracts, so that movements compare months."""
        return bool(self.value("mrr"))

    @cached_property
    def invoiced(self) -> bool:
        """Whether orders are the invoices of contracts, so that their rhythm is the calendar's."""
        return self.contractual and self.by_contract

    @cached_property
    def worth(self) -> str:
        """The measure that says what customers are worth: revenue, or what contracts bring a month."""
        for measure in ("revenue", "mrr", "won_revenue"):
            if (self.value(measure) or 0) > 0:
                return measure
        return "customers"

    @cached_property
    def worth_by_tier(self) -> str:
        """The measure that says what a tier earns; empty when no reading by tier does."""
        for measure in (*self.ranked_by, "revenue", "mrr", "won_revenue"):
            if len(self.keys(measure, "tier")) == len(Tier):
                return measure
        return ""

    @cached_property
    def flat_tiers(self) -> bool:
        """Whether the top two tiers earn hardly more than their number, so that tiers tell little apart."""
        top = tuple((("tier", t.value),) for t in (Tier.PLATINUM, Tier.GOLD))
        parts = [self.share("x", m, s) for m in (self.worth_by_tier, "customers") for s in top if m]
        values = [part.value or 0.0 for part in parts if part]
        return len(values) == 4 and sum(values[:2]) < FLAT_TIERS * sum(values[2:])

    @cached_property
    def ranked_by(self) -> tuple[str, ...]:
        """The measure by which the tiers rank customers, where it is not what customers bring."""
        rules = self.snapshot.manifest.rules.get("tiers", ())
        said = " ".join(rules)
        return next(((m,) for words, m in RANKED_BY.items() if words in said), ())

    @cached_property
    def noun(self) -> str:
        """What the worth is called in a sentence."""
        return self.noun_of(self.worth)

    def noun_of(self, measure: str) -> str:
        """What a measure of worth is called in a sentence on known customers."""
        if measure in ("revenue", "gross_margin") and self.anonymous:
            return f"known customers' {measure.replace('_', ' ')}"
        names = {
            "revenue": "revenue",
            "gross_margin": "gross margin",
            "mrr": "monthly revenue",
            "won_revenue": "revenue won",
            "contribution": "contribution",
            "customer_equity": "customer equity",
        }
        return names.get(measure, "customers")

    @cached_property
    def year_before(self) -> str:
        """What the previous window is called in a sentence."""
        window = self.snapshot.manifest.windows.get("previous")
        return "the year before" if window and 360 <= window.days <= 370 else "the period before"

    @cached_property
    def this_year(self) -> str:
        """What the current window is called in a sentence."""
        window = self.snapshot.manifest.windows.get("current")
        return "the latest year" if window and 360 <= window.days <= 370 else "the latest period"

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        """Attributes by which customers are counted, by name; none whose values are mostly numbers or ids."""
        names = {r.segment[0][0] for r in self.snapshot.readings if len(r.segment) == 1}
        return tuple(n for n in sorted(names - RESERVED - NO_ATTRIBUTE) if self._named(n))

    def _named(self, dimension: str) -> bool:
        values = [k.segment[0][1] for k in self.keys("customers", dimension)]
        return sum(nameless(value) for value in values) < len(values) / 2
