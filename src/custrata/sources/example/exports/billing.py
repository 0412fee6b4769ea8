"""Invoices: every month under contract, a setup at the start, and now and then money back."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from custrata.sources.example import plan
from custrata.sources.example.accounts import Accounts, Calendar
from custrata.sources.example.columns import Days, Flags, Ints, blank, constant, ids, money, words
from custrata.sources.example.contracts import History

PRODUCTS = (
    *((f"PLAN-{name.upper()}", f"{name} plan", "Subscription") for name in plan.PLAN_PRICES),
    ("ADD-API", "API access", "Add-on"),
    ("SVC-SETUP", "Guided setup", "Service"),
)
"""Code, name and family of what is sold."""

_API, _SETUP = len(plan.PLAN_PRICES), len(plan.PLAN_PRICES) + 1
_VAT_PERCENT = 20
_DUE_DAYS = 30


@dataclass(frozen=True)
class Lines:
    """Invoice lines in columns; amounts in cents, net.

    Attributes:
        account: Account.
        invoice: Number of the invoice among all; lines of one invoice share it.
        on: Day of the invoice.
        product: Place in ``PRODUCTS``.
        quantity: Seats, or 1 for the setup; negative when given back.
        amount: Money, negative when given back.
        discount: What the discount took off.
    """

    account: Ints
    invoice: Ints
    on: Days
    product: Ints
    quantity: Ints
    amount: Ints
    discount: Ints

    @property
    def given_back(self) -> Flags:
        """Lines of credit notes."""
        return np.asarray(self.amount < 0, np.bool_)

    def take(self, rows: Ints) -> Lines:
        """Some of the lines."""
        return Lines(*(getattr(self, field.name)[rows] for field in fields(self)))


def draw_lines(rng: np.random.Generator, accounts: Accounts, history: History, calendar: Calendar) -> Lines:
    """All invoice lines up to the last day, by day and account."""
    account, month, seats = (history.billed[name] for name in ("account", "month", "seats"))
    invoice = np.arange(len(account), dtype=np.int64)
    on = calendar.months[month] + accounts.day[account]
    listed = 100 * seats * np.array(list(plan.PLAN_PRICES.values()), np.int64)[accounts.plan[account]]
    paid = seats * accounts.seat_price_cents()[account]
    plans = Lines(account, invoice, on, accounts.plan[account], seats, paid, listed - paid)
    api = _add_on(plans.take(np.flatnonzero(accounts.add_on[account])), accounts)
    first = np.flatnonzero(accounts.setup[account] & (month == accounts.signup[account]))
    return _in_order(plans, api, _setups(plans.take(first)), _credit_notes(rng, plans, calendar))


def _add_on(some: Lines, accounts: Accounts) -> Lines:
    listed = some.quantity * plan.ADD_ON_PRICE * 100
    paid = some.quantity * accounts.add_on_price_cents()[some.account]
    product = np.full(len(listed), _API, np.int64)
    return replace(some, product=product, amount=paid, discount=listed - paid)


def _setups(some: Lines) -> Lines:
    ones = np.ones(len(some.account), np.int64)
    return replace(
        some, product=_SETUP * ones, quantity=ones, amount=100 * plan.SETUP_FEE * ones, discount=0 * ones
    )


def _credit_notes(rng: np.random.Generator, plans: Lines, calendar: Calendar) -> Lines:
    """Half of some monthly invoices is given back a week or two later; whole cents, rounded down."""
    rows = np.flatnonzero(rng.random(len(plans.account)) < plan.REFUND_SHARE)
    on = plans.on[rows] + rng.integers(5, 15, len(rows))
    rows, on = rows[on <= calendar.end], on[on <= calendar.end]
    some = plans.take(rows)
    numbers = len(plans.invoice) + np.arange(len(rows))
    seats = -np.maximum(1, some.quantity // 2)
    return Lines(some.account, numbers, on, some.product, seats, -(some.amount // 2), 0 * some.discount)


def _in_order(*parts: Lines) -> Lines:
    columns = [field.name for field in fields(Lines)]
    every = Lines(*(np.concatenate([getattr(part, name) for part in parts]) for name in columns))
    day = every.on.astype(np.int64)
    return every.take(np.lexsort((every.product, every.invoice, every.account, day)))


def list_invoices(
    rng: np.random.Generator, accounts: Accounts, lines: Lines, calendar: Calendar, first: int
) -> Any:
    """``invoices``: one row a line, with tax beside the net amount, as billing systems write it."""
    _, inverse = np.unique(lines.invoice, return_inverse=True)
    rank = np.empty(inverse.max(initial=-1) + 1, np.int64)
    # Numbered in the order in which invoices were written.
    begins = np.unique(inverse, return_index=True)[1]
    rank[inverse[np.sort(begins)]] = np.arange(len(begins))
    number = ids("INV", first + rank[inverse], 7)
    note = ids("CN", first + rank[inverse], 7)
    rows = len(lines.account)
    late = np.rint(rng.gamma(2.0, 11.0, len(rank))).astype(np.int64)[inverse]
    paid_on = np.where(lines.given_back, lines.on, lines.on + late)
    return pa.table(
        {
            "Invoice Number": pc.if_else(pa.array(lines.given_back), note, number),
            "Document Type": words(("Invoice", "Credit Note"), lines.given_back.astype(np.int64)),
            "Account ID": accounts.ids.take(pa.array(lines.account)),
            "Invoice Date": lines.on,
            "Product Code": words([code for code, _, _ in PRODUCTS], lines.product),
            "Quantity": lines.quantity,
            "Discount Amount": money(lines.discount),
            "Net Amount": money(lines.amount),
            "VAT": money(lines.amount * _VAT_PERCENT // 100),
            "Currency": constant(plan.CURRENCY, rows),
            "Due Date": lines.on + _DUE_DAYS,
            "Paid Date": blank(pa.array(paid_on), paid_on > calendar.end),
        }
    )


def list_products() -> Any:
    """``products``: code, name, family, and what a unit costs."""
    costs = [
        *(plan.LICENCE_COST_CENTS[name] for name in plan.PLAN_PRICES),
        plan.LICENCE_COST_CENTS["API"],
        9000,
    ]
    codes, names, families = zip(*PRODUCTS, strict=True)
    return pa.table(
        {
            "Product Code": list(codes),
            "Product Name": list(names),
            "Product Family": list(families),
            "Unit Cost": money(np.array(costs, np.int64)),
        }
    )
