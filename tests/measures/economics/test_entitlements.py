from decimal import Decimal

import ibis
import pyarrow as pa
import pytest
from tests.companies import day

from custrata.customers import Base
from custrata.measures.economics.entitlements import MEASURES, share_of_margin
from custrata.measures.kernel.measure import Request
from custrata.measures.kernel.plan import plan, unanswered
from custrata.settings import Settings
from custrata.vocabulary import Period, Relationship

CATALOGUE = {measure.id: measure for measure in MEASURES}
PEOPLE = ibis.schema({"customer_id": "string", "tier": "string", "gross_margin": "decimal(38, 6)"})
COSTS = ibis.schema({"tier": "string", "low": "float64", "tier_service": "float64", "high": "float64"})
KNOWN = ("serving.tier_service", "customers.tier", "customers.gross_margin")


@pytest.fixture
def engine():
    made = ibis.duckdb.connect()
    rows = [
        ("a", "gold", 300),
        ("b", "gold", 101),
        ("c", "silver", -5),
        ("d", "bronze", 9),
        ("p", None, None),
    ]
    people = [
        {"customer_id": c, "tier": t, "gross_margin": None if m is None else Decimal(m)} for c, t, m in rows
    ]
    made.create_table("customers", pa.Table.from_pylist(people, PEOPLE.to_pyarrow()))
    costs = [("gold", 10.0, 20.0, 40.0), ("silver", 1.0, 2.0, 3.0)]
    made.create_table("serving", pa.Table.from_pylist([dict(zip(COSTS, c, strict=True)) for c in costs]))
    return made


def base(*provided):
    tables = {
        "customers": ibis.table(PEOPLE, name="customers"),
        "serving": ibis.table(COSTS, name="serving"),
    }
    period = Period("all", day("2021-01-01"), day("2024-12-31"))  # 1,461 days are four years
    windows = {"all": period}
    return Base(tables, frozenset(provided), period.end, windows, Relationship.UNKNOWN, "EUR", Settings())


def read(engine, measure):
    (query,) = plan(base(*KNOWN), [Request(measure)], CATALOGUE)
    return {r.segment[0][1]: r for r in query.readings(engine.to_pyarrow(query.expr).to_pylist())}


def test_service_costs_all_customers_of_the_tier_a_year_from_low_to_high(engine):
    found = read(engine, "tier_service_cost")
    assert {t: (r.low, r.value, r.high, r.n) for t, r in found.items()} == {
        "gold": (20, 40, 80, 2),
        "silver": (1, 2, 3, 1),
    }
    assert {(r.unit, r.method) for r in found.values()} == {("EUR", "low to high")}


def test_service_is_set_against_the_margin_of_a_year(engine):
    found = read(engine, "tier_service_share")
    assert found["gold"].value == pytest.approx(40 / (401 / 4))
    assert found["silver"].reason == "these customers bring no margin that could pay for service"


def test_a_share_of_no_margin_is_no_number():
    assert share_of_margin({"likely": 5, "people": 1, "earned": 0, "years": 1.0}).value is None


def test_without_the_setting_it_is_named():
    (reading,) = unanswered(base("customers.tier"), [Request("tier_service_cost")], CATALOGUE)
    assert reading.reason == "needs what the service of each tier costs, under serving in the settings"
