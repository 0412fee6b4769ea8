"""What did it cost to win each customer? Spend by channel and month, over those who came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal

import ibis

from custrata.customers import Base
from custrata.economics.serving.quantities import month_number, won_on
from custrata.economics.serving.rates import months_covered

MONEY = "decimal(18, 6)"
SHARES = "acquisition_shares"
"""The relation of what each customer won in a channel and month cost: few rows, made outside."""

SHARE_TYPES: Mapping[str, str] = {"channel": "string", "month": "int64", "share": MONEY, "rest": MONEY}
UNWON = "acquisition_unwon"
"""The relation of spend that won nobody."""

UNWON_TYPES: Mapping[str, str] = {"channel": "string", "month": "int64", "amount": MONEY}

Source = Literal["spend", "budgets", "contacts"]
"""Where the money comes from: the table of spend, budgets of campaigns, or what contacts cost."""

_SENTENCES: Mapping[Source, str] = {
    "spend": "Acquisition cost is the table of spend.",
    "budgets": "Acquisition cost is the budgets of campaigns, in the month in which each began.",
    "contacts": "Acquisition cost is what contacts with people cost who were no customers yet on that day.",
}
_BESIDE = " What campaigns and contacts cost is taken to be in it and is not added."
_SIX = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Shares:
    """Spend divided over the customers who were won.

    Attributes:
        shares: Money a customer, by channel and month of winning; months that won nobody have none.
        rest: What rounding left of a month's money, by channel and month; one of its customers takes it.
        unwon: Money that won nobody, by channel and month of spending.
    """

    shares: Mapping[tuple[str, int], Decimal]
    rest: Mapping[tuple[str, int], Decimal]
    unwon: Mapping[tuple[str, int], Decimal]


def spend_source(base: Base) -> tuple[Source | None, str]:
    """Where the cost of winning customers is taken from, and the sentence that says it.

    Campaigns and contacts are not added to a table of spend: they would count twice.
    """
    if base.has("spend.amount"):
        beside = base.has("campaigns.budget") or base.has("touches.cost")
        return "spend", _SENTENCES["spend"] + (_BESIDE if beside else "")
    if base.has("campaigns.budget", "campaigns.started_on"):
        beside = base.has("touches.cost")
        return "budgets", _SENTENCES["budgets"] + (
            " What contacts cost is taken to be in it." if beside else ""
        )
    if base.has("touches.cost", "touches.occurred_at"):
        return "contacts", _SENTENCES["contacts"]
    return None, ""


def spend_query(base: Base, source: Source) -> ibis.Table:
    """Money by channel and month: ``channel`` (as written) ``, month, amount``."""
    rows = _spent(base, source)
    rows = rows.filter(rows.amount.notnull() & rows.day.notnull())
    return rows.group_by(channel=rows.channel.strip().fill_null(""), month=month_number(rows.day)).aggregate(
        amount=rows.amount.sum().cast("decimal(38, 6)")
    )


def winners_query(base: Base) -> ibis.Table:
    """Customers won by channel (by its key) and month: ``channel, month, name, won``."""
    rows = winners(base)
    return rows.group_by("channel", "month").aggregate(name=rows.acquisition_channel.min(), won=rows.count())


def winners(base: Base) -> ibis.Table:
    """One row a customer: ``customer_id, won_on, month, acquisition_channel, channel`` (its key)."""
    people = base.tables["customers"]
    people = people.filter(people.status == "customer").mutate(won_on=won_on)
    people = people.filter(people.won_on.notnull() & (people.won_on <= ibis.literal(base.as_of, "date")))
    channel = people.acquisition_channel.cast("string")
    return people.select(
        "customer_id",
        "won_on",
        month=month_number(people.won_on),
        acquisition_channel=channel,
        channel=channel.lower().re_replace(r"\s+", "").fill_null(""),
    )


def channel_key(name: str) -> str:
    """A channel's name without case and blanks, by which spend finds its customers.

    Example:
        >>> channel_key(" Trade fair ") == channel_key("trade Fair")
        True
    """
    return "".join(name.lower().split())


def divide(
    spend: Iterable[tuple[str, int, Decimal]], won: Mapping[tuple[str, int], int], last: int
) -> Shares:
    """Divide spend over the customers won.

    A channel's figure covers the months up to its next one. It goes in equal parts to the customers whom
    the channel won in these months; where it won nobody it waits for the next ones whom it wins. What is
    still waiting at the end won nobody.

    Args:
        spend: Channel (by its key), month and money.
        won: Customers won by channel (by its key) and month.
        last: The last month of the data.

    Returns:
        Shares to six places; shares times customers, rests and unwon money add up to the spend.

    Example:
        >>> found = divide([("fair", 0, Decimal(90)), ("fair", 1, Decimal(10))], {("fair", 1): 3}, 2)
        >>> found.shares[("fair", 1)], found.rest[("fair", 1)], found.unwon
        (Decimal('33.333333'), Decimal('0.000001'), {})
    """
    by_channel: dict[str, dict[int, Decimal]] = {}
    for channel, month, amount in spend:
        months = by_channel.setdefault(channel, {})
        months[month] = months.get(month, Decimal(0)) + amount
    shares: dict[tuple[str, int], Decimal] = {}
    rest: dict[tuple[str, int], Decimal] = {}
    unwon: dict[tuple[str, int], Decimal] = {}
    for channel, months in sorted(by_channel.items()):
        span = months_covered(months, last)
        waiting: list[tuple[int, Decimal]] = []
        for month in sorted(months):
            waiting.append((month, months[month]))
            covered = range(month, month + span)
            came = {m: n for m in covered if (n := won.get((channel, m), 0))}
            if came:
                money = sum((amount for _, amount in waiting), Decimal(0))
                share = (money / sum(came.values())).quantize(_SIX, ROUND_HALF_EVEN)
                shares |= {(channel, m): share for m in came}
                left = money - share * sum(came.values())
                rest[(channel, min(came))] = left
                waiting = []
        unwon |= {(channel, month): amount for month, amount in waiting if amount}
    return Shares(shares, rest, unwon)


def acquisition_costs_query(
    base: Base, shares: ibis.Table, unwon: ibis.Table, first: int, blended: bool
) -> ibis.Table:
    """The relation of what winning each customer cost.

    Args:
        base: The base.
        shares: The relation :data:`SHARES`.
        unwon: The relation :data:`UNWON`.
        first: The first month of any spend: who was won before it cost something that nobody knows.
        blended: Whether spend is divided over all customers, because nothing says who came by which channel.

    Returns:
        ``customer_id, on`` (day of winning) ``, acquisition_channel, amount``; a customer whose channel had
        no spend cost 0. Rows without customer: money that won nobody, on the first day of its month.
    """
    people = winners(base)
    people = people.filter(people.month >= first)
    key = ibis.literal("") if blended else people.channel
    people = people.mutate(channel=key)
    # One customer of a month, the first by id, takes what rounding left.
    order = ibis.row_number().over(group_by=[people.channel, people.month], order_by=people.customer_id)
    joined = people.mutate(place=order).left_join(shares, ["channel", "month"])
    rest = (joined.place == 0).ifelse(joined.rest.fill_null(0), 0)
    amount = (joined.share.fill_null(0) + rest).cast(MONEY)
    won = joined.select("customer_id", on="won_on", acquisition_channel="acquisition_channel", amount=amount)
    alone = unwon.select(
        customer_id=ibis.null("string"),
        on=ibis.date(unwon.month // 12, unwon.month % 12 + 1, 1),
        acquisition_channel=unwon.channel,
        amount="amount",
    )
    return won.union(alone)


def _spent(base: Base, source: Source) -> ibis.Table:
    if source == "spend":
        rows = base.tables["spend"]
        return rows.select("channel", "amount", day="period")
    if source == "budgets":
        rows = base.tables["campaigns"]
        return rows.select(channel=rows.channel.coalesce(rows.name), amount=rows.budget, day="started_on")
    rows = base.tables["touches"]
    people = base.tables["customers"]
    people = people.select(_held="customer_id", _won=won_on(people))
    rows = rows.left_join(people, rows.customer_id == people._held)
    day = rows.occurred_at.date()
    rows = rows.mutate(day=day).filter(rows._won.isnull() | (day <= rows._won))
    return rows.select("channel", amount="cost", day="day")
