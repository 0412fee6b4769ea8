"""What moved between the two latest windows of a snapshot, with the money of each move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from custrata.delivery.figures import NOTHING, Figure, Name, Prose, derived, figure, say
from custrata.measures.catalogue import CATALOGUE
from custrata.snapshot import Snapshot
from custrata.vocabulary import Direction, Reading, Relationship

FLOWS: tuple[tuple[str, str, str], ...] = (
    ("new_revenue", "New customers bring ", "New customers bring "),
    ("reactivated_revenue", "Customers who came back bring ", "Customers who came back bring "),
    ("expansion_revenue", "Customers who pay more add ", "Customers who buy more add "),
    ("contraction_revenue", "Customers who pay less take away ", "Customers who buy less take away "),
    ("lost_revenue", "Customers who left took ", "Customers not seen since took "),
)
"""Steps from the revenue before to the revenue now: what is said of them with contracts, and without."""

PARTS_OF_REVENUE = (
    "discount_share",
    "gross_margin_rate",
    "cost_to_serve_ratio",
    "refund_rate",
)
"""Shares of revenue: a move is worth its size times the revenue of the latest window."""

RATES = (
    "customer_churn_rate",
    "spell_end_rate",
    "repeat_rate",
    "customer_acquisition_cost",
    "average_order_value",
    "win_rate",
    "sales_cycle_days",
    "nps",
    "csat",
    "average_rating",
    "first_response_hours",
    "resolution_hours",
    "tickets_per_customer",
)
"""Measures whose move is worth telling although no money follows from it alone."""

SAID_UNITS = ("days", "hours")
"""Units that a number does not show by itself."""

MONTHS, YEAR = 12, 365
TWELVE = "revenue of a month, times twelve"

WORTH_TELLING = 0.03
"""Part of itself by which a measure must have moved before it is told."""


@dataclass(frozen=True)
class Moved:
    """A measure that moved.

    Attributes:
        measure: Its id in the catalogue.
        now: The later reading.
        title: What happened, with its number.
        beneath: Where it came from.
        money: What the move is worth; None where no money follows from it.
        per: Over which time the money is meant.
    """

    measure: str
    now: Reading
    title: Prose
    beneath: Prose = NOTHING
    money: Figure | None = None
    per: str = ""


def moved_between_windows(snapshot: Snapshot) -> tuple[Moved, ...]:
    """What moved between the previous window and the current one.

    Args:
        snapshot: Whose windows are compared; one without two windows has nothing to compare.
    """
    return (*_flows(snapshot), *_rates(snapshot))


def _flows(snapshot: Snapshot) -> Iterator[Moved]:
    contract = snapshot.manifest.relationship is Relationship.CONTRACTUAL
    opening = snapshot.reading("opening_revenue", (), "current")
    for measure, by_contract, without in FLOWS:
        now = snapshot.reading(measure, (), "current")
        if now is None or not now.value:
            continue
        beneath = say("Of ", figure(opening), " in the period before.") if opening is not None else NOTHING
        monthly = _monthly(snapshot)
        unit = " of revenue a month" if monthly else " of revenue"
        title = say(by_contract if contract else without, figure(now), unit)
        money = derived(MONTHS * now.value, now.unit, (now,), TWELVE) if monthly else figure(now)
        yield Moved(measure, now, title, beneath, money, "a year" if monthly else _per(snapshot))


def _monthly(snapshot: Snapshot) -> bool:
    """Whether the steps are revenue of a month, as contracts tell it."""
    closing, monthly = snapshot.reading("closing_revenue", (), "current"), snapshot.reading("mrr")
    return closing is not None and monthly is not None and closing.value == monthly.value


def _per(snapshot: Snapshot) -> str:
    window = snapshot.manifest.windows.get("current")
    return "a year" if window is not None and abs(window.days - YEAR) <= 5 else "in the period"


def _rates(snapshot: Snapshot) -> Iterator[Moved]:
    revenue = snapshot.reading("revenue", (), "current")
    for measure in (*PARTS_OF_REVENUE, *RATES):
        now, before = (snapshot.reading(measure, (), period) for period in ("current", "previous"))
        if now is None or before is None or not _moved(now, before):
            continue
        known = CATALOGUE[measure]
        went = "rose" if (now.value or 0) > (before.value or 0) else "fell"
        shown = figure(now), figure(before)
        if shown[0].text == shown[1].text:
            continue
        unit = f" {now.unit}" if now.unit in SAID_UNITS else ""
        title = say(Name(f"{known.title} {went} to ", "catalogue"), shown[0], unit, ", from ", shown[1])
        worth = _worth(now, before, revenue) if measure in PARTS_OF_REVENUE else None
        yield Moved(measure, now, title, say(_judged(known.direction, went)), worth, _per(snapshot))


def _judged(direction: Direction, went: str) -> str:
    if direction is Direction.NEITHER:
        return "Whether that is better depends on why."
    better = (went == "rose") == (direction is Direction.HIGHER)
    return "That is the better way." if better else "That is the worse way."


def _moved(now: Reading, before: Reading) -> bool:
    """Whether a move is larger than what chance and rounding bring."""
    if now.value is None or before.value is None or not before.value:
        return False
    if now.low is not None and now.high is not None and now.low <= before.value <= now.high:
        return False
    return abs(now.value - before.value) >= WORTH_TELLING * abs(before.value)


def _worth(now: Reading, before: Reading, revenue: Reading | None) -> Figure | None:
    if revenue is None or revenue.value is None or now.value is None or before.value is None:
        return None
    amount = abs(now.value - before.value) * revenue.value
    return derived(
        amount, revenue.unit, (now, before, revenue), "how far the share moved, times revenue of the window"
    )
