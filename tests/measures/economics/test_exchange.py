from decimal import Decimal

import ibis
import pyarrow as pa
import pytest
from tests.companies import day

from custrata.customers import Base
from custrata.measures.economics.exchange import MEASURES, within_scale
from custrata.measures.kernel.estimates import mean
from custrata.measures.kernel.measure import Request
from custrata.measures.kernel.plan import plan, unanswered
from custrata.settings import Settings
from custrata.vocabulary import Period, Relationship

CATALOGUE = {measure.id: measure for measure in MEASURES}
SCHEMA = ibis.schema(
    {
        "customer_id": "string",
        "status": "string",
        "tier": "string",
        "value_to_customer": "decimal(9, 6)",
        "value_to_business": "decimal(9, 6)",
        "exchange": "string",
    }
)
ROWS = (
    ("a", "customer", "gold", 60, 90, "balanced"),
    ("b", "customer", "gold", 20, 70, "under-served"),
    ("c", "customer", "bronze", 70, 20, "over-served"),
    ("d", "customer", "bronze", None, 10, None),
    ("p", "prospect", None, None, None, None),
)
KNOWN = ("customers.value_to_customer", "customers.value_to_business", "customers.tier")


@pytest.fixture
def engine():
    made = ibis.duckdb.connect()
    rows = [
        dict(zip(SCHEMA, (*r[:3], *(None if v is None else Decimal(v) for v in r[3:5]), r[5]), strict=True))
        for r in ROWS
    ]
    made.create_table("customers", pa.Table.from_pylist(rows, SCHEMA.to_pyarrow()))
    return made


def base(*provided):
    period = Period("all", day("2023-01-01"), day("2024-12-31"))
    tables = {"customers": ibis.table(SCHEMA, name="customers")}
    return Base(
        tables, frozenset(provided), period.end, {"all": period}, Relationship.UNKNOWN, "", Settings()
    )


def read(engine, measure, *dimensions):
    (query,) = plan(base(*KNOWN), [Request(measure, "all", dimensions)], CATALOGUE)
    readings = query.readings(engine.to_pyarrow(query.expr).to_pylist())
    return {" ".join(value for _, value in r.segment): r for r in readings}


def test_an_axis_is_a_mean_with_its_normal_interval(engine):
    (found,) = read(engine, "value_to_customer").values()
    assert (found.value, found.n, found.unit) == (50, 3, "points")
    # The deviations are 10, −30 and 20: the variance is 1400 / 2.
    assert found.high - found.value == pytest.approx(1.959963984540054 * (700 / 3) ** 0.5, rel=1e-11)


def test_an_axis_is_told_by_tier(engine):
    found = read(engine, "value_to_business", "tier")
    assert {k: (r.value, r.n) for k, r in found.items()} == {"gold": (80, 2), "bronze": (15, 2)}


def test_the_interval_of_an_index_stays_on_its_scale(engine):
    found = read(engine, "value_to_customer", "tier")["gold"]
    assert (found.low, found.value, found.high) == (
        pytest.approx(0.8, abs=0.01),
        40,
        pytest.approx(79.2, abs=0.01),
    )
    wide = within_scale(mean("sum", "squares", "people", ""))({"sum": 100, "squares": 10000, "people": 2})
    assert (wide.low, wide.value, wide.high) == (0, 50, 100)


def test_customers_are_counted_by_quadrant_where_both_axes_are_known(engine):
    found = read(engine, "exchange_customers")
    assert {k: r.value for k, r in found.items()} == {"balanced": 1, "under-served": 1, "over-served": 1}
    assert list(read(engine, "exchange_customers", "tier")) == [
        "gold balanced",
        "gold under-served",
        "bronze over-served",
    ]


def test_it_is_said_of_how_many_both_are_known_prospects_left_out(engine):
    (found,) = read(engine, "exchange_known").values()
    assert (found.value, found.n) == (0.75, 4)


def test_where_no_axis_is_known_there_is_a_reason_instead():
    for measure in CATALOGUE:
        (reading,) = unanswered(base(), [Request(measure)], CATALOGUE)
        assert reading.reason.startswith("needs both sides of the exchange")
