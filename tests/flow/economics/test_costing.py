from decimal import Decimal

from tests.served import pool, sale, served, ticket

from custrata.flow.economics.costing import cost
from custrata.flow.summarising import summarise


def test_without_costs_the_base_is_handed_on_as_it_is(cut, engine):
    step = summarise(cut.base, engine)
    after = cost(step.base, False, engine)
    assert after.base is step.base
    assert after.rules == {}


def test_contribution_is_margin_less_cost_to_serve_where_margin_is_known(tmp_path):
    sales = [sale("a", "2024-01-02", 100, cost=40), sale("b", "2024-01-03", 50)]
    tickets = [ticket("a", "2024-01-02", 30), ticket("b", "2024-01-02", 10), ticket("c", "2024-01-02", 10)]
    found = served(
        tmp_path, transactions=sales, tickets=tickets, costs=[pool("Support", "2024-01-01", 100, 100)]
    )
    assert found.customers("cost_to_serve") == {"a": 30, "b": 10, "c": 10}
    assert found.customers("contribution") == {"a": 30, "b": None, "c": -10}


def test_a_customer_who_used_nothing_costs_nothing_to_serve(tmp_path):
    sales = [sale("a", "2024-01-02", 100, cost=40), sale("b", "2024-01-03", 50, cost=20)]
    found = served(tmp_path, transactions=sales, costs=[pool("Visits", "2024-01-01", 7, 1, "a")])
    assert found.customers("cost_to_serve") == {"a": 7, "b": 0}
    assert found.customers("contribution") == {"a": Decimal(53), "b": Decimal(30)}
