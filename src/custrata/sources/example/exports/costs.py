"""What serving costs: pools with true unit costs, costs of one customer alone, and what nobody causes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from custrata.sources.example import plan
from custrata.sources.example.accounts import Accounts, Calendar
from custrata.sources.example.columns import Ints, money
from custrata.sources.example.contracts import History
from custrata.sources.example.exports.service import Tickets

SHARED = "Shared platform"
"""The cost that no customer causes alone."""

_CURRENCIES = ("GBP", "USD", "SEK")
_FIRST_RATES = (1.15, 0.93, 0.088)


@dataclass(frozen=True)
class Drivers:
    """What each customer used: minutes of support, months of seats, onboarding sessions."""

    minutes: Ints
    seat_months: Ints
    sessions: Ints

    def cents(self) -> Ints:
        """The true cost to serve of each customer."""
        per = plan.UNIT_COSTS_CENTS
        return np.asarray(
            self.minutes * per["Support minutes"]
            + self.seat_months * per["Hosted seats"]
            + self.sessions * per["Onboarding sessions"],
            np.int64,
        )


def count_drivers(
    rng: np.random.Generator, accounts: Accounts, history: History, tickets: Tickets
) -> Drivers:
    """How much of each driver every customer used."""
    n = accounts.customers
    minutes, seat_months = np.zeros(n, np.int64), np.zeros(n, np.int64)
    np.add.at(minutes, tickets.account, tickets.minutes)
    np.add.at(seat_months, history.billed["account"], history.billed["seats"])
    sessions = 1 + rng.binomial(3, 0.3, n) + (accounts.seats[:n] > 50)
    return Drivers(minutes, seat_months, sessions.astype(np.int64))


def list_costs(
    accounts: Accounts, history: History, tickets: Tickets, drivers: Drivers, calendar: Calendar
) -> Any:
    """``serving_costs``: a pool a month for support, hosting and the platform; onboarding by customer."""
    opened = tickets.opened.astype("datetime64[M]") - calendar.months[0].astype("datetime64[M]")
    minutes, seats = np.zeros(calendar.count, np.int64), np.zeros(calendar.count, np.int64)
    np.add.at(minutes, opened.astype(np.int64), tickets.minutes)
    np.add.at(seats, history.billed["month"], history.billed["seats"])
    pools = [
        _pool("Support minutes", minutes, calendar),
        _pool("Hosted seats", seats, calendar),
        _shared(calendar),
        _onboarding(accounts, drivers, calendar),
    ]
    return pa.concat_tables(pools).sort_by([("Month", "ascending"), ("Cost Driver", "ascending")])


def _pool(driver: str, units: Ints, calendar: Calendar) -> Any:
    return pa.table(
        {
            "Month": calendar.months[:-1],
            "Cost Driver": pa.array([driver] * calendar.count),
            "Account ID": pa.nulls(calendar.count, pa.string()),
            "Quantity": pa.array(units),
            "Amount": money(units * plan.UNIT_COSTS_CENTS[driver]),
        }
    )


def _shared(calendar: Calendar) -> Any:
    whole = _pool("Hosted seats", np.zeros(calendar.count, np.int64), calendar)
    amount = money(np.full(calendar.count, plan.SHARED_COST_CENTS))
    return (
        whole.set_column(1, "Cost Driver", pa.array([SHARED] * calendar.count))
        .set_column(3, "Quantity", pa.nulls(calendar.count, pa.int64()))
        .set_column(4, "Amount", amount)
    )


def _onboarding(accounts: Accounts, drivers: Drivers, calendar: Calendar) -> Any:
    n = accounts.customers
    order = np.lexsort((accounts.numbers[:n], accounts.signup[:n]))
    return pa.table(
        {
            "Month": calendar.months[accounts.signup[:n][order]],
            "Cost Driver": pa.array(["Onboarding sessions"] * n, pa.string()),
            "Account ID": accounts.ids.take(pa.array(order)),
            "Quantity": pa.array(drivers.sessions[order]),
            "Amount": money(drivers.sessions[order] * plan.UNIT_COSTS_CENTS["Onboarding sessions"]),
        }
    )


def list_targets(calendar: Calendar) -> Any:
    """``targets``: what three teams aim at, by quarter."""
    aims = (
        ("net_revenue_retention", 1.02, "Customer success"),
        ("customer_churn_rate", 0.12, "Customer success"),
        ("win_rate", 0.55, "Sales"),
    )
    quarters = calendar.months[:-1][::3]
    names, values, teams = zip(*aims, strict=True)
    return pa.table(
        {
            "Measure": list(names) * len(quarters),
            "Period": np.repeat(quarters, len(aims)),
            "Target": list(values) * len(quarters),
            "Team": list(teams) * len(quarters),
        }
    )


def list_rates(rng: np.random.Generator, calendar: Calendar) -> Any:
    """``fx_rates``: what one unit of another currency is worth, on the first of each month."""
    moves = rng.normal(0, 0.012, (calendar.count, len(_CURRENCIES)))
    rates = np.round(np.array(_FIRST_RATES) * np.exp(np.cumsum(moves, axis=0)), 4)
    return pa.table(
        {
            "Currency": list(_CURRENCIES) * calendar.count,
            "Date": np.repeat(calendar.months[:-1], len(_CURRENCIES)),
            "Rate": rates.ravel(),
        }
    )
