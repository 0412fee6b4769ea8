"""What becomes of those who came together: retention and revenue of cohorts by age."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

import ibis

from custrata.customers import Base
from custrata.measures.contracts import MONTHS_A_DAY, spells_by_time
from custrata.measures.kernel.dimensions import attach, cohort_grain, months_ahead, reckoning_of, time_label
from custrata.measures.kernel.estimates import scaled, share, total
from custrata.measures.kernel.exact import MONEY_SUM
from custrata.measures.kernel.measure import MONEY, STEPS, Formula, Measure
from custrata.measures.orders import sold
from custrata.vocabulary import Period

_BY = ("cohort", "age")
_EMPTY = "the cohort is empty"


def buyer_cohorts(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each cohort of first orders and each age: its size, how many bought, and for how much."""
    rows = sold(base, window, ())
    rows = rows.filter(rows.customer_id.notnull())
    sale = rows.kind == "sale"
    first = _first_sales(base, window, rows)
    step = STEPS[cohort_grain(base)]
    part = _part(rows.on, step, months_ahead(base, step))
    done = rows.group_by("customer_id", part=part).aggregate(
        there=sale.any(), money=rows.amount.sum().cast(MONEY_SUM)
    )
    return _points(base, window, dimensions, first, done)


def _first_sales(base: Base, window: Period, rows: ibis.Table) -> ibis.Table:
    """The day of each customer's first sale in the window: over the whole history it is held."""
    if base.has("customers.first_order_on") and window == base.windows["all"]:
        return base.tables["customers"].select("customer_id", began="first_order_on")
    return rows.group_by("customer_id").aggregate(began=rows.on.min(where=rows.kind == "sale"))


def holder_cohorts(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each cohort of first contracts and age: its size, how many have one running yet."""
    grain = cohort_grain(base)
    first = base.tables["subscriptions"].group_by("customer_id").aggregate(began=lambda t: t.started_on.min())
    rows = spells_by_time(base, window, grain)
    done = rows.group_by(
        "customer_id", part=_part(rows.on, STEPS[grain], months_ahead(base, STEPS[grain]))
    ).aggregate(there=rows.runs.any(), money=(rows.mrr * rows.days).sum().cast(MONEY_SUM))
    return _points(base, window, dimensions, first, done)


def _points(
    base: Base, window: Period, dimensions: tuple[str, ...], first: ibis.Table, done: ibis.Table
) -> ibis.Table:
    """Every cohort at every age that was wholly observed, with zeros where nobody came."""
    own = tuple(d for d in dimensions if d not in _BY)
    grain = cohort_grain(base)
    step = STEPS[grain]
    ahead = months_ahead(base, step)
    last = _last_whole_part(window.end, step, ahead)
    began = first.began
    people = first.filter(began.notnull() & (_part(began, step, ahead) <= last))
    people = people.mutate(
        start=_part(people.began, step, ahead), cohort=time_label(people.began, grain, reckoning_of(base))
    )
    people = attach(people, base, own)
    cohorts = people.group_by(*own, "cohort", "start").aggregate(members=people.count())
    met = people.join(done, "customer_id")
    met = met.mutate(years=met.part - met.start)
    seen = met.group_by(*own, "cohort", "years").aggregate(
        there=met.there.sum(), money=met.money.sum().cast(MONEY_SUM)
    )
    ages = ibis.range(0, _parts_between(window, step) + 1).unnest().name("years").as_table()
    grid = cohorts.cross_join(ages.select(years=ages.years.cast("int64")))
    grid = grid.filter(grid.start + grid.years <= last)
    grid = grid.left_join(seen, [*own, "cohort", "years"])
    return grid.mutate(
        age=grid.years.cast("string"), there=grid.there.fill_null(0), money=grid.money.fill_null(0)
    ).select(*own, *_BY, "members", "there", "money")


def _part(day: ibis.Value, step: int, ahead: int) -> ibis.Value:
    months = day.year().cast("int64") * 12 + day.month().cast("int64") - 1
    months = months + ahead if ahead else months
    return (months - months % step) // step if step > 1 else months


def _last_whole_part(end: dt.date, step: int, ahead: int) -> int:
    months = end.year * 12 + end.month - 1 + ahead
    over = end.day == monthrange(end.year, end.month)[1]
    return (months + over) // step - 1


def _parts_between(window: Period, step: int) -> int:
    return (window.end.year * 12 + window.end.month - window.start.year * 12 - window.start.month) // step + 1


def _retained(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"there": t.there.sum(), "members": t.members.sum()}


def _brought(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"money": t.money.sum(), "members": t.members.sum()}


_CONTRACTS = ("subscriptions.started_on", "subscriptions.mrr")
_ORDERS = ("transactions.amount",)
_MONEY = total("money", "members")

MEASURES = (
    Measure(
        "cohort_retention",
        "Retention by cohort",
        "Share of the customers who came in the same part of time who are there at this age; "
        "what is not over yet is left out.",
        "share",
        "customers",
        (
            Formula(
                _CONTRACTS,
                holder_cohorts,
                _retained,
                share("there", "members", _EMPTY),
                "There means a contract running at the end of that part of time.",
            ),
            Formula(
                _ORDERS,
                buyer_cohorts,
                _retained,
                share("there", "members", _EMPTY),
                "There means with an order in it.",
            ),
        ),
        by=_BY,
        periods=("all",),
    ),
    Measure(
        "cohort_revenue",
        "Revenue by cohort",
        "Revenue that the customers who came in the same part of time bring at this age.",
        MONEY,
        "customers",
        (
            Formula(_ORDERS, buyer_cohorts, _brought, _MONEY),
            Formula(_CONTRACTS, holder_cohorts, _brought, scaled(_MONEY, MONTHS_A_DAY), "By contract."),
        ),
        by=_BY,
        periods=("all",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
