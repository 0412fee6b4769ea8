"""The accounts of the example company: who they are, and what is true of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from custrata.sources.example import plan, wording
from custrata.sources.example.columns import Days, Flags, Floats, Ints, blank, ids, joined, money, words


@dataclass(frozen=True)
class Calendar:
    """The months of the example, and its last day.

    Attributes:
        months: First day of each month, and of the one after the last.
        end: Last day of the last month.
    """

    months: Days
    end: np.datetime64

    @property
    def count(self) -> int:
        """How many months there are."""
        return len(self.months) - 1

    def season(self, factors: tuple[float, ...]) -> Floats:
        """The seasonal factor of each month."""
        return np.array(factors)[self.months[:-1].astype("datetime64[M]").astype(np.int64) % 12]


@dataclass(frozen=True)
class Accounts:
    """One entry an account; customers come first, prospects after them.

    Attributes:
        customers: How many are customers; the rest are prospects.
        numbers: Number that the id is made from.
        segment: Place in ``plan.SEGMENTS``.
        signup: Month of the first contract; the month of first contact for prospects.
        day: Day of the month, from 0, on which contracts begin and invoices are written.
        seats: Seats at the start.
        plan: Place in ``plan.PLAN_PRICES``.
        channel: Place in ``plan.CHANNELS``.
        low_usage: Whether most seats stay unused.
        slow_response: Whether first answers come late.
        discounted: Whether it was won with a discount.
        add_on: Whether it pays for the API.
        setup: Whether it paid for the setup.
    """

    customers: int
    numbers: Ints
    segment: Ints
    signup: Ints
    day: Ints
    seats: Ints
    plan: Ints
    channel: Ints
    low_usage: Flags
    slow_response: Flags
    discounted: Flags
    add_on: Flags
    setup: Flags

    @property
    def ids(self) -> Any:
        """The account ids."""
        return ids("ACC", self.numbers)

    def seat_price_cents(self) -> Ints:
        """What a seat of each account costs a month, after its discount, without the add-on."""
        return self._discounted(np.array(list(plan.PLAN_PRICES.values()), np.int64)[self.plan])

    def add_on_price_cents(self) -> Ints:
        """What the add-on costs a seat a month; 0 without it."""
        return self._discounted(np.where(self.add_on, plan.ADD_ON_PRICE, 0).astype(np.int64))

    def _discounted(self, price: Ints) -> Ints:
        paid = np.where(self.discounted, 100 - plan.SIGNUP_DISCOUNT_PERCENT, 100)
        return np.asarray(price * paid, np.int64)

    def traits(self, name: str) -> Floats:
        """A number of each account's segment, such as ``churn``."""
        return np.array([getattr(segment, name) for segment in plan.SEGMENTS])[self.segment]


def draw_accounts(rng: np.random.Generator, customers: int, calendar: Calendar, first: int) -> Accounts:
    """Draw customers and, for every three of them, one prospect.

    Args:
        rng: The source of chance.
        customers: Number of customers.
        calendar: The months.
        first: Number of the first account id.
    """
    total = customers + customers // 3
    segment = rng.choice(len(plan.SEGMENTS), total, p=[s.share for s in plan.SEGMENTS])
    growth = np.linspace(0.5, 1.5, calendar.count) * calendar.season(plan.SIGNUPS_BY_MONTH)
    median = np.array([s.median_seats for s in plan.SEGMENTS])[segment]
    plans = np.cumsum([s.plans for s in plan.SEGMENTS], axis=1)[segment]
    discounted = np.array([s.discounted for s in plan.SEGMENTS])[segment]
    rarely = np.array([s.rarely_used for s in plan.SEGMENTS])[segment]
    return Accounts(
        customers=customers,
        numbers=first + rng.permutation(total).astype(np.int64),
        segment=segment.astype(np.int64),
        signup=rng.choice(calendar.count, total, p=growth / growth.sum()).astype(np.int64),
        day=rng.integers(0, 28, total),
        seats=np.maximum(3, np.rint(median * rng.lognormal(0, 0.55, total))).astype(np.int64),
        plan=(rng.random(total)[:, None] > plans[:, :-1]).sum(axis=1).astype(np.int64),
        channel=rng.choice(len(plan.CHANNELS), total, p=list(plan.CHANNELS.values())).astype(np.int64),
        low_usage=rng.random(total) < rarely,
        slow_response=rng.random(total) < plan.SLOW_RESPONSE_SHARE,
        discounted=rng.random(total) < discounted,
        add_on=rng.random(total) < plan.ADD_ON_SHARE,
        setup=rng.random(total) < plan.SETUP_SHARE,
    )


@dataclass(frozen=True)
class Listing:
    """The account list as exported, with the faults that were planted in it.

    Attributes:
        table: ``crm_accounts``.
        names: Account names, by account.
        unowned: Accounts without an owner.
        misspelt: Accounts whose country is spelt in an odd way.
        countries: True place in ``wording.COUNTRIES``, by account.
    """

    table: Any
    names: Any
    unowned: Ints
    misspelt: Ints
    countries: Ints


def list_accounts(rng: np.random.Generator, accounts: Accounts, calendar: Calendar) -> Listing:
    """The account list of the CRM: sorted by id, with an owner blank here and a country misspelt there."""
    total = len(accounts.numbers)
    names = _names(rng, total)
    country = rng.choice(len(wording.COUNTRIES), total, p=wording.COUNTRY_SHARES).astype(np.int64)
    odd = rng.random(total) < 0.04
    unowned = rng.random(total) < plan.BLANK_OWNER_SHARE
    customer = np.arange(total) < accounts.customers
    since = calendar.months[accounts.signup] + accounts.day
    created = since - rng.integers(20, 200, total)
    spelling = np.where(odd, len(wording.COUNTRIES), 0) + country
    employees = np.rint(accounts.seats * rng.uniform(4, 15, total)).astype(np.int64)
    table = pa.table(
        {
            "Account ID": accounts.ids,
            "Account Name": names,
            "Type": words(("Prospect", "Customer"), customer.astype(np.int64)),
            "Parent Account ID": _parents(rng, accounts),
            "Industry": _industries(rng, accounts),
            "Employees": employees,
            "Annual Revenue": money(employees * rng.integers(8_000_000, 16_000_000, total)),
            "Billing Country": words((*wording.COUNTRIES, *wording.ODD_SPELLINGS), spelling.astype(np.int64)),
            "Sales Region": words(wording.REGIONS, country),
            "Account Source": words(tuple(plan.CHANNELS), accounts.channel),
            "Account Owner": blank(
                words(wording.OWNERS, rng.integers(0, len(wording.OWNERS), total)), unowned
            ),
            "Signup Discount": words(("No", "Yes"), (accounts.discounted & customer).astype(np.int64)),
            "Created Date": np.minimum(created, calendar.end),
            "Customer Since": blank(pa.array(since), ~customer),
        }
    )
    return Listing(
        table=table.take(pa.array(np.argsort(accounts.numbers))),
        names=names,
        unowned=np.flatnonzero(unowned),
        misspelt=np.flatnonzero(odd),
        countries=country,
    )


def _names(rng: np.random.Generator, total: int) -> Any:
    first = words(wording.FIRST_WORDS, rng.integers(0, len(wording.FIRST_WORDS), total))
    second = words(wording.SECOND_WORDS, rng.integers(0, len(wording.SECOND_WORDS), total))
    return joined(first, second, words(wording.LEGAL_FORMS, rng.integers(0, len(wording.LEGAL_FORMS), total)))


def _industries(rng: np.random.Generator, accounts: Accounts) -> Any:
    named = sorted({name for segment in plan.SEGMENTS for name in segment.industries})
    choices = np.array([[named.index(name) for name in segment.industries] for segment in plan.SEGMENTS])
    drawn = rng.choice(3, len(accounts.segment), p=(0.5, 0.3, 0.2))
    return words(named, choices[accounts.segment, drawn].astype(np.int64))


def _parents(rng: np.random.Generator, accounts: Accounts) -> Any:
    total = len(accounts.numbers)
    owned = (rng.random(total) < 0.03) & (np.arange(total) < accounts.customers)
    parent = rng.integers(0, accounts.customers, total)
    return blank(accounts.ids.take(pa.array(parent)), ~owned | (parent == np.arange(total)))
