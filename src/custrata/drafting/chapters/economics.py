"""What do readings say of a group's economics, as numbers and as the reasons for what is meant with it?"""

from __future__ import annotations

from collections.abc import Sequence

from custrata.drafting.chapters.intents import MUCH_DEARER, MUCH_WORSE, Economics
from custrata.drafting.desk import LEAST_N, Desk, key
from custrata.drafting.findings.exchange import experienced
from custrata.drafting.pen import Pen
from custrata.strategy.parts.statement import Claim
from custrata.vocabulary import Segment

BROUGHT = ("revenue", "mrr", "won_revenue")
"""Measures of what customers bring, the first that is known counts."""

WORTH_SAYING = 1 / 3
"""Part of a group that must give more than it gets, or get more than it gives, before it is said."""

_QUADRANTS = ("balanced", "under-served", "over-served", "misfit")
_UNDER, _OVER = _QUADRANTS[1:3]


def group_economics(desk: Desk, worth: str, segment: Segment) -> Economics:
    """What is known of a group; what is not stays empty.

    Args:
        desk: The desk with the readings.
        worth: Measure of value; empty where none is known by this dimension.
        segment: The group.
    """
    size = desk.share("customers_share", "customers", segment)
    value = desk.share("value_share", worth, segment) if worth else None
    equity = desk.share("equity_share", "customer_equity", segment)
    return Economics(
        customers_share=size.value or 0.0 if size else 0.0,
        value_share=value.value if value else None,
        left=desk.value("customer_churn_rate", segment),
        left_all=desk.value("customer_churn_rate"),
        margin=desk.value("gross_margin", segment),
        contribution=desk.value("contribution", segment),
        lifetime_share=equity.value if equity else None,
        serving_ratio=desk.value("cost_to_serve_ratio", segment),
        serving_ratio_all=desk.value("cost_to_serve_ratio"),
        under_served=_part(desk, segment, _UNDER),
        over_served=_part(desk, segment, _OVER),
    )


def goes(desk: Desk, segment: Segment) -> bool:
    """Whether a group earns money and loses customers much faster than the whole base."""
    known = group_economics(desk, "", segment)
    return not known.loses and known.leaving is not None and known.leaving >= MUCH_WORSE


def reasons(pen: Pen, segment: Segment) -> tuple[Claim, ...]:
    """Why an intent suggests itself, each reason bound to readings; none where nothing is known."""
    told: Sequence[Claim | None] = (
        leaving_of(pen, segment),
        _each(pen, segment),
        _contribution(pen, segment) or _margin(pen, segment),
        _dear(pen, segment),
        _ahead(pen, segment),
        _exchange(pen, segment),
    )
    return tuple(reason for reason in told if reason is not None)


def _quadrant(segment: Segment, name: str) -> Segment:
    return (*segment, ("exchange", name))


def _counts(desk: Desk, segment: Segment) -> dict[str, float]:
    """Customers of the group by quadrant; a quadrant without a reading holds nobody.

    Empty where nothing that customers said, did or reached tells what they get.
    """
    if not experienced(desk):
        return {}
    found = {q: desk.snapshot.reading("exchange_customers", _quadrant(segment, q)) for q in _QUADRANTS}
    return {name: r.value for name, r in found.items() if r is not None and r.value is not None}


def _part(desk: Desk, segment: Segment, name: str) -> float | None:
    counts = _counts(desk, segment)
    known = sum(counts.values())
    return counts.get(name, 0.0) / known if known >= LEAST_N else None


def leaving_of(pen: Pen, segment: Segment) -> Claim | None:
    """How many of a group have left, against all customers; None where that is not known."""
    desk = pen.desk
    return pen.claim(
        "{left} of them have left, against {all} of all customers.",
        desk.figure("left", "customer_churn_rate", segment),
        desk.figure("all", "customer_churn_rate") if desk.value("customer_churn_rate") else None,
        topic="group_leaving",
    )


def _each(pen: Pen, segment: Segment) -> Claim | None:
    desk, dimension = pen.desk, segment[0][0]
    worth = next((m for m in BROUGHT if desk.keys(m, dimension)), "")
    if not worth:
        return None
    reading = desk.snapshot.reading(worth, segment)
    unit = reading.unit if reading else ""
    each = desk.figure("each", worth, segment, over=[key("customers", segment)], unit=unit)
    whole = desk.figure("average", worth, minus=desk.of_known(worth), over=[key("customers")], unit=unit)
    brings = "brings {each} a month" if worth == "mrr" else "has brought {each} so far"
    return pen.claim(
        f"One of them {brings}, against {{average}} over all customers.",
        each,
        whole,
        topic="group_worth",
    )


def _margin(pen: Pen, segment: Segment) -> Claim | None:
    desk = pen.desk
    return pen.claim(
        "Of {sold} sold to them, {margin} is left after cost.",
        desk.figure("margin", "gross_margin", segment),
        desk.figure("sold", "revenue", segment),
        topic="group_margin",
    )


def _contribution(pen: Pen, segment: Segment) -> Claim | None:
    desk = pen.desk
    if desk.value("cost_to_serve") is None:
        return None
    return pen.claim(
        "Of {sold} sold to them, {contribution} is left after cost and service.",
        desk.figure("contribution", "contribution", segment),
        desk.figure("sold", "revenue", segment),
        topic="group_contribution",
    )


def _dear(pen: Pen, segment: Segment) -> Claim | None:
    """What part of their revenue goes into serving them, where it is much more than of all."""
    desk = pen.desk
    own, whole = desk.value("cost_to_serve_ratio", segment), desk.value("cost_to_serve_ratio")
    if own is None or not whole or own < MUCH_DEARER * whole:
        return None
    return pen.claim(
        "Serving them takes {ratio} of what they pay, over all customers {all}.",
        desk.figure("ratio", "cost_to_serve_ratio", segment),
        desk.figure("all", "cost_to_serve_ratio"),
        topic="group_serving",
    )


def _ahead(pen: Pen, segment: Segment) -> Claim | None:
    """What part of the value that lies ahead is theirs."""
    return pen.claim(
        "Of the lifetime value of all customers, {ahead} is theirs.",
        pen.desk.share("ahead", "customer_equity", segment),
        topic="group_ahead",
    )


def under_served_of(pen: Pen, segment: Segment) -> Claim | None:
    """How many of a group give much and get little; None where few do, or more are over-served."""
    counts = _counts(pen.desk, segment)
    if counts.get(_UNDER, 0.0) < counts.get(_OVER, 0.0):
        return None
    return _exchange(pen, segment)


def _exchange(pen: Pen, segment: Segment) -> Claim | None:
    """Whether many give more than they get, or get more than they give; the larger of the two."""
    counts = _counts(pen.desk, segment)
    name = max((_UNDER, _OVER), key=lambda q: counts.get(q, 0.0))
    if (_part(pen.desk, segment, name) or 0.0) < WORTH_SAYING:
        return None
    how = "give much and get little" if name == _UNDER else "get much and give little"
    known = [key("exchange_customers", _quadrant(segment, q)) for q in counts]
    return pen.claim(
        f"{{part}} of them {how}, of those of whom both are known.",
        pen.desk.figure("part", "exchange_customers", _quadrant(segment, name), over=known),
        topic="group_exchange",
    )
