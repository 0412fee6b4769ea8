"""Requests for help: how many, about what, how fast they were answered, and what they took."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from custrata.sources.example import plan, wording
from custrata.sources.example.accounts import Accounts, Calendar
from custrata.sources.example.columns import Days, Floats, Ints, blank, ids, instants, words
from custrata.sources.example.contracts import History


@dataclass(frozen=True)
class Tickets:
    """Tickets in columns: account, month, the instant of opening, category and minutes of work."""

    account: Ints
    month: Ints
    opened: Days
    category: Ints
    minutes: Ints


def draw_tickets(
    rng: np.random.Generator, accounts: Accounts, history: History, calendar: Calendar
) -> Tickets:
    """All tickets up to the last day, by time; every customer opens one in its first month."""
    account, month = history.billed["account"], history.billed["month"]
    fresh = month == accounts.signup[account]
    mean = accounts.traits("tickets")[account] * calendar.season(plan.TICKETS_BY_MONTH)[month]
    rows = np.repeat(np.arange(len(account)), rng.poisson(mean) + fresh)
    begins = calendar.months[month[rows]] + accounts.day[account[rows]]
    opened = instants(begins + rng.integers(0, 28, len(rows)), rng.integers(7 * 3600, 18 * 3600, len(rows)))
    known = np.flatnonzero(opened.astype("datetime64[D]") <= calendar.end)
    rows, opened = rows[known], opened[known]
    order = np.lexsort((account[rows], opened.astype(np.int64)))
    rows, opened = rows[order], opened[order]
    category = _categories(rng, month[rows], calendar)
    work = np.array(wording.CATEGORY_MINUTES)[category] * rng.lognormal(0, 0.5, len(rows))
    minutes = np.maximum(3, np.rint(work)).astype(np.int64)
    return Tickets(account[rows], month[rows], opened, category, minutes)


def _categories(rng: np.random.Generator, month: Ints, calendar: Calendar) -> Ints:
    usual = np.array(wording.CATEGORY_SHARES)
    troubled = np.where(np.arange(len(usual)) == wording.TICKET_CATEGORIES.index("Mobile app"), 3, 1) * usual
    late = month >= int(calendar.count * plan.MOBILE_TROUBLE_FROM)
    edges = np.where(late[:, None], np.cumsum(troubled / troubled.sum()), np.cumsum(usual))
    drawn: Ints = (rng.random(len(month))[:, None] > edges[:, :-1]).sum(axis=1).astype(np.int64)
    return drawn


def list_tickets(
    rng: np.random.Generator, accounts: Accounts, tickets: Tickets, calendar: Calendar, first: int
) -> Any:
    """``tickets``: as a help desk exports them; what is not answered on the last day is blank."""
    rows = len(tickets.account)
    hours = _first_response(rng, accounts, tickets)
    answered = tickets.opened + np.rint(hours * 3600).astype("timedelta64[s]")
    resolved = answered + np.rint(rng.lognormal(2.6, 0.8, rows) * 3600).astype("timedelta64[s]")
    end = (calendar.end + np.timedelta64(1, "D")).astype("datetime64[s]")
    open_still, unanswered = resolved >= end, answered >= end
    told = rng.integers(0, 3, rows)
    subject = [text for texts in wording.TICKET_SUBJECTS for text in texts]
    body = [text for texts in wording.TICKET_TEXTS for text in texts]
    return pa.table(
        {
            "Ticket ID": ids("T", first + np.arange(rows), 7),
            "Account ID": accounts.ids.take(pa.array(tickets.account)),
            "Created At": tickets.opened,
            "First Response At": blank(pa.array(answered), unanswered),
            "Resolved At": blank(pa.array(resolved), open_still),
            "Channel": words(wording.CHANNELS_OF_TICKETS, rng.choice(3, rows, p=(0.6, 0.25, 0.15))),
            "Category": words(wording.TICKET_CATEGORIES, tickets.category),
            "Priority": words(wording.PRIORITIES, rng.choice(4, rows, p=wording.PRIORITY_SHARES)),
            "Handling Minutes": tickets.minutes,
            "Subject": words(subject, tickets.category * 3 + rng.integers(0, 3, rows)),
            "Description": words(body, tickets.category * 3 + told),
        }
    )


def _first_response(rng: np.random.Generator, accounts: Accounts, tickets: Tickets) -> Floats:
    usual, slow = plan.FIRST_RESPONSE_HOURS
    median = np.where(accounts.slow_response[tickets.account], slow, usual)
    return np.asarray(median * rng.lognormal(0, 0.45, len(median)), np.float64)
