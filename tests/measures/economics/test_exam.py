import datetime as dt

import ibis
import pyarrow as pa
import pytest
from tests.companies import Company, sale

from custrata.measures.economics import exam
from custrata.measures.kernel.measure import Request
from custrata.measures.kernel.plan import plan, unanswered

CATALOGUE = {m.id: m for m in exam.MEASURES}
MARKS = [
    {"candidate": "pareto_nbd", "mark": "deviance", "value": 1.5, "low": 1.3, "high": 1.7},
    {"candidate": "zero", "mark": "correlation", "value": None, "low": None, "high": None},
    {"candidate": "pareto_nbd", "mark": "gain", "value": 0.4, "low": 0.3, "high": 0.5},
    {"candidate": "bg_nbd", "mark": "gain", "value": 0.3, "low": 0.2, "high": 0.4},
]
PLACES = [{"place": p, "predicted": 0.5, "actual": 0.6, "low": 0.4, "high": 0.8, "n": 9} for p in ("2", "10")]
MONTHS = [{"month": "2024-02", "expected": 12.5, "actual": 14.0, "n": 99}]


@pytest.fixture
def company():
    return Company().has("transactions", [sale("a", "2024-01-01"), sale("a", "2024-03-01")])


@pytest.fixture
def read(company):
    base = company.base()

    def held(name, rows):
        table = pa.Table.from_pylist(rows)
        company.engine.create_table(name, table, overwrite=True)
        kept = ibis.table(ibis.Schema.from_pyarrow(table.schema), name=name)
        return base.having({name: kept}, frozenset(f"{name}.{c}" for c in table.column_names))

    def reading(measure, published="pareto_nbd"):
        nonlocal base
        same = {"origin": dt.date(2024, 1, 31), "n": 99}
        base = held("exam_marks", [{**m, **same, "published": m["candidate"] == published} for m in MARKS])
        base = held("exam_calibration", PLACES)
        base = held("exam_tracking", MONTHS)
        request = Request(measure)
        return [r for q in plan(base, [request], CATALOGUE) for r in q.readings(company.rows(q.expr))]

    return reading


def test_marks_are_read_by_candidate_and_mark(read):
    found = {tuple(label for _, label in r.segment): r for r in read("exam_mark")}
    assert set(found) == {("pareto_nbd", "deviance"), ("zero", "correlation")}
    deviance = found["pareto_nbd", "deviance"]
    assert (deviance.value, deviance.low, deviance.high, deviance.n) == (1.5, 1.3, 1.7, 99)
    assert "95%" in deviance.method
    assert "not defined" in found["zero", "correlation"].reason


def test_the_gain_is_that_of_the_published_candidate_alone(read):
    (gain,) = read("exam_gain")
    assert gain.segment == (("candidate", "pareto_nbd"),)
    assert (gain.value, gain.low, gain.unit) == (0.4, 0.3, "share")


def test_calibration_stands_in_the_order_of_tenths(read):
    assert [r.segment[0][1] for r in read("calibration_actual")] == ["2", "10"]
    assert [(r.value, r.low) for r in read("calibration_predicted")] == [(0.5, None)] * 2
    assert [(r.value, r.low, r.high) for r in read("calibration_actual")] == [(0.6, 0.4, 0.8)] * 2


def test_tracking_has_the_months_that_were_held_out(read):
    expected = {r.segment[0][1]: r for r in read("tracking_expected")}
    assert (expected["2024-02"].value, expected["2024-02"].n) == (12.5, 99)
    assert expected["2024-01"].value is None
    assert "not held out" in expected["2024-01"].reason
    assert {r.value for r in read("tracking_actual")} == {None, 14.0}


def test_without_an_exam_there_is_the_reason(company):
    found = unanswered(company.base(), [Request(m) for m in CATALOGUE], CATALOGUE)
    assert {r.measure for r in found} == set(CATALOGUE)
    assert all("needs an exam of models" in r.reason for r in found)
