import datetime as dt
import itertools
import math
from decimal import Decimal

import numpy as np
import pytest
from tests.economics.lifetime_value.models import Plain
from tests.flow.conftest import sale

from custrata.flow.cutting import cut_base
from custrata.flow.economics.valuing import value
from custrata.flow.step import related
from custrata.flow.summarising import summarise
from custrata.intelligence import buying
from custrata.settings import Settings, ValueRules


@pytest.fixture
def plain(monkeypatch):
    """A model worked by hand in place of those that are fitted."""
    for name in ("pareto_nbd", "mbg_nbd", "bg_nbd"):
        monkeypatch.setattr(buying, f"fit_{name}", lambda *columns: Plain(), raising=False)


@pytest.fixture
def valued(engine, hold):
    """Build from sales up to the value of customers."""

    def build(rows, notional=False, rules=None, exam=None):
        settings = Settings(value=rules or ValueRules())
        cut = cut_base(("transactions",), hold("transactions", rows), "EUR", notional, settings, engine)
        base = summarise(cut.base, engine).base
        if exam is not None:
            types = {"candidate": "string", "published": "boolean", "origin": "date"}
            origin = base.as_of - dt.timedelta(days=187)
            row = {"candidate": exam, "published": True, "origin": origin}
            engine.keep_rows("exam_marks", types, [row])
            base = related(base, "exam_marks", engine)
        step = value(base, notional, engine)
        return step, {row["customer_id"]: row for row in engine.rows(step.base.tables["customers"])}

    return build


def days(customer, gaps, amounts, start="2023-01-01"):
    """Sales of a customer at these gaps in days, with amounts in turn."""
    on, made = dt.date.fromisoformat(start), []
    for gap, amount in zip((0, *gaps), itertools.cycle(amounts), strict=False):
        on += dt.timedelta(days=int(gap))
        made.append((customer, str(on), amount))
    return made


def numbered(*histories):
    return [sale(n, *line) for n, line in enumerate(line for history in histories for line in history)]


SHOP = numbered(
    days("a", [30, 40, 20], [10, 20]),
    days("b", [90], [50]),
    days("c", [], [10]),
    days("d", [10, 300], [5, 6, 7]),
    days("e", [200], [80, 90]),
)


def test_every_buyer_gets_a_value_between_its_ends(valued, plain):
    step, rows = valued(SHOP)
    assert step.caveats == ()
    for row in rows.values():
        assert 0 <= row["lifetime_value_low"] <= row["lifetime_value"] <= row["lifetime_value_high"]
        assert 0 < row["probability_alive"] <= 1
        assert row["expected_orders"] > 0
        assert row["expected_order_value"] > 0


def test_value_parts_and_parameters_are_relations_that_measures_can_read(valued, plain, engine):
    step, rows = valued(SHOP)
    assert step.base.has("value_parts.value", "value_parts.chance", "value_parts.shift_1")
    assert step.base.has("model_parameters.value", "customers.lifetime_value")
    parts = engine.rows(engine.table("value_parts"))
    assert sum(p["value"] for p in parts) == sum(r["lifetime_value"] for r in rows.values())


def test_the_terms_are_said(valued, plain):
    step, _ = valued(SHOP, rules=ValueRules(horizon_months=12, discount_rate=0.05, basis="revenue"))
    said = " ".join(step.rules["value"])
    assert "12 months ahead, discounted at 5% a year" in said
    assert "counts revenue, as set" in said
    assert "Cost to serve is not in it" in said


def test_the_naive_rule_that_won_gives_a_value_without_an_interval(valued, plain):
    step, rows = valued(SHOP, exam="own past rate")
    assert rows["a"]["lifetime_value"] > 0
    assert rows["a"]["lifetime_value_low"] is None
    assert rows["a"]["probability_alive"] is None
    said = " ".join(step.rules["value"])
    assert "without an interval" in said
    assert "tested 187 days ahead; its value looks no further" in said
    assert "6 months ahead" in step.rules["value"][0]


def test_notional_days_tell_nobodys_value(valued, plain):
    step, rows = valued(SHOP, notional=True)
    assert [caveat.code for caveat in step.caveats] == ["no-lifetime-value"]
    assert "no dates" in step.caveats[0].text
    assert "lifetime_value" not in rows["a"]


def test_the_order_of_rows_changes_nothing(valued, plain):
    _, one = valued(SHOP)
    _, other = valued(list(reversed(SHOP)))
    columns = ("lifetime_value", "lifetime_value_low", "expected_orders", "probability_alive")
    assert {k: [v[c] for c in columns] for k, v in one.items()} == {
        k: [v[c] for c in columns] for k, v in other.items()
    }


def _odd():
    rng = np.random.default_rng(1)
    crowd = [days(f"k{n}", rng.integers(1, 60, n % 7), rng.integers(5, 50, 3).tolist()) for n in range(60)]
    often = days("often", [1] * 5200, [3], "2009-01-01")
    return {
        "one customer": numbered(days("a", [5, 6], [10])),
        "one customer, once": numbered(days("a", [], [10])),
        "all bought once today": numbered(*(days(c, [], [10]) for c in "abc")),
        "all bought once": numbered(days("a", [], [10]), days("b", [], [9], "2023-06-01")),
        "all came back": numbered(*(days(c, [30, 30], [10, n]) for n, c in enumerate("abcdefgh", 3))),
        "equal spends": numbered(*(days(f"e{n}", [20] * (n % 4), [10]) for n in range(40))),
        "tiny spends": numbered(*([(c, d, a / 1e4) for c, d, a in h] for h in crowd)),
        "huge spends": numbered(*([(c, d, int(a) * 1e9) for c, d, a in h] for h in crowd)),
        "more than 5,000 orders": numbered(*crowd, often),
        "refunds above sales": numbered(*crowd, [("k1", "2023-05-01", -1e6)]),
        "free orders": numbered(*(days(c, [30, 30], [0]) for c in "abcd")),
    }


@pytest.mark.parametrize("name", sorted(_odd()))
def test_odd_histories_give_a_number_or_a_reason(valued, name):
    step, rows = valued(_odd()[name])
    if step.caveats:
        assert [caveat.code for caveat in step.caveats] == ["no-lifetime-value"]
        assert "lifetime_value" not in next(iter(rows.values()))
        return
    for row in rows.values():
        for column in ("lifetime_value", "lifetime_value_low", "lifetime_value_high", "expected_orders"):
            assert row[column] is None or (isinstance(row[column], Decimal) and row[column] >= 0)
            assert row[column] is None or math.isfinite(row[column])
