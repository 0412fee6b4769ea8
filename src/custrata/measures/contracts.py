"""What runs by contract: spells, the revenue a month they bring, and how many end."""

from __future__ import annotations

import datetime as dt

import ibis

from custrata.customers import Base
from custrata.measures.kernel.dimensions import TIME, attach, months_ahead
from custrata.measures.kernel.estimates import count, exact, ratio, share, tally, total
from custrata.measures.kernel.measure import MONEY, STEPS, Estimate, Formula, Measure, Row
from custrata.vocabulary import Direction, Period

_MRR = ("subscriptions.started_on", "subscriptions.mrr")
_ENDS = ("subscriptions.started_on", "subscriptions.ended_on")
MONTHS_A_DAY = 12 / 365.25
_NO_CONTRACT = "no contract runs on the last day of the period"


def runs_on(spells: ibis.Table, day: dt.date | ibis.Value) -> ibis.Value:
    """Whether a spell runs at the end of a day: begun by then, and not ended on it or before."""
    that_day = ibis.literal(day, "date") if isinstance(day, dt.date) else day
    return (spells.started_on <= that_day) & (spells.ended_on.isnull() | (spells.ended_on > that_day))


def spells_by_time(base: Base, window: Period, time: str | None) -> ibis.Table:
    """Spells that ran in the window, once for each month, quarter or year of it that they touch.

    Returns:
        The columns of subscriptions; ``on`` (first day in that part of time), ``days`` (how many days of it
        the spell ran), ``runs`` (whether it runs at its end), ``held_before`` (or ran on the day before it).
    """
    spells = base.tables["subscriptions"]
    starts, ends = ibis.literal(window.start, "date"), ibis.literal(window.end, "date")
    if time is None:
        spells = spells.mutate(opens=starts, closes=ends)
    else:
        spells = spells.cross_join(_parts_of(window, STEPS[time], months_ahead(base, STEPS[time])))
        spells = spells.mutate(
            opens=ibis.greatest(spells.opens, starts), closes=ibis.least(spells.closes, ends)
        )
    first_day = (
        spells.opens - ibis.interval(days=1) if window.name == "all" and time is None else spells.opens
    )
    spells = spells.filter(
        (spells.started_on <= spells.closes) & (spells.ended_on.isnull() | (spells.ended_on > first_day))
    )
    on = ibis.greatest(spells.started_on, spells.opens)
    last = ibis.least(
        spells.ended_on.coalesce(spells.closes + ibis.interval(days=1)), spells.closes + ibis.interval(days=1)
    )
    return spells.mutate(
        on=on,
        days=ibis.greatest(last.cast("date").delta(on, unit="day"), 0),
        runs=runs_on(spells, spells.closes),
        held_before=runs_on(spells, spells.opens - ibis.interval(days=1)),
    )


def spells(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a spell that ran in the window, or in each part of time that is asked for."""
    time = next((d for d in dimensions if d in TIME), None)
    rows = spells_by_time(base, window, time)
    ended = rows.ended_on.between(ibis.greatest(rows.opens, rows.started_on), rows.closes).fill_null(False)
    return attach(rows.mutate(ended=ended), base, dimensions)


def holders(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer with a contract in the window: whether one ran before, and whether one runs yet."""
    rows = spells(base, window, dimensions)
    return rows.group_by("customer_id", *dimensions).aggregate(
        held_before=rows.held_before.any(), holds=rows.runs.any()
    )


def _parts_of(window: Period, step: int, ahead: int) -> ibis.Table:
    first = window.start.year * 12 + window.start.month - 1
    first -= (first + ahead) % step
    last = window.end.year * 12 + window.end.month - 1
    parts = ibis.range(0, (last - first) // step + 1).unnest().name("part").as_table()
    origin = ibis.literal(dt.date(first // 12, first % 12 + 1, 1), "date")
    opens = (origin + (parts.part.cast("int64") * step).as_interval("M")).cast("date")
    closes = (opens + ibis.interval(months=step) - ibis.interval(days=1)).cast("date")
    return parts.select(opens=opens, closes=closes)


def _running(t: ibis.Table) -> dict[str, ibis.Value]:
    return {
        "mrr": t.mrr.sum(where=t.runs),
        "contracts": t.runs.sum(),
        "customers": t.customer_id.nunique(where=t.runs),
    }


def _revenue(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"mrr_days": (t.mrr * t.days).sum(), "customers": t.customer_id.nunique()}


def _revenue_estimate(row: Row) -> Estimate:
    return Estimate(float(exact(row, "mrr_days")) * MONTHS_A_DAY, count(row, "customers"))


REVENUE_FROM_CONTRACTS = Formula(
    _MRR,
    spells,
    _revenue,
    _revenue_estimate,
    "Computed from contracts: revenue a month for the days they ran, a month being 30.44 days.",
)
"""Revenue where no transaction says it."""

_CHURN = (
    Formula(
        _ENDS,
        holders,
        lambda t: {"ended": (~t.holds).sum(), "ever": t.count()},
        share("ended", "ever", "no customer has a contract"),
        "Counted over all customers who ever had one.",
        periods=("all",),
    ),
    Formula(
        _ENDS,
        holders,
        lambda t: {"lost": (t.held_before & ~t.holds).sum(), "opening": t.held_before.sum()},
        share("lost", "opening", "no contract ran on the day before the period"),
        "Counted over the customers who had one on the day before the period.",
        periods=("current", "previous"),
    ),
)

MEASURES = (
    Measure(
        "mrr",
        "Revenue a month by contract",
        "Revenue a month of the contracts that run on the last day of the period.",
        MONEY,
        "contracts",
        (Formula(_MRR, spells, _running, total("mrr", "contracts")),),
        grain="contract",
    ),
    Measure(
        "average_mrr",
        "Average revenue a month",
        "Revenue a month by contract, divided by the customers who have one running on the last day.",
        MONEY,
        "customers",
        (Formula(_MRR, spells, _running, ratio("mrr", "customers", "customers", _NO_CONTRACT)),),
        grain="contract",
    ),
    Measure(
        "contracts",
        "Contracts",
        "Number of contracts that run on the last day of the period.",
        "contracts",
        "contracts",
        (Formula(("subscriptions.started_on",), spells, lambda t: {"runs": t.runs.sum()}, tally("runs")),),
        grain="contract",
    ),
    Measure(
        "spell_end_rate",
        "Contracts ended",
        "Share of the contracts that ran in the period that ended in it; a change of price ends a spell too.",
        "share",
        "contracts",
        (
            Formula(
                _ENDS,
                spells,
                lambda t: {"ended": t.ended.sum(), "spells": t.count()},
                share("ended", "spells", "no contract ran in the period"),
            ),
        ),
        Direction.LOWER,
        grain="contract",
    ),
    Measure(
        "customer_churn_rate",
        "Customer churn",
        "Share of customers with a contract whose contracts all have ended by the last day of the period.",
        "share",
        "customers",
        _CHURN,
        Direction.LOWER,
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
