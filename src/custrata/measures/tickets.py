"""How often customers need help, and how long they wait for it."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import middle, ratio, scaled, tally
from custrata.measures.kernel.measure import Formula, Measure
from custrata.measures.population import population
from custrata.vocabulary import Direction, Period, Timing

_OPENED = ("tickets.opened_at",)
_HOURS = 1 / 3600


def requests_for_help(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a ticket opened in the window; ``channel``, ``category`` and ``priority`` are the ticket's."""
    rows = base.tables["tickets"]
    rows = rows.mutate(on=rows.opened_at.date())
    return attach(rows.filter(rows.on.between(window.start, window.end)), base, dimensions)


def helped(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer known by the end of the window, with how many tickets they opened in it."""
    rows = requests_for_help(base, window, ())
    opened = rows.group_by("customer_id").aggregate(tickets=rows.count())
    people = population(base, window, ()).left_join(opened, "customer_id").drop("customer_id_right")
    return attach(people, base, dimensions)


def _wait(until: str, none: str) -> Formula:
    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        seconds = t[until].epoch_seconds().cast("int64") - t.opened_at.epoch_seconds().cast("int64")
        known = (seconds >= 0).fill_null(False)
        return {"seconds": seconds.quantile(0.5, where=known), "tickets": known.sum()}

    estimate = scaled(middle("seconds", "tickets", none), _HOURS)
    return Formula((*_OPENED, f"tickets.{until}"), requests_for_help, statistics, estimate)


MEASURES = (
    Measure(
        "tickets",
        "Tickets",
        "Number of requests for help opened in the period.",
        "tickets",
        "tickets",
        (Formula(_OPENED, requests_for_help, lambda t: {"tickets": t.count()}, tally("tickets")),),
        Direction.LOWER,
        Timing.LEADING,
        grain="ticket",
    ),
    Measure(
        "tickets_per_customer",
        "Tickets per customer",
        "Requests for help opened in the period, divided by the customers known by its end.",
        "tickets",
        "customers",
        (
            Formula(
                _OPENED,
                helped,
                lambda t: {"tickets": t.tickets.sum(), "people": t.count()},
                ratio("tickets", "people", "people", "there are no customers"),
            ),
        ),
        Direction.LOWER,
        Timing.LEADING,
    ),
    Measure(
        "first_response_hours",
        "Time to first response",
        "Median hours from opening a ticket to its first answer, of those answered.",
        "hours",
        "tickets",
        (_wait("first_response_at", "no ticket of the period was answered"),),
        Direction.LOWER,
        Timing.LEADING,
        grain="ticket",
    ),
    Measure(
        "resolution_hours",
        "Time to resolution",
        "Median hours from opening a ticket to its resolution, of those resolved.",
        "hours",
        "tickets",
        (_wait("resolved_at", "no ticket of the period was resolved"),),
        Direction.LOWER,
        Timing.LEADING,
        grain="ticket",
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
