from decimal import Decimal

import ibis
import pyarrow as pa
import pytest
from tests.companies import Company

from custrata.errors import MeasureError
from custrata.measures.economics import worth
from custrata.measures.economics.spread import gamma_interval
from custrata.measures.kernel.measure import Request
from custrata.measures.kernel.plan import plan, unanswered

CATALOGUE = {m.id: m for m in worth.MEASURES}
MONEY = pa.decimal128(38, 6)

PARTS = {
    "value": (100, 40, 0),
    "chance": (25, 16, 0),
    "shift_1": (3, 1, 0),
    "shift_2": (-2, 1, 0),
    "beyond": (10, None, 0),
    "revenue": (60, 30, 0),
    "revenue_chance": (9, 4, 0),
    "revenue_shift_1": (1, 1, 0),
    "orders": (6, 3, 0),
    "orders_chance": (5, 2, 0),
    "orders_shift_1": ("0.1", "0.2", 0),
    "alive": ("0.9", "0.5", "0.1"),
    "alive_shift_1": ("0.01", "0.02", 0),
}


def _company(parts=PARTS):
    company = Company()
    company.has("customers", [{"customer_id": c, "region": r} for c, r in zip("abc", "nns", strict=True)])
    columns = {
        name: pa.array([None if v is None else Decimal(v) for v in values], MONEY)
        for name, values in parts.items()
    }
    held = pa.table(
        {"customer_id": list("abc"), **columns, "terms": ["Pareto/NBD; margin; 36 months ahead"] * 3}
    )
    return company, _with(company, company.base(), "value_parts", held)


def _with(company, base, name, held):
    company.engine.create_table(name, held, overwrite=True)
    filled = {f"{name}.{c}" for c in held.column_names if held[c].null_count < len(held)}
    return base.having({name: ibis.table(company.engine.table(name).schema(), name=name)}, frozenset(filled))


def _read(company, base, *requests):
    found = [r for q in plan(base, requests, CATALOGUE) for r in q.readings(company.rows(q.expr))]
    return found + list(unanswered(base, requests, CATALOGUE))


def test_equity_is_the_sum_with_the_interval_of_chance_and_added_shifts():
    company, base = _company()
    (found,) = _read(company, base, Request("customer_equity"))
    assert (found.value, found.n, found.unit) == (140, 3, "EUR")
    assert (found.low, found.high) == pytest.approx(
        gamma_interval(140, 25 + 16 + (3 + 1) ** 2 + (-2 + 1) ** 2)
    )
    assert found.method.startswith("Pareto/NBD; margin; 36 months ahead; chance and parameters")


def test_the_mean_is_over_all_who_have_a_value():
    company, base = _company()
    (found,) = _read(company, base, Request("lifetime_value"))
    assert found.value == pytest.approx(140 / 3)
    assert found.low == pytest.approx(gamma_interval(140, 58)[0] / 3)


def test_segments_add_up_and_each_has_its_own_interval():
    company, base = _company()
    found = {r.segment[0][1]: r for r in _read(company, base, Request("customer_equity", "all", ("region",)))}
    assert {name: r.value for name, r in found.items()} == {"n": 140, "s": 0}
    assert (found["s"].low, found["s"].high) == (0, 0)


def test_orders_and_revenue_of_the_next_year_have_their_own_parts():
    company, base = _company()
    orders, revenue = _read(company, base, Request("expected_orders"), Request("expected_revenue"))
    assert (orders.low, orders.high) == pytest.approx(gamma_interval(9, 7 + 0.3**2))
    assert (revenue.low, revenue.high) == pytest.approx(gamma_interval(90, 13 + 2**2))


def test_those_still_buying_are_a_sum_of_probabilities_never_more_than_there_are():
    company, base = _company()
    (found,) = _read(company, base, Request("alive_customers"))
    assert found.value == pytest.approx(1.5)
    chance = 0.9 * 0.1 + 0.25 + 0.09
    assert found.low == pytest.approx(gamma_interval(1.5, chance + 0.03**2)[0])
    assert found.high <= 3


def test_value_beyond_the_horizon_has_no_interval_and_says_so():
    company, base = _company()
    (found,) = _read(company, base, Request("residual_value"))
    assert (found.value, found.n, found.low) == (10, 2, None)
    assert found.method.endswith("without an interval")


def test_a_rule_without_a_model_has_no_interval():
    company, base = _company({"value": (100, 40, 0), "chance": (None,) * 3, "orders": (6, 3, 0)})
    found = _read(company, base, Request("customer_equity"), Request("alive_customers"))
    assert (found[0].value, found[0].low, found[0].high) == (140, None, None)
    assert found[1].reason.startswith("needs ")


def test_without_a_value_it_is_said_what_is_missing():
    company = Company().has("customers", [{"customer_id": "a"}])
    (found,) = _read(company, company.base(), Request("lifetime_value"))
    assert found.value is None
    assert found.reason.startswith("needs ")


def test_parameters_are_read_one_by_one():
    company = Company().has("customers", [{"customer_id": "a"}])
    rows = [
        {"model": "Pareto/NBD", "parameter": "r", "value": 0.55, "low": 0.5, "high": 0.6, "n": 9},
        {"model": "gamma-gamma", "parameter": "p", "value": 6.0, "low": 5.0, "high": 7.0, "n": 4},
    ]
    base = _with(company, company.base(), "model_parameters", pa.Table.from_pylist(rows))
    found = _read(company, base, Request("model_parameter"))
    assert [(r.segment, r.value, r.low, r.high, r.n) for r in found] == [
        ((("model", "Pareto/NBD"), ("parameter", "r")), 0.55, 0.5, 0.6, 9),
        ((("model", "gamma-gamma"), ("parameter", "p")), 6.0, 5.0, 7.0, 4),
    ]
    with pytest.raises(MeasureError, match="cannot be broken down"):
        _read(company, base, Request("model_parameter", "all", ("region",)))
