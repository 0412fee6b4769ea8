"""Small companies whose customers are served and won at a cost, up to the step of costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from custrata.engine.duckdb import DuckDBEngine
from custrata.flow.cutting import cut_base
from custrata.flow.economics.costing import cost
from custrata.flow.step import Step
from custrata.flow.summarising import summarise
from custrata.measures.catalogue import CATALOGUE
from custrata.measures.economics import acquisition, loss, profit, serving, whale
from custrata.measures.kernel.measure import Request
from custrata.measures.kernel.plan import plan, unanswered
from custrata.settings import Settings
from custrata.sources.contract import CONTRACT, IBIS_TYPES
from custrata.vocabulary import Reading

MEASURES = CATALOGUE | {
    m.id: m for chapter in (acquisition, loss, profit, serving, whale) for m in chapter.MEASURES
}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def at(text: str) -> dt.datetime:
    return dt.datetime.combine(day(text), dt.time(12))


def sale(customer: str | None, on: str, amount: object, **more: Any) -> dict[str, Any]:
    money = Decimal(str(amount))
    more = {k: Decimal(str(v)) if k in ("cost", "discount", "quantity") else v for k, v in more.items()}
    kind = "sale" if money >= 0 else "refund"
    return {"customer_id": customer, "occurred_at": at(on), "amount": money, "kind": kind, **more}


def pool(
    driver: str, on: str, amount: object, quantity: object = None, customer: str | None = None
) -> dict[str, Any]:
    row: dict[str, Any] = {"driver": driver, "period": day(on), "amount": Decimal(str(amount))}
    if quantity is not None:
        row["quantity"] = Decimal(str(quantity))
    return row | ({"customer_id": customer} if customer else {})


def ticket(customer: str, on: str, minutes: object = None, **more: Any) -> dict[str, Any]:
    worked = {} if minutes is None else {"minutes": Decimal(str(minutes))}
    return {"customer_id": customer, "opened_at": at(on), **worked, **more}


def spell(
    customer: str, start: str, end: str | None = None, seats: int = 1, mrr: object = 10
) -> dict[str, Any]:
    ended = {"ended_on": day(end)} if end else {}
    return {
        "customer_id": customer,
        "started_on": day(start),
        "mrr": Decimal(str(mrr)),
        "seats": Decimal(seats),
        **ended,
    }


def spent(channel: str, on: str, amount: object) -> dict[str, Any]:
    return {"channel": channel, "period": day(on), "amount": Decimal(str(amount))}


@dataclass
class Served:
    """The base after the step of costs, and the engine that holds it."""

    step: Step
    engine: DuckDBEngine

    def rows(self, name: str) -> list[dict[str, Any]]:
        return self.engine.rows(self.engine.table(name))

    def customers(self, column: str) -> dict[str, Any]:
        return {row["customer_id"]: row[column] for row in self.rows("customers")}

    def costs(self) -> dict[tuple[Any, ...], Decimal]:
        """Cost by customer, driver and month."""
        found: dict[tuple[Any, ...], Decimal] = {}
        for row in self.rows("serving_costs"):
            key = (row["customer_id"], row["driver"], str(row["on"])[:7])
            found[key] = found.get(key, Decimal(0)) + row["amount"]
        return found

    def read(self, measure: str, *dimensions: str, period: str = "all") -> list[Reading]:
        request = Request(measure, period, dimensions)
        found = [
            r for q in plan(self.step.base, [request], MEASURES) for r in q.readings(self.engine.rows(q.expr))
        ]
        return found + list(unanswered(self.step.base, [request], MEASURES))

    def one(self, measure: str, period: str = "all") -> Reading:
        (reading,) = self.read(measure, period=period)
        return reading

    def values(self, measure: str, *dimensions: str, period: str = "all") -> dict[str, float | None]:
        readings = self.read(measure, *dimensions, period=period)
        return {" ".join(label for _, label in r.segment): r.value for r in readings}


def served(
    folder: Path, settings: Settings | None = None, as_of: str = "", **tables: Sequence[Mapping[str, Any]]
) -> Served:
    """Build a company up to the step of costs."""
    engine = DuckDBEngine(folder, memory="1GB", threads=1)
    provided: set[str] = set()
    for name, rows in tables.items():
        table = CONTRACT[name]
        types = {c.name: IBIS_TYPES[c.kind] for c in table.columns}
        attributes = {k: "string" for row in rows for k in row if k not in types}
        keyed = [
            ({table.key: f"{name}-{n:04}"} if table.key else {}) | dict(row) for n, row in enumerate(rows)
        ]
        engine.keep_rows(f"loaded_{name}", types | attributes, keyed)
        provided |= {f"{name}.{c}" for row in keyed for c, value in row.items() if value is not None}
    chosen = settings or Settings()
    chosen = chosen.model_copy(update={"as_of": day(as_of)}) if as_of else chosen
    cut = cut_base(tuple(tables), frozenset(provided), "EUR", False, chosen, engine)
    base = summarise(cut.base, engine).base
    return Served(cost(base, False, engine), engine)
