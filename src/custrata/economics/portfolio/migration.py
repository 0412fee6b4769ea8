"""How do customers move between tiers, and is it they who move or the boundary?"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from custrata.customers import Base
from custrata.economics.portfolio.basis import ValueBasis, best_basis
from custrata.economics.portfolio.boundaries import UPPER, Boundaries
from custrata.economics.portfolio.tiers import tier_at
from custrata.measures.contracts import runs_on
from custrata.measures.orders import CUSTOMER_SALES, SPANS, orders_of

MOVED_BY = ("own", "others", "new", "returned", "gone")
"""Why a customer stands elsewhere than one window ago; empty for who stays."""

_MONEY = "decimal(38, 6)"
_BY_WINDOW = {
    "margin": "gross margin of the current window against that of the one before",
    "revenue": "revenue of the current window against that of the one before",
    "mrr": "monthly revenue of contracts on the last day against that on the day before the current window",
}


def moving_basis(base: Base, basis: ValueBasis) -> tuple[ValueBasis | None, str]:
    """By which value the tiers of two windows are compared, and the sentence that says so.

    Args:
        base: The base, with its windows.
        basis: What ranks customers now.

    Returns:
        The basis, None where the value of another day is not known; and a sentence.
    """
    if "previous" not in base.windows:
        return None, "Moves between tiers cannot be told: the history is too short for two windows."
    past = basis
    if basis in ("contribution", "lifetime_value"):
        past = best_basis(base.provided) or "reported_revenue"
    if past == "reported_revenue":
        return (
            None,
            "Moves between tiers cannot be told: revenue to date does not say what it was a window ago.",
        )
    instead = "" if past == basis else f" {basis.replace('_', ' ').capitalize()} as it was then is not known."
    sentence = f"Moves between tiers compare {_BY_WINDOW[past]}, of customers who were there.{instead}"
    return past, sentence


def window_values_query(base: Base, basis: ValueBasis) -> ir.Table:
    """What each customer brought in the previous and in the current window, with their ranks.

    Args:
        base: The base with both windows.
        basis: ``margin``, ``revenue`` or ``mrr``, from :func:`moving_basis`.

    Returns:
        ``customer_id, value_before, value_now, place_before, place_now, known_before``: ranks from 1, empty
        for who had no transaction in the window or no contract on its last day; and whether the customer
        was known before the previous window.
    """
    values = _contract_values(base) if basis == "mrr" else _order_values(base, basis)
    values = values.filter(values.was | values.is_now)

    def placed(there: ir.BooleanValue, value: ir.DecimalValue) -> ir.IntegerValue:
        order = [there.desc(), value.desc(nulls_first=False), values.customer_id.asc()]
        return ibis.ifelse(there, ibis.row_number().over(order_by=order) + 1, ibis.null("int64"))

    return values.select(
        "customer_id",
        "value_before",
        "value_now",
        "known_before",
        place_before=placed(values.was, values.value_before),
        place_now=placed(values.is_now, values.value_now),
    )


def _order_values(base: Base, basis: ValueBasis) -> ir.Table:
    rows = _spanned(base)
    rows = rows.filter(rows.customer_id.notnull())
    money = rows.costed_amount - rows.cost if basis == "margin" else rows.amount
    then = (rows.span == "previous").fill_null(False)
    now = (rows.span == "current").fill_null(False)
    return rows.group_by("customer_id").aggregate(
        value_before=money.sum(where=then).cast(_MONEY),
        value_now=money.sum(where=now).cast(_MONEY),
        was=then.any(),
        is_now=now.any(),
        known_before=rows.span.isnull().any(),
    )


def _spanned(base: Base) -> ir.Table:
    """What was sold, with the window it falls in: added up by customer where that is held, else by order."""
    if CUSTOMER_SALES in base.tables:
        return base.tables[CUSTOMER_SALES]
    rows = orders_of(base)
    windows = [base.windows[name] for name in SPANS]
    cases = [(rows.on.between(w.start, w.end), ibis.literal(w.name)) for w in windows]
    return rows.mutate(span=ibis.cases(*cases, else_=ibis.null("string")))


def _contract_values(base: Base) -> ir.Table:
    spells = base.tables["subscriptions"]
    eve = base.windows["current"].start - dt.timedelta(days=1)
    then, now = runs_on(spells, eve), runs_on(spells, base.as_of)
    return spells.group_by("customer_id").aggregate(
        value_before=spells.mrr.sum(where=then).cast(_MONEY),
        value_now=spells.mrr.sum(where=now).cast(_MONEY),
        was=then.any(),
        is_now=now.any(),
        known_before=(spells.started_on <= eve).any(),
    )


def boundary_values_query(
    values: ir.Table, ranks_before: tuple[int, ...], ranks_now: tuple[int, ...]
) -> ir.Table:
    """The values at the last rank of each tier, in one row; empty where nobody stands in it or above.

    Args:
        values: From :func:`window_values_query`.
        ranks_before: Last ranks of the tiers but the last, in the previous window.
        ranks_now: The same in the current window.

    Returns:
        ``before_0, before_1, before_2, now_0, now_1, now_2``.
    """
    ends = {
        f"before_{k}": values.value_before.max(where=values.place_before == r)
        for k, r in enumerate(ranks_before)
    }
    ends |= {f"now_{k}": values.value_now.max(where=values.place_now == r) for k, r in enumerate(ranks_now)}
    return values.aggregate(**ends)


def tier_moves_query(
    values: ir.Table, before: Boundaries, now: Boundaries, hysteresis: float = 0.0
) -> ir.Table:
    """Each customer's tier one window ago and now, and who moved them.

    Who changes tier moved by their own value (``own``) when it crossed, in the direction of the move, the
    boundary as it was; else the others moved the boundary (``others``). With hysteresis a customer keeps the
    last tier until the value has passed the boundary of today by that share.

    Args:
        values: From :func:`window_values_query`.
        before: Boundaries of the previous window, with their values.
        now: Boundaries of the current window, with their values.
        hysteresis: Share of a boundary, 0 or more; 0 moves customers at the boundary.

    Returns:
        ``customer_id, tier_before, tier_now, value_before, value_now, moved_by``; tiers empty where the
        customer was not there, ``moved_by`` one of :data:`MOVED_BY`, empty for who stays.
    """
    nobody = ibis.null("int64")
    was, is_now = values.place_before.notnull(), values.place_now.notnull()
    then = was.ifelse(before.place(values.value_before, values.place_before), nobody)
    today = now.place(values.value_now, values.place_now)
    if hysteresis:
        today = was.ifelse(held_place(then, values.value_now, now, hysteresis), today)
    moved = values.mutate(then=then, today=is_now.ifelse(today, nobody))
    return moved.select(
        "customer_id",
        tier_before=moved.then.notnull().ifelse(tier_at(moved.then), ibis.null("string")),
        tier_now=moved.today.notnull().ifelse(tier_at(moved.today), ibis.null("string")),
        value_before=moved.value_before,
        value_now=moved.value_now,
        moved_by=_moved_by(moved, before),
    )


def held_place(
    last: ir.IntegerValue, value: ir.DecimalValue, now: Boundaries, hysteresis: float
) -> ir.IntegerValue:
    """The tier of a customer who keeps the last one until the value passes a boundary by a share of it.

    Args:
        last: The tier of the last period, 0 the highest.
        value: The value of today.
        now: The boundaries of today, with their values.
        hysteresis: The share, above 0.
    """
    lowest = now.by_value(value, hysteresis)
    highest = now.by_value(value, -hysteresis)
    return ibis.least(ibis.greatest(last, highest), lowest)


def _moved_by(moved: ir.Table, before: Boundaries) -> ir.StringValue:
    up, down = moved.today < moved.then, moved.today > moved.then
    grew = moved.value_now > moved.value_before
    # Equal values share a boundary: whose own value did not change has crossed nothing.
    rose = grew & _at_least(moved.value_now, moved.then - 1, before).fill_null(False)
    fell = ~grew & ~_at_least(moved.value_now, moved.then, before).fill_null(True)
    fell = fell & (moved.value_now != moved.value_before)
    own = ((up & rose) | (down & fell)).fill_null(True)
    return ibis.cases(
        (moved.then.isnull() & moved.known_before, "returned"),
        (moved.then.isnull(), "new"),
        (moved.today.isnull(), "gone"),
        ((up | down) & own, "own"),
        (up | down, "others"),
        else_=ibis.null("string"),
    )


def _at_least(value: ir.DecimalValue, place: ir.IntegerValue, ends: Boundaries) -> ir.BooleanValue:
    """Whether a value reaches the lower end of the tier at a place; empty where nobody stood there."""
    cases = [(place == k, value >= ends.least[k]) for k in range(len(UPPER)) if ends.least[k] is not None]
    nothing = ibis.null("boolean")
    return ibis.cases(*cases, else_=nothing) if cases else nothing
