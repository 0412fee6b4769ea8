"""Step: models of buying sit an exam on the last part of the history."""

from __future__ import annotations

from typing import Any

import ibis
import numpy as np

from custrata.customers import Base
from custrata.errors import EstimateError
from custrata.flow.engine import Engine
from custrata.flow.step import Step, related
from custrata.intelligence.exam.candidates import Exam, examined, next_year, points_of, sentences
from custrata.intelligence.exam.features import (
    Histories,
    histories,
    histories_query,
    later_orders_query,
    purchase_days_query,
    sampled_query,
)
from custrata.intelligence.exam.relations import (
    CALIBRATION,
    MARKS,
    TRACKING,
    TREE_PREDICTIONS,
    TYPES,
    calibration_rows,
    mark_rows,
    tracking_rows,
)
from custrata.intelligence.exam.split import Point, check_enough, split, split_at
from custrata.intelligence.exam.verdict import spoken
from custrata.measures.orders import orders_of
from custrata.sources.account import Caveat
from custrata.vocabulary import Relationship

MOST_CUSTOMERS = 30_000
"""So many, drawn by a hash of their ids, are enough to tell candidates apart."""
MOST_FORETOLD = 300_000
"""Looking at every order of more customers than that takes longer than what trees add is worth."""
NEXT_DAYS = 365

_DAYS, _PEOPLE, _PLACED = "exam_days", "exam_people", "exam_placed"


def examine(base: Base, notional: bool, engine: Engine) -> Step:
    """Hold the exam, and keep its marks, calibration and tracking as relations.

    Args:
        base: The base with purchase summaries.
        notional: Whether its days are notional; then nothing can be held out.
        engine: Runs the queries and keeps the relations.
    """
    try:
        _check_examinable(base, notional)
        return _held(base, engine)
    except EstimateError as refusal:
        text = f"No exam of models of buying: {refusal.what}."
        return Step(base, {"exam": (text,)}, (Caveat("no-exam", text, where="exam_mark"),))
    finally:
        for name in (_DAYS, _PEOPLE, _PLACED):
            engine.drop(name)


def _check_examinable(base: Base, notional: bool) -> None:
    if base.relationship is Relationship.CONTRACTUAL:
        why = "customers are bound by contract, so what counts is how long contracts run"
    elif not base.has("transactions.amount"):
        why = "no table holds orders"
    elif notional:
        why = "the data carry no dates"
    else:
        return
    raise EstimateError(why, remedy="nothing, if that is so")


def _held(base: Base, engine: Engine) -> Step:
    customers = base.tables["customers"]
    (facts,) = engine.rows(
        customers.aggregate(start=customers.first_order_on.min(), buyers=customers.first_order_on.count())
    )
    if facts["start"] is None:
        raise EstimateError("no customer has an order", remedy="name customers in the orders")
    when = split(facts["start"], base.windows.get("current"))
    share = MOST_CUSTOMERS / max(facts["buyers"], 1)
    days = _purchase_days(base, share, engine)
    wanted = base.settings.value.model
    points = points_of(when, facts["buyers"], wanted == "auto")
    known = _histories(days, points, engine)
    held_out = known[when.held_out]
    check_enough(when.held_out.origin, len(held_out), int(held_out.x.sum()), int(held_out.actual.sum()))
    exam = examined(when, known, wanted)
    later = engine.rows(later_orders_query(days, when.held_out))
    rows = {
        MARKS: mark_rows(exam),
        CALIBRATION: calibration_rows(exam, held_out),
        TRACKING: tracking_rows(exam, later),
    }
    for name, found in rows.items():
        engine.keep_rows(name, TYPES[name], found)
        base = related(base, name, engine)
    said = (_relation_sentence(base), *sentences(exam))
    if exam.verdict.ensemble and facts["buyers"] > MOST_FORETOLD:
        said = (*said, f"Trees foretell no single customer here: there are more than {MOST_FORETOLD:,}.")
    elif exam.verdict.ensemble and exam.ensemble is not None:
        base = _with_next_year(base, exam, share, engine)
    return Step(base, {"exam": said}, _caveats(exam, wanted))


def _purchase_days(base: Base, share: float, engine: Engine) -> ibis.Table:
    engine.keep(_PEOPLE, sampled_query(base.tables["customers"], share))
    engine.keep(_DAYS, purchase_days_query(orders_of(base), engine.table(_PEOPLE)))
    return engine.table(_DAYS)


def _histories(days: ibis.Table, points: tuple[Point, ...], engine: Engine) -> dict[Point, Histories]:
    arrays = engine.arrays(histories_query(days, points))
    return dict(zip(points, histories(arrays, points), strict=True))


def _with_next_year(base: Base, exam: Exam, share: float, engine: Engine) -> Base:
    """The base with what the ensemble expects of every customer in the year to come."""
    assert exam.ensemble is not None
    days, most = engine.table(_DAYS), exam.split.held_out.days
    when = split_at(exam.split.start, base.as_of, base.as_of + np.timedelta64(NEXT_DAYS, "D").item(), most)
    learnt = _histories(days, when.learnt, engine)
    if share < 1:
        days = _purchase_days(base, 1.0, engine)
    now = _histories(days, (when.held_out,), engine)[when.held_out]
    expected = next_year(exam.ensemble, when, learnt, now, NEXT_DAYS)
    placed: dict[str, Any] = {
        "place": now.columns["place"].astype(np.int64),
        "expected_orders": np.round(expected, 6),
    }
    engine.keep_arrays(_PLACED, placed)
    joined = engine.table(_PEOPLE).join(engine.table(_PLACED), "place")
    engine.keep(TREE_PREDICTIONS, joined.select("customer_id", "expected_orders"))
    return related(base, TREE_PREDICTIONS, engine)


def _relation_sentence(base: Base) -> str:
    if base.relationship is Relationship.MIXED:
        return "Relationship: mixed; models of buying are examined on the orders, contracts are not theirs."
    return "Relationship: non-contractual, so how often customers order again must be predicted."


def _caveats(exam: Exam, wanted: str) -> tuple[Caveat, ...]:
    verdict = exam.verdict
    if verdict.naive:
        return (Caveat("naive-rule-stands", verdict.reason, where="exam_mark"),)
    if wanted != "auto" and wanted not in exam.predictions:
        text = f"{spoken(wanted)} is set, but could not sit the exam: {exam.refused.get(wanted, '')}."
        return (Caveat("set-model-refused", text, where="value.model"),)
    return ()
