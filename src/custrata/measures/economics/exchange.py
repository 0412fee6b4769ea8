"""Who gives and who gets: both axes of the exchange, and how many customers stand where."""

from __future__ import annotations

from dataclasses import replace

import ibis

from custrata.customers import Base
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import mean, share, tally
from custrata.measures.kernel.measure import Estimate, Estimator, Formula, Measure, Row
from custrata.vocabulary import Direction, Period

_NEEDS = ("customers.value_to_customer", "customers.value_to_business")
_AXES = ("value_to_customer", "value_to_business")
_LABEL = "exchange"
_SCALE = "An index from 0 to 100: 50 is the middle of the customers who are known."


def exchanged(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer, with both axes where they are known."""
    people = base.tables["customers"]
    people = people.filter(people.status == "customer").select("customer_id", *_AXES, _LABEL)
    both = people.value_to_customer.notnull() & people.value_to_business.notnull()
    return attach(people.mutate(both=both), base, dimensions)


def placed(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer of whom both axes are known."""
    rows = exchanged(base, window, dimensions)
    return rows.filter(rows.both)


def within_scale(estimator: Estimator) -> Estimator:
    """The same estimate, with an interval that stays between 0 and 100."""

    def estimate(row: Row) -> Estimate:
        e = estimator(row)
        return (
            e if e.low is None or e.high is None else replace(e, low=max(0.0, e.low), high=min(100.0, e.high))
        )

    return estimate


def _axis(column: str, title: str, definition: str) -> Measure:
    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        value = t[column]
        squares = (value * value).cast("decimal(38, 12)").sum()
        return {"sum": value.sum(), "squares": squares, "people": value.count()}

    estimate = within_scale(mean("sum", "squares", "people", f"{column} is known of no customer"))
    formula = Formula(_NEEDS, exchanged, statistics, estimate, _SCALE, dated=False)
    return Measure(column, title, definition, "points", "customers", (formula,), periods=("all",))


MEASURES = (
    _axis(
        "value_to_customer",
        "Value to the customer",
        "Mean index of what customers get: satisfaction, ease, use, tenure, quick answers, discounts.",
    ),
    _axis(
        "value_to_business",
        "Value to the business",
        "Mean index of what customers give: what they are worth, and whom they bring.",
    ),
    Measure(
        "exchange_customers",
        "Exchange of value",
        "Number of customers who give and get much (balanced), give much and get little (under-served), get "
        "much and give little (over-served), or do little of either (misfit). Much is an equal part or more: "
        "what each would have if all had the same, unless the settings state a boundary.",
        "customers",
        "customers",
        (Formula(_NEEDS, placed, lambda t: {"people": t.count()}, tally("people"), dated=False),),
        Direction.NEITHER,
        by=(_LABEL,),
        periods=("all",),
    ),
    Measure(
        "exchange_known",
        "Exchange known",
        "Share of customers of whom both what they get and what they give are known.",
        "share",
        "customers",
        (
            Formula(
                _NEEDS,
                exchanged,
                lambda t: {"both": t.both.sum(), "people": t.count()},
                share("both", "people", "there are no customers"),
                dated=False,
            ),
        ),
        periods=("all",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
