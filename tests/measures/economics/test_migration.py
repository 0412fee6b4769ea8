from decimal import Decimal

import ibis
import pyarrow as pa
import pytest
from tests.companies import day

from custrata.customers import Base
from custrata.measures.economics.migration import MEASURES
from custrata.measures.kernel.measure import Request
from custrata.measures.kernel.plan import plan, unanswered
from custrata.settings import Settings
from custrata.vocabulary import Period, Relationship

CATALOGUE = {measure.id: measure for measure in MEASURES}
SCHEMA = ibis.schema(
    {
        "customer_id": "string",
        "tier_before": "string",
        "tier_now": "string",
        "value_before": "decimal(38, 6)",
        "value_now": "decimal(38, 6)",
        "moved_by": "string",
    }
)
ROWS = (
    ("a", "platinum", "platinum", 90, 95, None),
    ("b", "gold", "silver", 50, 50, "others"),
    ("c", "silver", "gold", 20, 60, "own"),
    ("d", "bronze", "bronze", 5, 4, None),
    ("e", None, "gold", None, 55, "returned"),
    ("f", "bronze", None, 3, None, "gone"),
)


@pytest.fixture
def engine():
    made = ibis.duckdb.connect()
    rows = [
        dict(zip(SCHEMA, (*r[:3], *(None if v is None else Decimal(v) for v in r[3:5]), r[5]), strict=True))
        for r in ROWS
    ]
    made.create_table("tier_moves", pa.Table.from_pylist(rows, SCHEMA.to_pyarrow()))
    made.create_table("customers", pa.table({"customer_id": list("abcdef"), "region": list("nnnsss")}))
    return made


def base(*provided):
    tables = {
        "tier_moves": ibis.table(SCHEMA, name="tier_moves"),
        "customers": ibis.table({"customer_id": "string", "region": "string"}, name="customers"),
    }
    period = Period("all", day("2023-01-01"), day("2024-12-31"))
    windows = {"all": period, "current": Period("current", day("2024-01-01"), day("2024-12-31"))}
    held = frozenset({"customers.region", *provided})
    return Base(tables, held, period.end, windows, Relationship.UNKNOWN, "EUR", Settings())


KNOWN = ("tier_moves.tier_before", "tier_moves.tier_now")


def read(engine, measure, *dimensions):
    (query,) = plan(base(*KNOWN), [Request(measure, "current", dimensions)], CATALOGUE)
    readings = query.readings(engine.to_pyarrow(query.expr).to_pylist())
    return {tuple(value for _, value in r.segment): r for r in readings}


def test_every_customer_of_either_window_stands_in_one_move(engine):
    found = read(engine, "tier_moves")
    assert {k: r.value for k, r in found.items()} == {
        ("platinum", "platinum"): 1,
        ("gold", "silver"): 1,
        ("silver", "gold"): 1,
        ("bronze", "bronze"): 1,
        ("returned", "gold"): 1,
        ("bronze", "gone"): 1,
    }
    # Tiers stand by rank, and who came from elsewhere last.
    assert [k[0] for k in found] == ["platinum", "gold", "silver", "bronze", "bronze", "returned"]


def test_the_value_of_all_moves_adds_up_to_the_change_of_the_whole(engine):
    found = read(engine, "tier_moves_value")
    assert found["bronze", "gone"].value == -3
    assert sum(r.value for r in found.values()) == (95 + 50 + 60 + 4 + 55) - (90 + 50 + 20 + 5 + 3)
    assert {r.unit for r in found.values()} == {"EUR"}


@pytest.mark.parametrize(
    ("measure", "value", "n"), [("moved_up", 0.25, 4), ("moved_down", 0.25, 4), ("moved_by_others", 0.5, 2)]
)
def test_shares_are_of_those_who_were_there_in_both_windows(engine, measure, value, n):
    (found,) = read(engine, measure).values()
    assert (found.value, found.n, found.method) == (value, n, "Wilson, 95%")
    assert found.low < value < found.high


def test_moves_are_told_by_attribute_and_nobody_there_is_said(engine):
    found = read(engine, "moved_by_others", "region")
    assert found["n",].value == 0.5
    assert found["s",].reason == "nobody changed tier"


def test_without_two_windows_it_is_said_what_is_missing():
    (reading,) = unanswered(base(), [Request("moved_up", "current")], CATALOGUE)
    assert reading.reason == "needs the value of customers in two windows"
