import datetime as dt
from decimal import Decimal

import pytest

from custrata.engine.duckdb import DuckDBEngine
from custrata.flow.cutting import cut_base
from custrata.settings import Settings
from custrata.sources.contract import CONTRACT, IBIS_TYPES


@pytest.fixture
def engine(tmp_path):
    made = DuckDBEngine(tmp_path, memory="1GB", threads=1)
    yield made
    made.close()


@pytest.fixture
def hold(engine):
    """Hold rows as a loaded table of the contract and tell which columns are filled."""

    def held(name, rows):
        types = {column.name: IBIS_TYPES[column.kind] for column in CONTRACT[name].columns}
        engine.keep_rows(f"loaded_{name}", types, rows)
        return frozenset(f"{name}.{column}" for row in rows for column in row)

    return held


def sale(number, customer, day, amount):
    when = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(12))
    money = Decimal(str(amount))
    return {
        "transaction_id": f"t{number}",
        "customer_id": customer,
        "occurred_at": when,
        "amount": money,
        "kind": "sale" if money >= 0 else "refund",
        "order_id": f"o{number}",
    }


@pytest.fixture
def sales(hold):
    """Three buyers over a year: a comes back often, b once, c left early."""
    rows = [
        sale(1, "a", "2025-01-10", 100),
        sale(2, "b", "2025-01-20", 50),
        sale(3, "c", "2025-02-01", 20),
        sale(4, "a", "2025-05-10", 100),
        sale(5, "b", "2025-09-01", 40),
        sale(6, "a", "2025-10-10", 200),
        sale(7, "a", "2025-12-31", -30),
        sale(8, None, "2025-12-31", 5),
    ]
    return hold("transactions", rows)


@pytest.fixture
def cut(engine, sales):
    """The small company with three customers, cut at its last day."""
    return cut_base(("transactions",), sales, "EUR", False, Settings(), engine)
