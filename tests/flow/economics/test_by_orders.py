import datetime as dt

import numpy as np
import pytest
from tests.flow.conftest import sale

from custrata.errors import EstimateError
from custrata.flow.cutting import cut_base
from custrata.flow.economics.by_orders import value_by_orders
from custrata.flow.summarising import summarise
from custrata.settings import Settings, ValueRules


def _base(engine, hold, rows, rules=None):
    settings = Settings(value=rules or ValueRules())
    cut = cut_base(("transactions",), hold("transactions", rows), "EUR", False, settings, engine)
    return summarise(cut.base, engine).base


def _crowd(people=300):
    """Customers who differ in how often they order and in how long they stay, over two years."""
    rng = np.random.default_rng(8)
    rate, stay = rng.gamma(0.8, 1 / 40, people), rng.exponential(1 / rng.gamma(0.7, 1 / 150, people))
    first, rows = dt.date(2023, 1, 1), []
    for n in range(people):
        day, begun = float(rng.integers(0, 200)), None
        while day < 730 and (begun is None or day - begun < stay[n]):
            begun = day if begun is None else begun
            on = str(first + dt.timedelta(days=int(day)))
            rows.append(sale(len(rows), f"c{n:03}", on, round(float(rng.gamma(3, 10)) + 1, 2)))
            day += float(rng.exponential(1 / rate[n])) + 0.5
    return rows


@pytest.mark.parametrize("model", ["pareto_nbd", "mbg_nbd", "bg_nbd"])
def test_the_model_that_is_set_is_fitted_and_its_parts_kept(engine, hold, model):
    base = _base(engine, hold, _crowd(), ValueRules(model=model))
    found = value_by_orders(base, engine, "parts")
    assert engine.count("parts") == 300
    assert found.models
    assert "as set" in found.sentences[0]
    (row,) = engine.rows(
        engine.table("parts").aggregate(low=lambda t: t.value.min(), alive=lambda t: t.alive.count())
    )
    assert row["low"] >= 0
    # By BG/NBD those who bought once cannot have stopped, so it is not asked about them.
    assert (row["alive"] < 300) is (model == "bg_nbd")


def test_one_customer_is_refused_in_words(engine, hold):
    rows = [sale(n, "a", f"2024-0{n + 1}-01", 10) for n in range(4)]
    with pytest.raises(EstimateError):
        value_by_orders(_base(engine, hold, rows), engine, "parts")
