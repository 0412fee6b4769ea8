import datetime as dt
from decimal import Decimal

import ibis
import numpy as np
import pyarrow as pa
import pytest
from tests.companies import Company, sale
from tests.economics.lifetime_value.models import Plain

from custrata.economics.lifetime_value.interval import interval_factors
from custrata.economics.lifetime_value.joining import (
    Spending,
    customer_columns_query,
    foretold_query,
    value_parts_query,
)
from custrata.economics.lifetime_value.naive import score_naively
from custrata.economics.lifetime_value.order_value import OrderValue
from custrata.economics.lifetime_value.sales_worth import SalesWorth
from custrata.economics.lifetime_value.scoring import KEYS, score_buyers
from custrata.economics.lifetime_value.summaries import repeat_spends_query, summaries_query
from custrata.economics.lifetime_value.terms import Terms

TERMS = Terms(dt.date(2024, 4, 10), 36, 0.1)
WORTH = SalesWorth("margin", 0.9, 0.5, None, ())
SPENDING = Spending(
    OrderValue(20.0, 1.0, within=16.0),
    ((OrderValue(21.0, 1.0, within=16.0), OrderValue(19.0, 1.0, within=16.0)),),
)


def _company():
    rows = [
        sale("a", "2024-01-01", 10),
        sale("a", "2024-01-11", 30),
        sale("a", "2024-01-31", 50),
        sale("b", "2024-03-01", 10),
        sale("c", "2024-03-01", 99),
    ]
    return Company().has("transactions", rows)


def _hold(company, name, columns):
    held = pa.table({key: pa.array(values, from_pandas=True) for key, values in columns.items()})
    company.engine.create_table(name, held, overwrite=True)
    return ibis.table(company.engine.table(name).schema(), name=name)


def _parts(company, score, worth=WORTH, spending=SPENDING):
    base = company.base("2024-04-10")
    people = company.keep("people", base.tables["customers"])
    summaries = company.rows(summaries_query(people))
    columns = {key: np.array([row[key] for row in summaries]) for key in (*KEYS, "people")}
    scores = _hold(company, "scores", score(columns))
    query = value_parts_query(people, repeat_spends_query(base), scores, spending, worth, "in words")
    parts = company.keep("parts", query)
    return parts, {row["customer_id"]: row for row in company.rows(parts)}


def _by_model(columns):
    return score_buyers(Plain(), "pareto_nbd", columns, TERMS)


def test_a_customers_value_is_expected_orders_times_what_an_order_of_theirs_is_worth():
    _, found = _parts(_company(), _by_model)
    x, t_x, age = (np.array([v]) for v in (2.0, 30.0, 100.0))
    discounted = Plain().discounted_expected_orders(TERMS.daily_rate, x, t_x, age, TERMS.horizon_days)[0]
    order = (2 * 40 + 20) / 3
    assert float(found["a"]["order_value"]) == pytest.approx(order, abs=1e-6)
    assert float(found["a"]["value"]) == pytest.approx(discounted * order * 0.5, abs=1e-5)
    year = Plain().expected_orders(365, x, t_x, age)[0]
    assert float(found["a"]["orders"]) == pytest.approx(year, abs=1e-6)
    assert float(found["a"]["revenue"]) == pytest.approx(year * order * 0.9, abs=1e-5)
    assert found["a"]["terms"] == "in words"


def test_those_who_share_a_summary_share_a_score():
    _, found = _parts(_company(), _by_model)
    assert {k: v for k, v in found["b"].items() if k != "customer_id"} == {
        k: v for k, v in found["c"].items() if k != "customer_id"
    }


def test_chance_is_the_variance_of_a_random_number_of_orders_of_a_doubtful_size():
    _, found = _parts(_company(), _by_model)
    x, t_x, age = (np.array([v]) for v in (2.0, 30.0, 100.0))
    orders = Plain().expected_orders(365, x, t_x, age)[0]
    variance = Plain().variance_of_orders(365, x, t_x, age)[0]
    mean, within, level = 100 / 3 * 0.9, 16 * 0.81, 16 / 3 * 0.81
    expected = orders * within + variance * (mean**2 + level) + orders**2 * level
    assert float(found["a"]["revenue_chance"]) == pytest.approx(expected, rel=1e-6)


def test_a_simulation_has_the_same_variance():
    rng = np.random.default_rng(2)
    level = rng.normal(100 / 3, np.sqrt(16 / 3), 200_000)
    x, t_x, age = (np.array([v]) for v in (2.0, 30.0, 100.0))
    mean, variance = (
        Plain().expected_orders(365, x, t_x, age)[0],
        Plain().variance_of_orders(365, x, t_x, age)[0],
    )
    orders = rng.poisson(rng.gamma(mean**2 / (variance - mean), (variance - mean) / mean, 200_000))
    total = 0.9 * (orders * level + rng.normal(0, 1, 200_000) * np.sqrt(16 * orders))
    _, found = _parts(_company(), _by_model)
    assert float(found["a"]["revenue"]) == pytest.approx(total.mean(), rel=0.01)
    assert float(found["a"]["revenue_chance"]) == pytest.approx(total.var(), rel=0.02)


def test_doubt_about_spend_is_a_direction_of_its_own():
    parts, found = _parts(_company(), _by_model)
    assert [name for name in parts.columns if name.startswith("shift_")] == ["shift_1", "shift_2", "shift_3"]
    value, order = float(found["b"]["value"]), float(found["b"]["order_value"])
    assert float(found["b"]["shift_3"]) == pytest.approx(value / order * 2, abs=1e-5)
    assert "orders_shift_3" not in parts.columns


def test_an_order_that_costs_more_to_serve_than_it_brings_is_worth_nothing_and_never_less():
    _, found = _parts(_company(), _by_model, SalesWorth("margin", 1.0, 0.5, 12.0, ()))
    assert found["b"]["value"] == 0
    assert found["a"]["value"] > 0


def test_a_rule_without_a_model_has_neither_chance_nor_interval():
    company = _company()
    parts, found = _parts(company, lambda rows: score_naively("own_past_rate", rows, TERMS))
    assert found["a"]["value"] > 0
    assert "chance" not in parts.columns
    columns = company.rows(customer_columns_query(parts, _hold(company, "factors", interval_factors())))
    assert {row["lifetime_value_high"] for row in columns} == {None}


def test_the_columns_of_customers_hold_the_value_between_its_ends():
    company = _company()
    parts, found = _parts(company, _by_model)
    columns = company.rows(customer_columns_query(parts, _hold(company, "factors", interval_factors())))
    assert {row["customer_id"] for row in columns} == {"a", "b", "c"}
    for row in columns:
        assert Decimal(0) <= row["lifetime_value_low"] < row["lifetime_value"] < row["lifetime_value_high"]
        assert row["lifetime_value"] == found[row["customer_id"]]["value"]
        assert 0 <= row["probability_alive"] <= 1


def test_who_may_have_stopped_already_has_nothing_as_lower_end():
    company = _company()
    parts, _ = _parts(company, _by_model)
    factors = _hold(company, "factors", interval_factors())
    for alive, nothing in ((0.97, True), (0.98, False), (1.0, False)):
        some = parts.mutate(alive=ibis.literal(alive).cast("decimal(38, 6)"))
        lows = [row["lifetime_value_low"] for row in company.rows(customer_columns_query(some, factors))]
        assert all((low == 0) == nothing for low in lows)


def test_values_add_up_to_the_same_sum_however_rows_are_ordered():
    _, found = _parts(_company(), _by_model)
    assert all(isinstance(row["value"], Decimal) for row in found.values())


def test_an_ensemble_scales_a_customers_orders_and_all_that_hangs_on_them():
    firm = Company()
    columns = {
        "customer_id": ["a", "b", "c"],
        **{name: [10.0, 10.0, 10.0] for name in ("value", "revenue", "beyond", "shift_1", "orders_shift_1")},
        "orders": [2.0, 2.0, 2.0],
        "chance": [4.0, 4.0, 4.0],
        "alive": [0.5, 0.5, 0.5],
        "terms": ["t", "t", "t"],
    }
    parts = _hold(firm, "parts", columns)
    told = _hold(firm, "told", {"customer_id": ["a", "b"], "expected_orders": [3.0, 1.0]})
    rows = {row["customer_id"]: row for row in firm.rows(foretold_query(parts, told))}
    assert [float(rows[c]["value"]) for c in "abc"] == [15, 5, 10]
    assert [float(rows[c]["orders"]) for c in "abc"] == [3, 1, 2]
    assert [float(rows[c]["shift_1"]) for c in "abc"] == [15, 5, 10]
    assert [float(rows[c]["chance"]) for c in "abc"] == [9, 2, 4]
    assert all(float(row["alive"]) == 0.5 and row["terms"] == "t" for row in rows.values())
