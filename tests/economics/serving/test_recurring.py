import ibis
import pyarrow as pa
import pytest
from tests.companies import Company, sale

from custrata.economics.serving.recurring import recurring_cost_query


@pytest.fixture
def firm():
    return Company().has("transactions", [sale("a", "2024-01-01"), sale("b", "2024-02-01")])


def _held(firm, base, rows):
    types = {"customer_id": "string", "driver": "string", "amount": "decimal(38, 6)"}
    held = pa.Table.from_pylist(rows, ibis.schema(types).to_pyarrow())
    firm.engine.create_table("customer_costs", held, overwrite=True)
    return base.having({"customer_costs": ibis.table(types, name="customer_costs")})


def test_what_brought_a_customer_to_work_does_not_come_again(firm):
    rows = [
        {"customer_id": "a", "driver": "Support minutes", "amount": 10},
        {"customer_id": "a", "driver": "Onboarding sessions", "amount": 380},
        {"customer_id": "a", "driver": "Set-up fee", "amount": 50},
        {"customer_id": "b", "driver": "Support minutes", "amount": 7},
    ]
    base = _held(firm, firm.base(), rows)
    people = base.tables["customers"].select("customer_id")
    assert firm.rows(recurring_cost_query(base, people)) == [{"serving": 17.0}]
    only = people.filter(people.customer_id == "b")
    assert firm.rows(recurring_cost_query(base, only)) == [{"serving": 7.0}]


def test_without_any_cost_nothing_is_said(firm):
    base = firm.base()
    assert firm.rows(recurring_cost_query(base, base.tables["customers"])) == [{"serving": None}]
