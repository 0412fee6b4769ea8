"""Small companies made by hand: rows of the contract in an engine, cut and read as a build does it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import ibis
import pyarrow as pa

from custrata.customers import (
    Base,
    customers_query,
    cut,
    last_day_query,
    read_history,
    stated_provided,
    windows,
)
from custrata.measures import (
    ORDERS,
    SUMMARY_COLUMNS,
    Request,
    plan,
    prepared,
    purchase_summary_query,
    unanswered,
)
from custrata.measures.orders import CUSTOMER_SALES, counted_singly, customer_sales_query
from custrata.settings import Settings
from custrata.sources.contract import CONTRACT, IBIS_TYPES
from custrata.vocabulary import Reading, Relationship

Rows = Iterable[Mapping[str, Any]]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def twelve(number: float) -> float:
    """A number as readings give it, to 12 significant digits."""
    return float(f"{number:.12g}")


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def sale(customer: str | None, on: str, amount: object = 10, **more: Any) -> dict[str, Any]:
    """A line of a transaction; a negative amount is a refund unless it says otherwise."""
    money = Decimal(str(amount))
    kind = "refund" if money < 0 else "sale"
    return {"customer_id": customer, "occurred_at": at(on), "amount": money, "kind": kind, **more}


def spell(customer: str, start: str, mrr: object = 10, end: str | None = None, **more: Any) -> dict[str, Any]:
    """A spell of a contract."""
    ended = {"ended_on": day(end)} if end else {}
    return {"customer_id": customer, "started_on": day(start), "mrr": Decimal(str(mrr)), **ended, **more}


@cache
def compiled(expression: ibis.expr.operations.Node) -> str:
    """The SQL of an expression, made once for all tests that ask the same."""
    return str(ibis.to_sql(expression.to_expr(), dialect="duckdb", pretty=False))


class Company:
    """Tables of the contract in an engine of their own."""

    def __init__(self, threads: int = 1) -> None:
        self.engine = ibis.duckdb.connect(threads=threads)
        self.loaded: dict[str, ibis.Table] = {}
        self.provided: frozenset[str] = frozenset()
        self.bases = 0

    def has(self, name: str, rows: Rows, **attributes: str) -> Company:
        """Hold the rows as a canonical table; keys that rows lack are made, other columns are empty."""
        table = CONTRACT[name]
        types = {c.name: IBIS_TYPES[c.kind] for c in table.columns} | attributes
        keyed = [
            {table.key: f"{name}-{n:06}", **row} if table.key else dict(row) for n, row in enumerate(rows)
        ]
        schema = ibis.schema(types)
        full = [{column: row.get(column) for column in types} for row in keyed]
        self.engine.create_table(
            f"loaded_{name}", pa.Table.from_pylist(full, schema.to_pyarrow()), overwrite=True
        )
        self.loaded[name] = ibis.table(schema, name=f"loaded_{name}")
        self.provided |= {
            f"{name}.{column}" for row in keyed for column, value in row.items() if value is not None
        }
        return self

    def scan(self, name: str, source: str, columns: Mapping[str, str], **attributes: str) -> Company:
        """Hold what a query says as a canonical table; the rest of its columns is empty."""
        types = {c.name: IBIS_TYPES[c.kind] for c in CONTRACT[name].columns} | attributes
        sql = {c: t.replace("string", "varchar").replace("int64", "bigint") for c, t in types.items()}
        values = ", ".join(f'cast({columns.get(c, "null")} as {t}) as "{c}"' for c, t in sql.items())
        self.engine.con.execute(f"create or replace table loaded_{name} as select {values} from {source}")
        self.loaded[name] = ibis.table(types, name=f"loaded_{name}")
        self.provided |= {f"{name}.{c}" for c in columns}
        return self

    def rows(self, expression: ibis.Table) -> list[dict[str, Any]]:
        return self.engine.con.sql(compiled(expression.op())).to_arrow_table().to_pylist()

    def keep(self, name: str, expression: ibis.Table) -> ibis.Table:
        name = f"{name}_{self.bases}"
        self.engine.con.execute(f"create or replace table {name} as {compiled(expression.op())}")
        return ibis.table(expression.schema(), name=name)

    def cut(self, as_of: dt.date) -> dict[str, ibis.Table]:
        return {n: self.keep(f"cut_{n}", t) for n, t in cut(self.loaded, self.provided, as_of).items()}

    def base(self, as_of: str | None = None, currency: str = "EUR", settings: Settings | None = None) -> Base:
        """The base as a build makes it, without groups."""
        self.bases += 1
        history = read_history(self.rows(last_day_query(self.loaded, self.provided))[0])
        last = day(as_of) if as_of else history.last or day("2000-01-01")
        tables = self.cut(last)
        tables["customers"] = self.keep("roster", customers_query(tables))
        base = Base(
            tables,
            stated_provided(self.provided),
            last,
            windows(history.first or last, last),
            Relationship.UNKNOWN,
            currency,
            settings or Settings(),
        )
        base = base.having({name: self.keep(name, query) for name, query in prepared(base).items()})
        if not base.has("transactions.amount"):
            return base
        wide = (
            tables["customers"]
            .left_join(purchase_summary_query(base), "customer_id")
            .drop("customer_id_right")
        )
        made = frozenset(f"customers.{c}" for c in SUMMARY_COLUMNS)
        return base.having({"customers": self.keep("wide", wide)}, made)

    def summed(self, base: Base) -> Base:
        """The base with its orders added up by customer and span, as a build holds it."""
        base = base.having({ORDERS: counted_singly(base.tables[ORDERS])})
        return base.having({CUSTOMER_SALES: self.keep(CUSTOMER_SALES, customer_sales_query(base))})

    def read(self, base: Base, *requests: Request) -> list[Reading]:
        """The readings of the requests, as a build reads them."""
        found = [r for query in plan(base, requests) for r in query.readings(self.rows(query.expr))]
        return found + list(unanswered(base, requests))

    def one(self, base: Base, measure: str, period: str = "all") -> Reading:
        (reading,) = self.read(base, Request(measure, period))
        return reading

    def values(
        self, base: Base, measure: str, *dimensions: str, period: str = "all"
    ) -> dict[str, float | None]:
        """Values by the labels of the dimensions, joined by a blank."""
        readings = self.read(base, Request(measure, period, dimensions))
        return {" ".join(label for _, label in r.segment): r.value for r in readings}
