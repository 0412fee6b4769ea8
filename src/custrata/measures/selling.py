"""How customers are won and reached: the sales pipeline and campaigns."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import count, exact, middle, ratio, share, tally, total
from custrata.measures.kernel.measure import MONEY, Estimate, Formula, Measure, Row
from custrata.measures.population import population
from custrata.vocabulary import Direction, Period, Timing

_DECIDED = ("opportunities.won",)
_NO_DEALS = "no opportunity was decided in the period"


def decided(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row an opportunity decided in the window; without a day of decision it counts when opened."""
    rows = _opportunities(base)
    rows = rows.mutate(on=rows.closed_on.coalesce(rows.created_on)).filter(rows.won.notnull())
    return attach(rows.filter(rows.on.between(window.start, window.end)), base, dimensions)


def pipeline(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row an opportunity that is open at the cut."""
    rows = _opportunities(base)
    return attach(rows.mutate(on=rows.created_on).filter(rows.won.isnull()), base, dimensions)


def reached(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer known by the end of the window: whether a campaign touched them in it."""
    rows = contacts(base, window, ())
    touched = rows.filter(rows.customer_id.notnull()).select("customer_id").distinct().mutate(touched=True)
    people = population(base, window, ()).left_join(touched, "customer_id").drop("customer_id_right")
    return attach(people.mutate(touched=people.touched.fill_null(False)), base, dimensions)


def contacts(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a contact of a campaign in the window, control groups left out; undated ones are in ``all``."""
    rows = base.tables["touches"]
    rows = rows.filter(rows.arm.fill_null("treated") != "control").mutate(on=rows.occurred_at.date())
    within = rows.on.between(window.start, window.end)
    return attach(rows.filter(within.fill_null(window.name == "all")), base, dimensions)


def _opportunities(base: Base) -> ibis.Table:
    return base.tables["opportunities"].rename(deal_stage="stage", deal_kind="kind", deal_owner="owner")


def _won(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"won": t.won.sum(), "decided": t.count()}


def _won_money(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"money": t.amount.sum(where=t.won), "won": t.won.sum()}


def _cycle(t: ibis.Table) -> dict[str, ibis.Value]:
    days = t.closed_on.delta(t.created_on, unit="day")
    known = (t.won & (days >= 0)).fill_null(False)
    return {"days": days.quantile(0.5, where=known), "won": known.sum()}


def open_money(row: Row) -> Estimate:
    """Money of the open opportunities; unknown when there are some and none has an amount."""
    n = count(row, "open")
    if n and not count(row, "priced"):
        return Estimate(None, n, reason="no open opportunity has an amount")
    return Estimate(float(exact(row, "money")), n)


MEASURES = (
    Measure(
        "win_rate",
        "Win rate",
        "Share of the opportunities decided in the period that were won.",
        "share",
        "opportunities",
        (Formula(_DECIDED, decided, _won, share("won", "decided", _NO_DEALS)),),
        timing=Timing.LEADING,
        grain="opportunity",
    ),
    Measure(
        "won_revenue",
        "Won revenue",
        "Amount of the opportunities won in the period.",
        MONEY,
        "opportunities",
        (Formula((*_DECIDED, "opportunities.amount"), decided, _won_money, total("money", "won")),),
        grain="opportunity",
    ),
    Measure(
        "open_pipeline",
        "Open pipeline",
        "Amount of the opportunities that are open at the cut.",
        MONEY,
        "opportunities",
        (
            Formula(
                ("opportunities.created_on", "opportunities.amount"),
                pipeline,
                lambda t: {"money": t.amount.sum(), "priced": t.amount.count(), "open": t.count()},
                open_money,
            ),
        ),
        timing=Timing.LEADING,
        grain="opportunity",
        periods=("all",),
    ),
    Measure(
        "sales_cycle_days",
        "Sales cycle",
        "Median days from opening an opportunity to winning it.",
        "days",
        "opportunities",
        (
            Formula(
                (*_DECIDED, "opportunities.created_on", "opportunities.closed_on"),
                decided,
                _cycle,
                middle("days", "won", "no opportunity was won in the period"),
            ),
        ),
        Direction.LOWER,
        Timing.LEADING,
        grain="opportunity",
    ),
    Measure(
        "campaigns",
        "Campaigns",
        "Number of campaigns that contacted a customer in the period.",
        "campaigns",
        "campaigns",
        (
            Formula(
                ("touches.campaign_id",),
                contacts,
                lambda t: {"campaigns": t.campaign_id.nunique()},
                tally("campaigns"),
            ),
        ),
        Direction.NEITHER,
        Timing.LEADING,
        grain="contact",
    ),
    Measure(
        "campaign_reach",
        "Campaign reach",
        "Share of the customers known by the end of the period whom a campaign contacted in it.",
        "share",
        "customers",
        (
            Formula(
                ("touches.campaign_id",),
                reached,
                lambda t: {"touched": t.touched.sum(), "people": t.count()},
                ratio("touched", "people", "people", "there are no customers"),
            ),
        ),
        Direction.NEITHER,
        Timing.LEADING,
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
