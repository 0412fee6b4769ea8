"""The example company as a value: its raw tables, and the truth beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from custrata.errors import SettingError
from custrata.sources.example import plan
from custrata.sources.example.accounts import Calendar, draw_accounts, list_accounts
from custrata.sources.example.contracts import list_subscriptions, live
from custrata.sources.example.exports.billing import draw_lines, list_invoices, list_products
from custrata.sources.example.exports.costs import count_drivers, list_costs, list_rates, list_targets
from custrata.sources.example.exports.listening import draw_answers, list_answers, list_needs
from custrata.sources.example.exports.people import list_people
from custrata.sources.example.exports.selling import (
    list_campaigns,
    list_members,
    list_opportunities,
    list_referrals,
    list_spend,
)
from custrata.sources.example.exports.service import draw_tickets, list_tickets
from custrata.sources.example.exports.usage import list_usage
from custrata.sources.example.truth import list_true_accounts, list_true_risks, state_truth

FEWEST_CUSTOMERS, FEWEST_MONTHS = 20, 12
START = dt.date(2023, 1, 1)


@dataclass(frozen=True)
class ExampleCompany:
    """A firm that sells maintenance planning software to other firms by subscription. It is invented.

    Attributes:
        name: Its name.
        tables: Raw exports by name (``crm_accounts``, ``invoices`` …) as Arrow tables with headers as they
            come out of a CRM, a billing system or a help desk.
        truth: What was put in and what must come out, as plain values that JSON can hold.
        true_tables: ``accounts`` (what is true of each), ``same_people`` (pairs of contacts that are one
            person) and ``churn_risks`` (one row a customer and month in which it could leave).
    """

    name: str
    tables: Mapping[str, Any]
    truth: Mapping[str, Any]
    true_tables: Mapping[str, Any]


def example_company(
    customers: int = 400, seed: int = 7, start: dt.date = START, months: int = 36
) -> ExampleCompany:
    """Make the example company.

    Args:
        customers: Number of customers, 20 or more; a third as many prospects come on top.
        seed: The same seed gives the same bytes.
        start: First day; it is taken to the first of its month.
        months: Length of the history, 12 or more.

    Returns:
        Tables and truth.

    Raises:
        SettingError: Too few customers or months.

    Example:
        >>> firm = example_company(customers=20, months=12)
        >>> firm.name, firm.truth["figures"]["customers"]
        ('Brackenfold', 20)
    """
    return next(example_parts(customers, seed, start, months, customers))


def example_parts(
    customers: int, seed: int = 7, start: dt.date = START, months: int = 36, part: int = 50_000
) -> Iterator[ExampleCompany]:
    """Make a large example company part by part, so that no more than one part is in memory.

    Args:
        customers: Number of customers in all.
        seed: The same seed and part size give the same bytes.
        start: First day; it is taken to the first of its month.
        months: Length of the history.
        part: Customers a part; each part has its own truth, and ids that no other part has.
    """
    if customers < FEWEST_CUSTOMERS or months < FEWEST_MONTHS or part < FEWEST_CUSTOMERS:
        raise SettingError(
            f"the example needs at least {FEWEST_CUSTOMERS} customers and {FEWEST_MONTHS} months",
            remedy="ask for more customers or months",
        )
    first = np.datetime64(start.replace(day=1), "M")
    days = (first + np.arange(months + 1)).astype("datetime64[D]")
    calendar = Calendar(days, days[-1] - np.timedelta64(1, "D"))
    for place, begins in enumerate(range(0, customers, part)):
        yield _make(min(part, customers - begins), calendar, seed, place)


def _make(customers: int, calendar: Calendar, seed: int, place: int) -> ExampleCompany:
    def chance(name: str) -> np.random.Generator:
        # A stream for each table, so that a change to one leaves the others as they are.
        return np.random.default_rng([seed, place, *name.encode()])

    first = 1 + place * 10_000_000
    accounts = draw_accounts(chance("accounts"), customers, calendar, first)
    listing = list_accounts(chance("listing"), accounts, calendar)
    history = live(chance("life"), accounts, calendar)
    lines = draw_lines(chance("lines"), accounts, history, calendar)
    tickets = draw_tickets(chance("tickets"), accounts, history, calendar)
    answers = draw_answers(chance("answers"), accounts, history)
    drivers = count_drivers(chance("drivers"), accounts, history, tickets)
    contacts, pairs, heads = list_people(chance("people"), accounts, listing, first)
    tables = {
        "crm_accounts": listing.table,
        "contacts": contacts,
        "subscriptions": list_subscriptions(accounts, history, calendar, first),
        "invoices": list_invoices(chance("invoices"), accounts, lines, calendar, first),
        "product_events": list_usage(chance("usage"), accounts, history, calendar),
        "tickets": list_tickets(chance("help"), accounts, tickets, calendar, first),
        "survey_nps": list_answers(chance("nps"), accounts, answers, heads, calendar, first),
        "survey_needs": list_needs(chance("needs"), accounts, history, calendar, first),
        "campaign_members": list_members(accounts, history, calendar),
        "opportunities": list_opportunities(chance("selling"), accounts, history, calendar, first),
        "referrals": list_referrals(chance("referrals"), accounts, history, calendar),
        "serving_costs": list_costs(accounts, history, tickets, drivers, calendar),
        "marketing_spend": list_spend(accounts, calendar),
    }
    if place == 0:
        tables |= _once(chance, calendar)
    return ExampleCompany(
        name=plan.COMPANY,
        tables=tables,
        truth=state_truth(accounts, listing, history, lines, answers, drivers, calendar),
        true_tables={
            "accounts": list_true_accounts(accounts, listing, drivers),
            "same_people": pairs,
            "churn_risks": list_true_risks(accounts, history),
        },
    )


def _once(chance: Callable[[str], np.random.Generator], calendar: Calendar) -> dict[str, Any]:
    """Tables of the whole company, in its first part only."""
    return {
        "products": list_products(),
        "campaigns": list_campaigns(calendar),
        "targets": list_targets(calendar),
        "fx_rates": list_rates(chance("rates"), calendar),
    }
