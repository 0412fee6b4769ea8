"""Six customers of whom not everything is known, held as pages hold them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet
import pytest

from custrata.engine.live import LiveTables
from custrata.segments.rules.building import Facts
from custrata.segments.rules.fields import fields_of
from custrata.segments.rules.rule import Every, Text

AS_OF = dt.date(2026, 3, 31)
ROWS = [
    ("a", "Ada Lane", "gold", "adoption", 500, 12, dt.date(2026, 3, 31), True),
    ("b", "Bo's = 'Shop'", "gold", "at risk", 300, 3, dt.date(2026, 3, 2), False),
    ("c", None, "silver", "adoption", 300, 5, dt.date(2026, 3, 1), None),
    ("d", "Dee 100%", "silver", None, None, 1, dt.date(2025, 1, 1), True),
    ("e", "Ell", "bronze", "lapsed", -20, 2, None, False),
    ("f", "Fay", None, "lapsed", 0, 0, None, None),
]
NAMES = ("customer_id", "name", "tier", "stage", "value", "orders", "last_order_on", "consents")


def table_of(rows):
    columns = dict(zip(NAMES, zip(*rows, strict=True), strict=True))
    columns["value"] = [None if v is None else Decimal(v) for v in columns["value"]]
    kinds = (pa.string(),) * 4 + (pa.decimal128(38, 6), pa.int64(), pa.date32(), pa.bool_())
    return pa.table(
        {name: pa.array(list(columns[name]), kind) for name, kind in zip(NAMES, kinds, strict=True)}
    )


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    path = tmp_path_factory.mktemp("live") / "customers.parquet"
    pyarrow.parquet.write_table(table_of(ROWS), path)
    tables = LiveTables({"customers": path})
    yield tables
    tables.retire()


@pytest.fixture
def customers(live):
    return live.tables["customers"]


@pytest.fixture
def facts():
    return Facts(AS_OF, {"g": Every(all=(Text(column="tier", is_=("gold",)),))})


@pytest.fixture
def fields(customers):
    return fields_of(dict(customers.schema().items()), {f"customers.{n}" for n in NAMES}, "EUR")
