"""One customer: what is known of it, what happened, and how it stands beside the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.project.live.desk import Desk

KEY = "customer_id"


@dataclass(frozen=True)
class Event:
    """Something that happened.

    Attributes:
        at: When.
        kind: ``order``, ``contract``, ``ticket``, ``feedback``, ``touch`` or ``opportunity``.
        what: In a word or two, such as ``began`` or a channel.
        words: What the customer wrote; personal.
        amount: Money or a rating, where there is one.
        mark: Key of the source's row.
    """

    at: dt.datetime
    kind: str
    what: str
    words: str
    amount: float | None
    mark: str


@dataclass(frozen=True)
class Tier:
    """Where a tier begins and ends by value, and the middle of it by value and by lifetime value."""

    tier: str
    least: float | None
    most: float | None
    middle: float | None
    worth: float | None
    n: int


@dataclass(frozen=True)
class Gap:
    """The way to another tier: which, and how much value lies between."""

    tier: str
    amount: float


def customer(desk: Desk, key: str) -> dict[str, Any] | None:
    """What is known of a customer by column; None where there is no such customer.

    Args:
        desk: The customers.
        key: The customer's id.
    """
    rows = desk.live.rows(desk.customers.filter(desk.customers[KEY] == key).limit(1))
    return rows[0] if rows else None


def events(
    desk: Desk, key: str, *, kinds: tuple[str, ...] = (), rows: int = 20, skip: int = 0
) -> tuple[list[Event], int]:
    """What happened with a customer, latest first.

    Args:
        desk: The customers.
        key: The customer's id.
        kinds: Kinds of events; empty for all.
        rows: How many.
        skip: How many later ones are left out.

    Returns:
        The events, and how many there are in all.
    """
    parts = [
        build(desk, key) for kind, (build, needed) in _KINDS.items() if _asked(desk, kind, needed, kinds)
    ]
    if not parts:
        return [], 0
    found = ibis.union(*parts) if len(parts) > 1 else parts[0]
    dated = found.filter(found["at"].notnull())
    page = dated.mutate(total=ibis._.count().over(ibis.window()))
    order = [ibis.desc("at"), ibis.asc("kind"), ibis.asc("mark")]
    listed = desk.live.rows(page.order_by(order).limit(rows, offset=skip))
    total = int(listed[0]["total"]) if listed else 0
    return [_event(row) for row in listed], total


def kinds_there(desk: Desk) -> tuple[str, ...]:
    """The kinds of events that the snapshot can tell of."""
    return tuple(kind for kind, (_, needed) in _KINDS.items() if needed in desk.live.tables)


def tiers(desk: Desk) -> tuple[Tier, ...]:
    """Where the tiers begin by value, highest first; empty where customers are not ranked."""
    if not {"tier", "value"} <= set(desk.fields):
        return ()
    worth = "lifetime_value" if "lifetime_value" in desk.customers.columns else "value"
    valued = desk.customers.mutate(
        v=desk.customers["value"].cast("float64"), w=desk.customers[worth].cast("float64")
    )
    counted = valued.group_by("tier").aggregate(
        least=ibis._.v.min(),
        most=ibis._.v.max(),
        middle=ibis._.v.median(),
        worth=ibis._.w.median(),
        n=ibis._.count(),
    )
    asked = counted.order_by(ibis.desc("least"))
    return tuple(
        Tier(str(row["tier"]), row["least"], row["most"], row["middle"], row["worth"], int(row["n"]))
        for row in desk.live.kept(asked)
        if row["tier"] is not None
    )


def gaps(standing: Sequence[Tier], tier: str, value: float) -> tuple[Gap | None, Gap | None]:
    """How far a customer stands from the tier above and from the one below.

    Args:
        standing: The tiers, highest first.
        tier: The customer's.
        value: What it brings.

    Returns:
        What it lacks to the lowest value of the tier above, and what it brings beyond the highest of the tier
        below; None where there is no such tier, or its bound is not known.

    Example:
        >>> high = Tier("gold", least=100.0, most=900.0, middle=None, worth=None, n=3)
        >>> low = Tier("silver", least=1.0, most=60.0, middle=None, worth=None, n=9)
        >>> gaps((high, low), "silver", 40.0)
        (Gap(tier='gold', amount=60.0), None)
    """
    at = next((n for n, one in enumerate(standing) if one.tier == tier), None)
    if at is None:
        return None, None
    above = standing[at - 1] if at > 0 else None
    below = standing[at + 1] if at + 1 < len(standing) else None
    return (
        Gap(above.tier, above.least - value) if above and above.least is not None else None,
        Gap(below.tier, value - below.most) if below and below.most is not None else None,
    )


def move(desk: Desk, key: str) -> dict[str, Any] | None:
    """How a customer moved between tiers, with what did it; None where nothing is known of that."""
    table = desk.live.tables.get("tier_moves")
    if table is None:
        return None
    rows = desk.live.rows(table.filter(table[KEY] == key).limit(1))
    return rows[0] if rows else None


def people(desk: Desk, key: str, rows: int = 20) -> list[dict[str, Any]]:
    """The people of a customer, as far as a table says; all that it says is personal.

    Args:
        desk: The customers.
        key: The customer's id.
        rows: How many at most.
    """
    if "people" not in desk.live.tables:
        return []
    found = _of(desk, "people", key)
    return desk.live.rows(found.order_by("person_id").limit(rows))


def _asked(desk: Desk, kind: str, needed: str, kinds: tuple[str, ...]) -> bool:
    return needed in desk.live.tables and (not kinds or kind in kinds)


def _event(row: dict[str, Any]) -> Event:
    amount = float(row["amount"]) if row["amount"] is not None else None
    return Event(row["at"], row["kind"], row["what"] or "", row["words"] or "", amount, row["mark"] or "")


def _shaped(
    found: ir.Table, kind: str, *, at: str, what: ir.Value, mark: str, words: str = "", amount: str = ""
) -> ir.Table:
    """The columns that all events share."""
    nothing = ibis.null("string")
    return found.select(
        at=found[at].cast("timestamp"),
        kind=ibis.literal(kind),
        what=what.cast("string"),
        words=found[words].cast("string") if words else nothing,
        amount=found[amount].cast("float64") if amount else ibis.null("float64"),
        mark=found[mark].cast("string"),
    )


def _of(desk: Desk, table: str, key: str) -> ir.Table:
    found = desk.live.tables[table]
    return found.filter(found[KEY] == key)


def _orders(desk: Desk, key: str) -> ir.Table:
    """Lines of one order are one event."""
    lines = _of(desk, "transactions", key).mutate(order=ibis._.order_id.fill_null(ibis._.transaction_id))
    whole = lines.group_by("order", "kind").aggregate(
        at=ibis._.occurred_at.min(), amount=ibis._.amount.sum(), lines=ibis._.count()
    )
    return _shaped(whole, "order", at="at", what=whole["kind"], mark="order", amount="amount")


def _contracts(desk: Desk, key: str) -> ir.Table:
    found = _of(desk, "subscriptions", key)
    began = _shaped(
        found,
        "contract",
        at="started_on",
        what=ibis.literal("began ") + found["plan"].fill_null(""),
        mark="subscription_id",
        amount="mrr",
    )
    ended = _shaped(
        found,
        "contract",
        at="ended_on",
        what=ibis.literal("ended ") + found["end_reason"].fill_null(""),
        mark="subscription_id",
        amount="mrr",
    )
    return ibis.union(began, ended)


def _tickets(desk: Desk, key: str) -> ir.Table:
    found = _of(desk, "tickets", key)
    said = found.mutate(
        said=ibis.coalesce(found["subject"], found["text"]),
        state=ibis.ifelse(found["resolved_at"].isnull(), "open", "solved"),
    )
    what = said["category"].fill_null("ticket") + ibis.literal(", ") + said["state"]
    return _shaped(said, "ticket", at="opened_at", what=what, mark="ticket_id", words="said")


def _feedback(desk: Desk, key: str) -> ir.Table:
    found = _of(desk, "feedback", key)
    return _shaped(
        found,
        "feedback",
        at="answered_at",
        what=found["instrument"],
        mark="feedback_id",
        words="text",
        amount="rating",
    )


def _touches(desk: Desk, key: str) -> ir.Table:
    found = _of(desk, "touches", key)
    what = found["kind"].fill_null("contact") + ibis.literal(" ") + found["channel"].fill_null("")
    return _shaped(found, "touch", at="occurred_at", what=what, mark="campaign_id")


def _opportunities(desk: Desk, key: str) -> ir.Table:
    found = _of(desk, "opportunities", key)
    return _shaped(
        found, "opportunity", at="created_on", what=found["stage"], mark="opportunity_id", amount="amount"
    )


_KINDS: dict[str, tuple[Callable[[Desk, str], ir.Table], str]] = {
    "order": (_orders, "transactions"),
    "contract": (_contracts, "subscriptions"),
    "ticket": (_tickets, "tickets"),
    "feedback": (_feedback, "feedback"),
    "touch": (_touches, "touches"),
    "opportunity": (_opportunities, "opportunities"),
}
"""Builders of events by kind, each with the table that it needs."""
