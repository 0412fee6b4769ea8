"""Revenue and how it moves: a bridge between two windows that closes to the cent, and what was kept."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace
from decimal import Decimal

import ibis

from custrata.customers import Base
from custrata.measures.contracts import REVENUE_FROM_CONTRACTS, runs_on
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import Z95, count, exact, ratio, share, tally, total
from custrata.measures.kernel.exact import CENTS, MONEY_SUM, squared
from custrata.measures.kernel.measure import MONEY, Estimate, Estimator, Formula, Measure, Row, Statistics
from custrata.measures.orders import CUSTOMER_SALES, REVENUE_FROM_ORDERS, sold
from custrata.vocabulary import Direction, Period, Timing

_BY_CONTRACT = "Contract revenue a month, on the day before the window and on its last day."
_BY_ORDER = "Revenue of known customers in the window, against the window of equal length before it."


def order_movements(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer with a transaction in the window or the one before: opening and closing revenue.

    The kind of movement is told by transactions, not by the sign of money: lost is who has none in the
    window, new who never had one before it.
    """
    people = _from_spans(base) if _is_current(base, window) else _from_orders(base, window)
    return attach(_moved(people), base, dimensions)


def _is_current(base: Base, window: Period) -> bool:
    """Whether the sums by span tell this window and the one before it apart."""
    earlier, previous = window.start - dt.timedelta(days=window.days), base.windows.get("previous")
    whole = base.windows.get("current") == window and previous is not None and previous.start == earlier
    return whole and CUSTOMER_SALES in base.tables


def _from_spans(base: Base) -> ibis.Table:
    rows = base.tables[CUSTOMER_SALES]
    rows = rows.filter(rows.customer_id.notnull())
    now = (rows.span == "current").fill_null(False)
    return rows.group_by("customer_id").aggregate(
        opening=rows.amount.sum(where=rows.span == "previous"),
        closing=rows.amount.sum(where=now),
        known=(~now).any(),
    )


def _from_orders(base: Base, window: Period) -> ibis.Table:
    earlier = window.start - dt.timedelta(days=window.days)
    rows = sold(base, Period("all", dt.date.min, window.end), ())
    rows = rows.filter(rows.customer_id.notnull())
    now, before = rows.on >= window.start, rows.on.between(earlier, window.start - dt.timedelta(days=1))
    return rows.group_by("customer_id").aggregate(
        opening=rows.amount.sum(where=before),
        closing=rows.amount.sum(where=now),
        known=(rows.on < window.start).any(),
    )


def contract_movements(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer with a contract on the day before the window or on its last day: revenue a month."""
    rows = base.tables["subscriptions"]
    eve = window.start - dt.timedelta(days=1)
    people = rows.group_by("customer_id").aggregate(
        opening=rows.mrr.sum(where=runs_on(rows, eve)),
        closing=rows.mrr.sum(where=runs_on(rows, window.end)),
        known=(rows.started_on <= eve).any(),
    )
    return attach(_moved(people), base, dimensions)


def reported(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer with the revenue that the source reports for them."""
    people = base.tables["customers"]
    return attach(
        people.filter(people.reported_revenue.notnull()).select("customer_id", "reported_revenue"),
        base,
        dimensions,
    )


def _moved(people: ibis.Table) -> ibis.Table:
    """Opening and closing money (0 where there is none) with the kind of each customer's movement."""
    was, is_now = people.opening.notnull(), people.closing.notnull()
    people = people.mutate(
        was=was, is_now=is_now, opening=people.opening.fill_null(0), closing=people.closing.fill_null(0)
    ).filter(was | is_now)
    change = (people.closing - people.opening).cast(MONEY_SUM)
    stays = people.was & people.is_now
    zero = ibis.literal(0, MONEY_SUM)

    def when(condition: ibis.Value, money: ibis.Value) -> ibis.Value:
        return condition.ifelse(money, zero)

    return people.mutate(
        new=when(~people.was & ~people.known, change),
        reactivated=when(~people.was & people.known, change),
        expansion=when(stays & (change > 0), change),
        contraction=when(stays & (change < 0), -change),
        lost=when(~people.is_now, -change),
        opening_cents=people.opening.cast(CENTS),
        kept_cents=when(stays, ibis.least(people.opening, people.closing)).cast(CENTS),
        grown_cents=when(stays, people.closing).cast(CENTS),
    )


def _sum_of(column: str, who: str) -> tuple[Formula, ...]:
    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        return {"money": t[column].sum(), "people": _who(t, who).sum()}

    return _either_way(statistics, total("money", "people"))


def _count_of(who: str) -> tuple[Formula, ...]:
    return _either_way(lambda t: {"people": _who(t, who).sum()}, tally("people"))


def _who(t: ibis.Table, who: str) -> ibis.Value:
    return {
        "opening": t.was,
        "closing": t.is_now,
        "gained": ~t.was & ~t.known,
        "reactivated": ~t.was & t.known,
        "expanding": t.was & t.is_now & (t.closing > t.opening),
        "contracting": t.was & t.is_now & (t.closing < t.opening),
        "lost": t.was & ~t.is_now,
    }[who]


def _either_way(statistics: Statistics, estimate: Estimator) -> tuple[Formula, ...]:
    return (
        Formula(
            ("subscriptions.started_on", "subscriptions.mrr"),
            contract_movements,
            statistics,
            estimate,
            _BY_CONTRACT,
        ),
        Formula(("transactions.amount",), order_movements, statistics, estimate, _BY_ORDER),
    )


def _kept_sums(column: str, estimate: Estimator) -> tuple[Formula, ...]:
    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        x, y = t.opening_cents, t[column]
        return {
            "opening": x.sum(),
            "kept": y.sum(),
            "people": t.was.sum(),
            "xx": squared(x, x),
            "xy": squared(x, y),
            "yy": squared(y, y),
        }

    return _either_way(statistics, estimate)


def kept_share(row: Row) -> Estimate:
    """Like :func:`retained_share`, where no customer can bring more than before: nothing above 1."""
    e = retained_share(row)
    return e if e.high is None else replace(e, high=min(1.0, e.high))


def retained_share(row: Row) -> Estimate:
    """Kept over opening money, with the normal interval of a ratio of sums over customers.

    Args:
        row: ``opening`` and ``kept`` money, ``people``, and the sums ``xx``, ``xy``, ``yy`` of squares and
            products.

    Source:
        W. G. Cochran, Sampling Techniques (3rd ed. 1977), chapter 6 (ratio estimators).
    """
    opening, kept, n = exact(row, "opening"), exact(row, "kept"), count(row, "people")
    if opening <= 0:
        return Estimate(None, n, reason="there is no opening revenue to keep")
    r = kept / opening
    if n < 2:
        return Estimate(float(r), n)
    squares = max(Decimal(0), exact(row, "yy") - 2 * r * exact(row, "xy") + r * r * exact(row, "xx"))
    half = Z95 * math.sqrt(squares * n / (n - 1)) / float(opening)
    # What is kept is below 0 only where more comes back than is bought.
    low = float(r) - half if r < 0 else max(0.0, float(r) - half)
    return Estimate(float(r), n, low, float(r) + half, "ratio of sums, 95%")


def _movement(name: str, title: str, definition: str, column: str, who: str, better: Direction) -> Measure:
    formulas = _sum_of(column, who)
    return Measure(name, title, definition, MONEY, "customers", formulas, better, periods=("current",))


def _headcount(name: str, title: str, definition: str, who: str, better: Direction) -> Measure:
    return Measure(
        name, title, definition, "customers", "customers", _count_of(who), better, periods=("current",)
    )


_UP, _DOWN = Direction.HIGHER, Direction.LOWER

MEASURES = (
    Measure(
        "revenue",
        "Revenue",
        "Money received for sales, net of refunds and adjustments.",
        MONEY,
        "orders",
        (
            REVENUE_FROM_ORDERS,
            Formula(
                ("customers.reported_revenue",),
                reported,
                lambda t: {"money": t.reported_revenue.sum(), "people": t.count()},
                total("money", "people"),
                "No transactions are at hand: the revenue to date that the source reports for each customer.",
                periods=("all",),
                dated=False,
            ),
            REVENUE_FROM_CONTRACTS,
        ),
        grain="order",
    ),
    _movement(
        "opening_revenue", "Opening revenue", "What the bridge starts from.", "opening", "opening", _UP
    ),
    _movement("new_revenue", "New revenue", "From customers never seen before.", "new", "gained", _UP),
    _movement(
        "reactivated_revenue",
        "Revenue back after a window away",
        "From customers known from earlier who were not there in the window before and are back; the stage "
        "won back counts others, who came back lately after a long silence.",
        "reactivated",
        "reactivated",
        _UP,
    ),
    _movement(
        "expansion_revenue",
        "Expansion revenue",
        "What customers who stayed bring more than before.",
        "expansion",
        "expanding",
        _UP,
    ),
    _movement(
        "contraction_revenue",
        "Contraction",
        "What customers who stayed bring less than before, as a positive number.",
        "contraction",
        "contracting",
        _DOWN,
    ),
    _movement(
        "lost_revenue",
        "Lost revenue",
        "What customers who were there in the window before, and are not any more, had brought then; "
        "a positive number.",
        "lost",
        "lost",
        _DOWN,
    ),
    Measure(
        "new_to_expansion",
        "New to expansion",
        "Revenue from customers never seen before, for each unit that customers who stayed bring more.",
        "ratio",
        "customers",
        _either_way(
            lambda t: {"new": t.new.sum(), "expansion": t.expansion.sum(), "people": t.is_now.sum()},
            ratio("new", "expansion", "people", "no customer who stayed brings more than before"),
        ),
        Direction.NEITHER,
        periods=("current",),
    ),
    _movement("closing_revenue", "Closing revenue", "What the bridge ends at.", "closing", "closing", _UP),
    _headcount(
        "opening_customers", "Opening customers", "Customers at the start of the bridge.", "opening", _UP
    ),
    _headcount("gained_customers", "Gained customers", "Customers never seen before.", "gained", _UP),
    _headcount(
        "reactivated_customers",
        "Customers back after a window away",
        "Customers known from earlier who were not there in the window before and are back; the stage "
        "won back is another count, of those who came back lately after a long silence.",
        "reactivated",
        _UP,
    ),
    _headcount(
        "lost_customers",
        "Lost customers",
        "Customers who were there in the window before and are not any more; the stage lapsed is another "
        "count, of those who have been silent for long on the last day.",
        "lost",
        _DOWN,
    ),
    _headcount(
        "closing_customers", "Closing customers", "Customers at the end of the bridge.", "closing", _UP
    ),
    Measure(
        "gross_revenue_retention",
        "Gross revenue retention",
        "Share of the opening revenue that the same customers still bring, growth not counted.",
        "share",
        "customers",
        _kept_sums("kept_cents", kept_share),
        timing=Timing.LAGGING,
        periods=("current",),
    ),
    Measure(
        "net_revenue_retention",
        "Net revenue retention",
        "What the opening customers bring now as a share of what they brought before, growth counted.",
        "share",
        "customers",
        _kept_sums("grown_cents", retained_share),
        periods=("current",),
    ),
    Measure(
        "logo_retention",
        "Customer retention",
        "Share of the customers at the start who are still there at the end.",
        "share",
        "customers",
        _either_way(
            lambda t: {"stayed": (t.was & t.is_now).sum(), "opening": t.was.sum()},
            share("stayed", "opening", "there is no opening customer to keep"),
        ),
        periods=("current",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
