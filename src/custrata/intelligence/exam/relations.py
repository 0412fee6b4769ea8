"""What an exam leaves behind: the relations that measures read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from custrata.intelligence.exam.calibration import expected_by_month, tenths
from custrata.intelligence.exam.candidates import Exam
from custrata.intelligence.exam.features import Histories

MARKS, CALIBRATION, TRACKING = "exam_marks", "exam_calibration", "exam_tracking"
TREE_PREDICTIONS = "tree_predictions"

GAIN = "gain"
"""The mark that compares a candidate with the best naive rule."""

TYPES: Mapping[str, Mapping[str, str]] = {
    MARKS: {
        "candidate": "string",
        "origin": "date",
        "mark": "string",
        "value": "float64",
        "low": "float64",
        "high": "float64",
        "n": "int64",
        "published": "boolean",
    },
    CALIBRATION: {
        "place": "string",
        "predicted": "float64",
        "actual": "float64",
        "low": "float64",
        "high": "float64",
        "n": "int64",
    },
    TRACKING: {"month": "string", "expected": "float64", "actual": "float64", "n": "int64"},
}
"""Ibis types by relation and column."""

_PLACES = 6


def mark_rows(exam: Exam) -> list[dict[str, Any]]:
    """Rows of :data:`MARKS`: every mark of every candidate, and its gain over the best naive rule.

    A naive rule that is published has a row without gain: nothing surely beats it.
    """
    verdict = exam.verdict
    found = [(name, mark, one) for name, marks in verdict.marks.items() for mark, one in marks.items()]
    found += [(name, GAIN, one) for name, one in verdict.gains.items()]
    rows = [
        {"candidate": name, "mark": mark, **_ends(one.value, one.low, one.high)} for name, mark, one in found
    ]
    if verdict.naive:
        rows.append({"candidate": verdict.published, "mark": GAIN})
    same = {"origin": exam.split.held_out.origin, "n": verdict.n}
    return [{**row, **same, "published": row["candidate"] == verdict.published} for row in rows]


def calibration_rows(exam: Exam, held_out: Histories) -> list[dict[str, Any]]:
    """Rows of :data:`CALIBRATION`, of the published candidate."""
    return [
        {
            "place": str(one.place),
            "predicted": one.predicted,
            "actual": one.actual,
            "low": one.low,
            "high": one.high,
            "n": one.n,
        }
        for one in tenths(held_out.actual, exam.published)
    ]


def tracking_rows(exam: Exam, later: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of :data:`TRACKING`, of the published candidate.

    Args:
        exam: The exam.
        later: ``month`` and ``actual``: orders that came; a month without any may be missing.
    """
    came = {row["month"]: float(row["actual"]) for row in later}
    expected = expected_by_month(exam.split.held_out, exam.total)
    return [
        {
            "month": month,
            "expected": round(orders, _PLACES),
            "actual": came.get(month, 0.0),
            "n": exam.verdict.n,
        }
        for month, orders in expected.items()
    ]


def _ends(value: float | None, low: float | None, high: float | None) -> dict[str, float | None]:
    ends = {"value": value, "low": low, "high": high}
    return {name: None if end is None else round(end, _PLACES) for name, end in ends.items()}
