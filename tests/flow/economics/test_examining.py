import dataclasses
import datetime as dt
from decimal import Decimal

import numpy as np
import pytest

from custrata.engine.duckdb import DuckDBEngine
from custrata.flow.cutting import cut_base
from custrata.flow.economics import examining
from custrata.flow.economics.examining import examine
from custrata.flow.summarising import summarise
from custrata.settings import Settings, ValueRules
from custrata.sources.contract import CONTRACT, IBIS_TYPES
from custrata.vocabulary import Relationship

FIRST = dt.date(2022, 1, 1)


def orders(n, seed, days=700):
    """Orders of a Pareto/NBD world."""
    chance, rows = np.random.default_rng(seed), []
    for customer in range(n):
        begin, rate = int(chance.integers(0, 150)), chance.gamma(0.9, 1 / 50)
        end = min(days, begin + chance.exponential(1 / chance.gamma(0.9, 1 / 200)))
        when, last = float(begin), -1
        while when <= end:
            if int(when) > last:
                rows.append((f"c{customer:05}", int(when), round(float(chance.gamma(2, 10)) + 1, 2)))
            last, when = int(when), when + max(chance.exponential(1 / rate), 0.01)
    return rows


@pytest.fixture
def shop(engine, hold):
    """The base of a shop with these orders, as the summaries leave it."""

    def made(rows, settings=None, held=hold, run=engine):
        held_rows = [
            {
                "transaction_id": f"t{n}",
                "customer_id": customer,
                "occurred_at": dt.datetime.combine(FIRST + dt.timedelta(days=day), dt.time(12)),
                "amount": Decimal(str(amount)),
                "kind": "sale",
                "order_id": f"o{n}",
            }
            for n, (customer, day, amount) in enumerate(rows)
        ]
        cut = cut_base(
            ("transactions",), held("transactions", held_rows), "EUR", False, settings or Settings(), run
        )
        return summarise(cut.base, run).base

    return made


def test_marks_calibration_and_tracking_are_kept(shop, engine):
    step = examine(shop(orders(400, 1)), False, engine)
    assert {"exam_marks", "exam_calibration", "exam_tracking"} <= set(step.base.tables)
    assert step.base.has("exam_marks.value", "exam_marks.published", "exam_tracking.expected")
    marks = engine.rows(engine.table("exam_marks"))
    assert {row["n"] for row in marks} == {400}
    (published,) = {row["candidate"] for row in marks if row["published"]}
    assert published in ("pareto_nbd", "mbg_nbd", "bg_nbd")
    said = step.rules["exam"]
    assert said[0].startswith("Relationship: non-contractual")
    assert "400 customers known on" in said[1]
    assert "is published: its deviance" in said[2]
    assert step.caveats == ()
    assert engine.count("customers") == 400


def test_orders_that_came_are_those_of_the_holdout(shop, engine):
    base = shop(orders(400, 1))
    held_out = base.windows["current"]
    examine(base, False, engine)
    rows = engine.rows(engine.table("exam_tracking"))
    sold = engine.rows(base.tables["orders"])
    known = {row["customer_id"] for row in sold if row["on"] < held_out.start}
    came = {
        (r["customer_id"], r["on"]) for r in sold if r["on"] >= held_out.start and r["customer_id"] in known
    }
    assert sum(row["actual"] for row in rows) == len(came)


@pytest.mark.parametrize(
    ("change", "notional", "why"),
    [
        ({"relationship": Relationship.CONTRACTUAL}, False, "bound by contract"),
        ({}, True, "no dates"),
        ({"provided": frozenset()}, False, "no table holds orders"),
        ({"windows": {}}, False, "too short to hold out"),
    ],
)
def test_without_an_exam_it_is_said_why(shop, engine, change, notional, why):
    base = dataclasses.replace(shop(orders(30, 2)), **change)
    step = examine(base, notional, engine)
    assert why in step.rules["exam"][0]
    assert [caveat.code for caveat in step.caveats] == ["no-exam"]
    assert "exam_marks" not in step.base.tables


def test_too_few_customers_are_refused(shop, engine):
    step = examine(shop(orders(30, 2)), False, engine)
    assert "fewer than 50" in step.rules["exam"][0]


def test_where_the_past_repeats_itself_a_rule_stands(shop, engine):
    rows = [(f"c{n:03}", day, 10) for n in range(120) for day in range(n % 30, 700, 30 + 10 * (n % 5))]
    step = examine(shop(rows), False, engine)
    assert [caveat.code for caveat in step.caveats] == ["naive-rule-stands"]
    assert "The rule is published" in step.rules["exam"][2]


def test_a_model_that_is_set_is_published_with_all_marks(shop, engine):
    base = shop(orders(400, 1), Settings(value=ValueRules(model="mbg_nbd")))
    examine(base, False, engine)
    marks = engine.rows(engine.table("exam_marks"))
    assert {row["candidate"] for row in marks if row["published"]} == {"mbg_nbd"}
    assert {"zero", "mean", "pareto_nbd", "bg_nbd"} <= {row["candidate"] for row in marks}


def test_trees_are_not_even_loaded_for_few_customers(shop, engine, monkeypatch):
    monkeypatch.setattr("custrata.intelligence.exam.candidates.grow", None)
    assert examine(shop(orders(400, 1)), False, engine).rules["exam"]


def test_no_candidate_sees_anything_of_the_holdout(shop, engine, monkeypatch):
    monkeypatch.setattr("custrata.intelligence.exam.candidates.LEAST_CUSTOMERS", 50)
    seen = []
    sat = examining.examined
    monkeypatch.setattr(
        examining, "examined", lambda *given: seen.append((given, sat(*given))) or seen[-1][1]
    )
    rows = orders(300, 1)
    held_out = shop(rows).windows["current"]
    origin = (held_out.start - FIRST).days - 1
    last = max(day for _, day, _ in rows)
    past = [row for row in rows if row[1] <= origin]
    # Another future: others buy, more often, other amounts, some send back; the last day stays.
    other = [(f"c{n:05}", day, 900 + n) for n in range(0, 300, 3) for day in range(origin + 1, last + 1, 9)]
    other += [(f"new{n}", last, 5) for n in range(40)]
    for future in ([row for row in rows if row[1] > origin], other):
        examine(shop([*past, *future]), False, engine)
    ((when, known, *_), one), ((again, others, *_), two) = seen
    assert when == again
    assert len(known) > 1
    for point, customers in known.items():
        for name, values in customers.columns.items():
            if (point, name) != (when.held_out, "ahead"):
                np.testing.assert_array_equal(
                    values, others[point].columns[name], err_msg=f"{name} at {point}"
                )
    assert not np.array_equal(known[when.held_out].actual, others[when.held_out].actual)
    assert one.predictions.keys() == two.predictions.keys()
    for name, predicted in one.predictions.items():
        np.testing.assert_array_equal(predicted, two.predictions[name], err_msg=name)


@pytest.mark.parametrize("most", [pytest.param(30_000, marks=pytest.mark.soak), 700])
def test_a_published_ensemble_foretells_every_customer(shop, engine, monkeypatch, most):
    monkeypatch.setattr(examining, "MOST_CUSTOMERS", most)
    monkeypatch.setattr("custrata.intelligence.exam.trees.LEAST_CUSTOMERS", 500)
    regular = [(f"r{n:04}", day, 10) for n in range(500) for day in range(n % 60, 700, 60)]
    base = shop([*orders(700, 3), *regular])
    step = examine(base, False, engine)
    assert "and trees is published" in step.rules["exam"][2]
    rows = engine.rows(engine.table("tree_predictions"))
    assert len({row["customer_id"] for row in rows}) == len(rows) == engine.count("customers")
    assert all(row["expected_orders"] > 0 for row in rows)
    mean = {k: np.mean([r["expected_orders"] for r in rows if r["customer_id"][0] == k]) for k in "cr"}
    assert mean["r"] > 2 * mean["c"]
    assert step.base.has("tree_predictions.expected_orders")
    monkeypatch.setattr(examining, "MOST_FORETOLD", 1000)
    engine.drop("tree_predictions")
    step = examine(base, False, engine)
    assert "tree_predictions" not in step.base.tables
    assert "Trees foretell no single customer here" in step.rules["exam"][-1]


def test_the_order_of_rows_and_the_number_of_threads_change_nothing(tmp_path):
    found = []
    for threads, step in ((1, 1), (2, -1)):
        (tmp_path / str(threads)).mkdir()
        run = DuckDBEngine(tmp_path / str(threads), memory="1GB", threads=threads)
        rows = [
            {
                "transaction_id": f"t{n}",
                "customer_id": customer,
                "occurred_at": dt.datetime.combine(FIRST + dt.timedelta(days=day), dt.time(12)),
                "amount": Decimal(str(amount)),
                "kind": "sale",
                "order_id": f"o{n}",
            }
            for n, (customer, day, amount) in enumerate(orders(150, 5))
        ][::step]
        types = {column.name: IBIS_TYPES[column.kind] for column in CONTRACT["transactions"].columns}
        run.keep_rows("loaded_transactions", types, rows)
        given = frozenset(f"transactions.{column}" for column in rows[0])
        base = summarise(cut_base(("transactions",), given, "EUR", False, Settings(), run).base, run).base
        examine(base, False, run)
        found.append([run.contents(name) for name in ("exam_marks", "exam_calibration", "exam_tracking")])
        run.close()
    assert found[0] == found[1]
