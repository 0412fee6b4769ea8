"""What does a driver's name count: minutes of support, seats, orders, returns, newcomers, use?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Activity(StrEnum):
    """Something that customers use and that the data can count."""

    RETURNS = "returns"
    ONBOARDING = "new customers"
    SUPPORT_MINUTES = "minutes of tickets"
    TICKETS = "tickets"
    CHANNEL_TICKETS = "tickets by channel"
    SEATS = "seats under contract, month by month"
    ORDERS = "orders"
    USE = "use of the product"
    LATE_PAYMENT = "money paid late, times the years it was late"


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of a driver's name, and what is counted for it, the best first."""

    words: str
    activities: tuple[Activity, ...]


_MEANINGS = (
    _Words("return returns returned refund refunds reverse", (Activity.RETURNS,)),
    _Words(
        "onboarding implementation implementations setup setups kickoff installation training newcomers",
        (Activity.ONBOARDING,),
    ),
    _Words("ticket tickets case cases incident incidents", (Activity.TICKETS,)),
    _Words(
        "support minute minutes helpdesk service call calls care",
        (Activity.SUPPORT_MINUTES, Activity.TICKETS),
    ),
    _Words(
        "seat seats hosting hosted licence licences license licenses licensing subscription subscriptions",
        (Activity.SEATS,),
    ),
    _Words(
        "order orders shipping shipment shipments handling delivery deliveries fulfilment fulfillment "
        "picking packing packaging postage freight invoicing",
        (Activity.ORDERS,),
    ),
    _Words("usage use api event events traffic storage compute bandwidth", (Activity.USE,)),
)

_NEEDS: dict[Activity, tuple[str, ...]] = {
    Activity.RETURNS: ("transactions.amount", "transactions.occurred_at"),
    Activity.ONBOARDING: (),
    Activity.SUPPORT_MINUTES: ("tickets.opened_at", "tickets.minutes"),
    Activity.TICKETS: ("tickets.opened_at",),
    Activity.CHANNEL_TICKETS: ("tickets.opened_at",),
    Activity.SEATS: ("subscriptions.started_on",),
    Activity.ORDERS: ("transactions.amount", "transactions.occurred_at"),
    Activity.USE: ("usage.occurred_at",),
    Activity.LATE_PAYMENT: ("transactions.amount", "transactions.due_on"),
}


@dataclass(frozen=True, slots=True)
class Match:
    """What a driver's name was taken to count.

    Attributes:
        driver: The name as the table of costs writes it.
        activity: What is counted for it; None when nothing is.
        sentence: What was concluded, for people.
    """

    driver: str
    activity: Activity | None
    sentence: str


def countable(activity: Activity, has: Callable[..., bool]) -> bool:
    """Whether the data can count an activity; ``has`` tells whether columns hold data."""
    return has(*_NEEDS[activity])


def match(driver: str, has: Callable[..., bool]) -> Match:
    """What the name of a pool of cost counts, in data that hold certain columns.

    The first meaning in this order counts: returns, new customers, tickets, support, seats, orders, use.

    Args:
        driver: Name of the driver.
        has: Whether all of some columns (``table.column``) hold data, as :meth:`custrata.customers.Base.has`.

    Example:
        >>> match("Support minutes", lambda *columns: True).activity.value
        'minutes of tickets'
        >>> match("Shared platform", lambda *columns: True).sentence
        'Shared platform: no word of its name says what causes it, so it stays unallocated.'
    """
    means = _meaning(driver)
    if means is None:
        return Match(
            driver, None, f"{driver}: no word of its name says what causes it, so it stays unallocated."
        )
    fit = next((a for a in means.activities if countable(a, has)), None)
    if fit is None:
        wanted = means.activities[0]
        lacks = " and ".join(need for need in _NEEDS[wanted] if not has(need))
        text = f"{driver}: it would be divided by {wanted}, but {lacks} is missing, so it stays unallocated."
        return Match(driver, None, text)
    return Match(driver, fit, f"{driver} is divided by {fit}.")


def activity_named(driver: str) -> Activity | None:
    """What a name stands for, whether or not the data can count it.

    Example:
        >>> activity_named("Onboarding sessions").value
        'new customers'
    """
    means = _meaning(driver)
    return means.activities[0] if means else None


def words_of(activity: Activity) -> tuple[str, ...]:
    """The words of a driver's name that stand for an activity.

    Example:
        >>> words_of(Activity.RETURNS)[:2]
        ('return', 'returns')
    """
    return tuple(word for m in _MEANINGS if m.activities[0] is activity for word in m.words.split())


def _meaning(driver: str) -> _Words | None:
    words = _words(driver)
    return next((m for m in _MEANINGS if not words.isdisjoint(m.words.split())), None)


def _words(name: str) -> frozenset[str]:
    spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", name)
    joined = (
        spaced.lower().replace("help desk", "helpdesk").replace("set up", "setup").replace("set-up", "setup")
    )
    return frozenset(re.split(r"[^a-z]+", joined))
