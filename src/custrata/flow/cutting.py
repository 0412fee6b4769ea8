"""Step: the contract's tables become the canonical base as of one day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from custrata.customers import (
    Base,
    customers_query,
    cut,
    detect,
    last_day_query,
    read_history,
    relationship_query,
    stated_provided,
    windows,
)
from custrata.customers.buying_days import BUYING_DAYS, buying_days_query
from custrata.errors import ContractError
from custrata.flow.engine import Engine
from custrata.settings import Settings
from custrata.sources.account import Caveat
from custrata.sources.load.day import NOTIONAL_DAY
from custrata.vocabulary import Period

FAR_BEYOND_DAYS = 31
"""Days between the end of the data and the cut past which a caveat says it."""


@dataclass(frozen=True)
class CutBase:
    """The base with what was concluded about it."""

    base: Base
    relationship_reason: str
    caveats: tuple[Caveat, ...]


def cut_base(
    tables: tuple[str, ...],
    provided: frozenset[str],
    currency: str,
    notional: bool,
    settings: Settings,
    engine: Engine,
) -> CutBase:
    """Cut the loaded tables at the day asked for, or at the last day in the data.

    Args:
        tables: Canonical names; the engine holds them as ``loaded_…``.
        provided: Columns that hold data, as ``table.column``.
        currency: Code of the currency; empty when nothing says it.
        notional: Whether the days in the data are notional.
        settings: ``as_of`` may ask for another day.
        engine: Runs the queries and keeps the tables.

    Raises:
        ContractError: Nothing happened up to that day, or nobody is a customer.
    """
    loaded = {name: engine.table(f"loaded_{name}") for name in tables}
    history = read_history(engine.rows(last_day_query(loaded, provided))[0])
    as_of = settings.as_of or history.last or NOTIONAL_DAY
    first = history.first or as_of
    if first > as_of:
        raise ContractError(
            f"nothing happened up to {as_of}; the data begin on {first}",
            where="as_of",
            remedy="choose a later day",
        )
    known = _keep_cut(cut(loaded, provided, as_of), engine)
    engine.keep("customers", customers_query(known))
    if not engine.count("customers"):
        raise ContractError(
            "no customer is left", where=f"as of {as_of}", remedy="check the ids in custrata map"
        )
    if "transactions" in known:
        engine.keep(BUYING_DAYS, buying_days_query(known["transactions"]))
        known[BUYING_DAYS] = engine.table(BUYING_DAYS)
    relationship, reason = detect(engine.rows(relationship_query(known))[0], dated=not notional)
    base = Base(
        {**known, "customers": engine.table("customers")},
        stated_provided(provided - _NOTIONAL_DAYS if notional else provided),
        as_of,
        _windows(first, as_of, notional),
        relationship,
        currency,
        settings,
    )
    return CutBase(base, reason, (*history.caveats, *_beyond(history.last, as_of, notional)))


_NOTIONAL_DAYS = frozenset({"transactions.occurred_at"})
"""Days that the data do not really have: on one day nobody comes back, and that would be no finding."""


def _beyond(last: dt.date | None, as_of: dt.date, notional: bool) -> tuple[Caveat, ...]:
    """A day asked for long after the data end makes everybody look lapsed: that is said."""
    if last is None or notional or (as_of - last).days <= FAR_BEYOND_DAYS:
        return ()
    text = (
        f"The base is cut at {as_of}, but the last thing in the data happened on {last}: "
        f"the {(as_of - last).days:,} days between count as days without an order."
    )
    return (Caveat("data-end-before-cut", text),)


def _windows(first: dt.date, as_of: dt.date, notional: bool) -> dict[str, Period]:
    """The periods; on notional days only the whole history, as two halves of it compare nothing."""
    found = windows(first, as_of)
    return {"all": found["all"]} if notional else found


def _keep_cut(tables: dict[str, object], engine: Engine) -> dict[str, object]:
    """Materialise what the cut left, so that it is cut once; the list of customers goes by another name."""
    kept = {}
    for name, table in tables.items():
        relation = "listed_customers" if name == "customers" else name
        engine.keep(relation, table)
        kept[name] = engine.table(relation)
    for name in tables:  # only now: the cut of one table looks at the others
        engine.drop(f"loaded_{name}")
    return kept
