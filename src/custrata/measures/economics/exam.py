"""How well buying was predicted: marks of all candidates, and the published one against what came."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import count
from custrata.measures.kernel.measure import Estimate, Estimator, Formula, Measure, Row, Statistics
from custrata.vocabulary import Direction, Period, Timing

_MARKS, _CALIBRATION, _TRACKING = "exam_marks", "exam_calibration", "exam_tracking"
_GAIN = "gain"
_METHOD = "normal over customers, 95%"
_NO_MARK = "the mark is not defined: nothing varies, or nobody ordered"
_NO_GAIN = "a rule without a model is published: no model surely predicts better"
_NOT_HELD_OUT = "the month was not held out"
_HELD_OUT = "in the part of the history that was held out (the latest year, or the latest half if shorter)"


def marks(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each candidate and mark, but those that compare candidates."""
    rows = base.tables[_MARKS]
    return attach(rows.filter(rows.mark != _GAIN), base, dimensions)


def published_gain(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """The row that compares the published candidate with the best rule without a model."""
    rows = base.tables[_MARKS]
    return attach(rows.filter((rows.mark == _GAIN) & rows.published), base, dimensions)


def calibration(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each tenth of customers by prediction."""
    return attach(base.tables[_CALIBRATION], base, dimensions)


def tracking(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each month that was held out."""
    return attach(base.tables[_TRACKING], base, dimensions)


def _held(value: str, *, interval: bool = False) -> Statistics:
    """A number that an estimator found, with its interval: the greatest of one row is that one."""

    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        ends = {"low": t.low.max(), "high": t.high.max()} if interval else {}
        return {"value": t[value].max(), "n": t.n.max(), **ends}

    return statistics


def _handed_on(none: str, method: str = "counted") -> Estimator:
    def estimate(row: Row) -> Estimate:
        if row.get("value") is None:
            return Estimate(None, count(row, "n"), reason=none)
        low, high = (None if row.get(end) is None else float(row[end]) for end in ("low", "high"))
        return Estimate(float(row["value"]), count(row, "n"), low, high, method if low is None else _METHOD)

    return estimate


_MARK = Formula((f"{_MARKS}.value",), marks, _held("value", interval=True), _handed_on(_NO_MARK), dated=False)
_PAIRED = Formula(
    (f"{_MARKS}.value",), published_gain, _held("value", interval=True), _handed_on(_NO_GAIN), dated=False
)


def _placed(value: str, method: str, *, interval: bool = False) -> tuple[Formula, ...]:
    statistics = _held(value, interval=interval)
    return (
        Formula((f"{_CALIBRATION}.actual",), calibration, statistics, _handed_on("", method), dated=False),
    )


def _tracked(value: str, method: str) -> tuple[Formula, ...]:
    return (Formula((f"{_TRACKING}.actual",), tracking, _held(value), _handed_on(_NOT_HELD_OUT, method)),)


MEASURES = (
    Measure(
        "exam_mark",
        "Mark in the exam",
        f"How near each candidate came to the purchase days of every customer {_HELD_OUT}: mean Poisson "
        "deviance, mean absolute error, root mean square error, correlation, and error of the total "
        "as a share.",
        "index",
        "customers",
        (_MARK,),
        Direction.NEITHER,
        grain="mark",
        by=("candidate", "mark"),
        periods=("all",),
    ),
    Measure(
        "exam_gain",
        "Gain over the best naive rule",
        "By which share the deviance of the published candidate is below that of the best rule without a "
        f"model, {_HELD_OUT}; sure when the interval lies above 0.",
        "share",
        "customers",
        (_PAIRED,),
        grain="mark",
        by=("candidate",),
        periods=("all",),
    ),
    Measure(
        "calibration_predicted",
        "Orders predicted, by tenth",
        f"Mean purchase days a customer that the published candidate predicted {_HELD_OUT}, of customers in "
        "tenths "
        "by prediction, the least expected first.",
        "orders",
        "customers",
        _placed("predicted", "predicted by the published candidate"),
        Direction.NEITHER,
        Timing.LEADING,
        grain="tenth",
        by=("place",),
        periods=("all",),
    ),
    Measure(
        "calibration_actual",
        "Orders that came, by tenth",
        f"Mean purchase days a customer that came {_HELD_OUT}, of customers in tenths by prediction.",
        "orders",
        "customers",
        _placed("actual", "counted", interval=True),
        Direction.NEITHER,
        grain="tenth",
        by=("place",),
        periods=("all",),
    ),
    Measure(
        "tracking_expected",
        "Orders expected, by month",
        "Purchase days (days with an order) that the published candidate expected of the customers it was "
        "examined on, in "
        "each month that was held out.",
        "orders",
        "customers",
        _tracked("expected", "predicted by the published candidate"),
        Direction.NEITHER,
        Timing.LEADING,
        grain="month",
        by=("month",),
        periods=("all",),
    ),
    Measure(
        "tracking_actual",
        "Orders that came, by month",
        "Purchase days (days with an order) of the customers that the exam was held on, in each month that "
        "was held out.",
        "orders",
        "customers",
        _tracked("actual", "counted"),
        Direction.NEITHER,
        grain="month",
        by=("month",),
        periods=("all",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
