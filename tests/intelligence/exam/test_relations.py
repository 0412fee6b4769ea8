import datetime as dt

import pytest

from custrata.intelligence.exam.candidates import examined
from custrata.intelligence.exam.relations import (
    CALIBRATION,
    GAIN,
    MARKS,
    TRACKING,
    TYPES,
    calibration_rows,
    mark_rows,
    tracking_rows,
)
from custrata.intelligence.exam.split import Split


@pytest.fixture
def exam(look, drawn, point):
    known = look(drawn(500, 1), point)
    split = Split(dt.date(2020, 1, 1), point, ())
    return examined(split, {point: known}), known


def test_there_is_a_row_for_each_mark_of_each_candidate(exam):
    held, _ = exam
    rows = mark_rows(held)
    assert all(set(row) <= set(TYPES[MARKS]) for row in rows)
    names = set(held.predictions)
    assert {row["candidate"] for row in rows} == names
    assert {row["candidate"] for row in rows if row["published"]} == {held.verdict.published}
    assert {row["candidate"] for row in rows if row["mark"] == GAIN} == set(held.verdict.gains)
    assert len(rows) == 5 * len(names) + len(held.verdict.gains)


def test_a_published_rule_has_no_gain(look, drawn, point):
    known = look(drawn(60, 4), point)
    known.columns["days_period"][:] = known.actual
    held = examined(Split(dt.date(2019, 1, 1), point, ()), {point: known})
    assert held.verdict.naive
    (row,) = [r for r in mark_rows(held) if r["mark"] == GAIN and r["published"]]
    assert row.get("value") is None


def test_calibration_and_tracking_hold_the_same_orders(exam):
    held, known = exam
    places, months = calibration_rows(held, known), tracking_rows(held, [{"month": "2021-03", "actual": 7}])
    assert set(places[0]) == set(TYPES[CALIBRATION])
    assert set(months[0]) == set(TYPES[TRACKING])
    predicted = sum(row["predicted"] * row["n"] for row in places)
    assert predicted == pytest.approx(held.published.sum(), rel=1e-4)
    assert sum(row["expected"] for row in months) == pytest.approx(predicted, rel=1e-4)
    assert {row["month"]: row["actual"] for row in months if row["actual"]} == {"2021-03": 7}
    assert len(months) == 12
