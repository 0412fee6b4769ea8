"""What says how much a customer gets, and how much the business does?"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Literal

import ibis
import ibis.expr.types as ir

from custrata.customers import Base, stated_name
from custrata.economics.portfolio.basis import ValueBasis, value_of
from custrata.errors import SettingError
from custrata.measures.orders import sales
from custrata.vocabulary import Period

PartName = Literal["outcome", "satisfaction", "effort", "usage", "tenure", "response", "discount"]
"""A part of the value to the customer, as its weight is called in the settings."""

_EXACT = "decimal(18, 6)"
_TOP = {"csat": 5, "review": 5}


@dataclass(frozen=True, slots=True)
class Sign:
    """One column that stands for a part of the value to the customer.

    Attributes:
        column: The column of :func:`signs_query`.
        part: The part it stands for; the first sign that is known stands.
        means: What it is, for people.
        higher: Whether more of it is more value.
    """

    column: str
    part: PartName
    means: str
    higher: bool = True


_PARTS: tuple[PartName, ...] = (
    "outcome",
    "satisfaction",
    "effort",
    "usage",
    "tenure",
    "response",
    "discount",
)
_LESS_IS_MORE = ("effort", "response")

SIGNS = (
    *(
        Sign(f"stated_{part}", part, "the attribute that the settings name", part not in _LESS_IS_MORE)
        for part in _PARTS
    ),
    Sign("satisfaction", "satisfaction", "mean answer on satisfaction and in reviews, on its scale"),
    Sign("effort_answer", "effort", "mean answer on effort"),
    Sign("ticket_effort", "effort", "mean effort reported with tickets, less is more", higher=False),
    Sign("tickets", "effort", "requests for help in the window, fewer is more", higher=False),
    Sign("usage", "usage", "days with use in the window"),
    Sign("tenure", "tenure", "days from first to last order, or under contract"),
    Sign("response", "response", "mean time to the first answer to a ticket, shorter is more", higher=False),
    Sign("discount", "discount", "discount as a share of the price before it, in the window"),
)
"""What may be known of the value to the customer; what a person names stands before what is counted."""


def signs_query(base: Base, basis: ValueBasis) -> ir.Table:
    """Everything that the exchange is told by, one row a customer, as it was counted.

    Args:
        base: The base with what customers are worth.
        basis: What the business is worth of them, from :func:`custrata.economics.portfolio.value_basis`.

    Returns:
        ``customer_id``, the columns of :data:`SIGNS`, ``recommends`` (mean answer from 0 to 10),
        ``referrals`` (customers they brought) and ``worth``; what is not known is empty, never filled in.

    Raises:
        SettingError: ``exchange.columns`` names no attribute of the customers.
    """
    people = base.tables["customers"]
    people = people.filter(people.status.fill_null("customer") != "prospect")
    found = people.select(
        "customer_id",
        worth=value_of(people, basis).cast("float64"),
        bought_for=_bought_for(people),
        **_stated(base, people),
    )
    sides = (_answered(base), _helped(base), _used(base), _held(base), _spared(base), _referred(base))
    for side in sides:
        if side is not None:
            new = [name for name in side.columns if name != "customer_id"]
            found = found.left_join(side, "customer_id").select(*found.columns, *new)
    there = {name: found[name] if name in found.columns else ibis.null("float64") for name in _COLUMNS}
    tenure = [found[c] for c in ("held_for", "bought_for") if c in found.columns]
    # Rounded to what tells customers apart: the percentiles are taken over distinct values.
    there |= {name: there[name].round(digits) for name, digits in _DIGITS.items()}
    there["tenure"] = tenure[0] if len(tenure) == 1 else ibis.greatest(*tenure)
    if base.has("tickets.opened_at"):  # who opened none had none: that is known
        there["tickets"] = there["tickets"].fill_null(0)
    return found.select("customer_id", "worth", **{n: v.cast("float64") for n, v in there.items()})


_DIGITS = {"satisfaction": 3, "effort_answer": 3, "ticket_effort": 3, "response": 0, "discount": 4}
_COLUMNS = (*(sign.column for sign in SIGNS), "recommends", "referrals")


def _stated(base: Base, people: ir.Table) -> dict[str, ir.Value]:
    """The attributes that the settings name, as numbers; text that is none is not known."""
    found: dict[str, ir.Value] = {}
    for part, name in base.settings.exchange.columns.items():
        column = next((c for c in (name, stated_name(name)) if c in base.attributes), None)
        if column is None:
            near = difflib.get_close_matches(name, base.attributes, n=3, cutoff=0.6) or base.attributes
            raise SettingError(
                f"customers have no attribute {name!r}",
                where=f"exchange.columns.{part}",
                remedy=f"try {' or '.join(near)}" if near else "name a column of customers",
            )
        found[f"stated_{part}"] = people[column].try_cast("float64")
    return found


def _bought_for(people: ir.Table) -> ir.Value:
    known = "last_order_age" in people.columns
    return people.last_order_age.cast("float64") if known else ibis.null("float64")


def _mean(value: ir.Value, where: ir.BooleanValue) -> ir.Value:
    """An exact mean: the sum of decimals does not depend on the order of rows."""
    return value.round(6).cast(_EXACT).sum(where=where).cast("float64") / value.count(where=where)


def _answered(base: Base) -> ir.Table | None:
    if not base.has("feedback.rating", "feedback.customer_id"):
        return None
    rows = base.tables["feedback"]
    rows = rows.filter(rows.rating.notnull() & rows.customer_id.notnull())
    usual = ibis.cases(*((rows.instrument == name, top) for name, top in _TOP.items()))
    best, worst = rows.rating_max.coalesce(usual), rows.rating_min.fill_null(1)
    scaled = (rows.rating - worst).cast("float64") / (best - worst).nullif(0).cast("float64")
    asked = rows.instrument.isin(("csat", "review", "survey")) & scaled.between(0, 1)
    signs = {"satisfaction": _mean(scaled, asked.fill_null(False))}
    high = base.settings.exchange.high_effort_answer
    if high is not None:
        answer = rows.rating.cast("float64") * (1 if high == "easy" else -1)
        signs["effort_answer"] = _mean(answer, rows.instrument == "ces")
    signs["recommends"] = _mean(
        rows.rating.cast("float64"), (rows.instrument == "nps") & (rows.rating_max.fill_null(10) == 10)
    )
    return rows.group_by("customer_id").aggregate(**signs)


def _helped(base: Base) -> ir.Table | None:
    if not base.has("tickets.opened_at"):
        return None
    window, rows = _window(base), base.tables["tickets"]
    rows = rows.filter(rows.opened_at.date().between(window.start, window.end))
    waited = rows.first_response_at.epoch_seconds().cast("int64") - rows.opened_at.epoch_seconds().cast(
        "int64"
    )
    effort = rows.effort.cast("float64")
    return rows.group_by("customer_id").aggregate(
        tickets=rows.count(),
        ticket_effort=_mean(effort, effort.notnull()),
        response=_mean(waited / 60, (waited >= 0).fill_null(False)),
    )


def _used(base: Base) -> ir.Table | None:
    if not base.has("usage.occurred_at"):
        return None
    window, rows = _window(base), base.tables["usage"]
    day = rows.occurred_at.date()
    return rows.group_by("customer_id").aggregate(
        usage=day.nunique(where=day.between(window.start, window.end)).fill_null(0)
    )


def _held(base: Base) -> ir.Table | None:
    if not base.has("subscriptions.started_on"):
        return None
    rows = base.tables["subscriptions"]
    last = ibis.least(rows.ended_on.fill_null(base.as_of), ibis.literal(base.as_of, "date")).max()
    return rows.group_by("customer_id").aggregate(
        held_for=ibis.greatest(last.delta(rows.started_on.min(), unit="day"), 0).cast("float64")
    )


def _spared(base: Base) -> ir.Table | None:
    if not base.has("transactions.discount", "transactions.amount"):
        return None
    rows = sales(base, _window(base), ())
    rows = rows.filter((rows.kind == "sale") & rows.customer_id.notnull())
    given, paid = rows.discount.fill_null(0).sum(), rows.amount.sum()
    return rows.group_by("customer_id").aggregate(
        discount=given.cast("float64") / (paid + given).cast("float64").nullif(0)
    )


def _referred(base: Base) -> ir.Table | None:
    if not base.has("referrals.referrer_id"):
        return None
    rows = base.tables["referrals"]
    return rows.group_by(customer_id=rows.referrer_id).aggregate(referrals=rows.referred_id.nunique())


def _window(base: Base) -> Period:
    return base.windows.get("current", base.windows["all"])
