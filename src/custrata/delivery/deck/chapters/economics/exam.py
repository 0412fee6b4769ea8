"""Which model may be believed: the marks of all candidates, and the published one against what came."""

from __future__ import annotations

from custrata.delivery.deck.chapters.economics import asking
from custrata.delivery.deck.chapters.pieces import number, words
from custrata.delivery.deck.material import Material, month_text
from custrata.delivery.deck.plots import Calibration, Line, Lines
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table
from custrata.delivery.figures import Name, Prose, Spelling, derived, figure, figures, say
from custrata.strategy.wording.models import NAIVE, mark_place, model_name, named_first
from custrata.vocabulary import Reading

HEADS = {
    "deviance": "Deviance",
    "mae": "Mean absolute error",
    "rmse": "Root mean square error",
    "correlation": "Correlation",
    "total_error": "Error of the total",
    "gain": "Gain on the best naive rule",
}
"""Heads of marks; those of other names are shown as they are called."""

_SHARES = ("total_error", "gain")
_THREE, _PER_CENT = Spelling(decimals=3), Spelling("", "%", 0.01, 1)
_NEARLY_WHOLE = 25
"""Day of the month from which a month counts as whole."""

_MOST_MARKS, _FEWEST_PLACES = 5, 3


def published(material: Material) -> str:
    """The candidate that the exam published; empty when nothing says which."""
    for reading in asking.points(material, "exam_gain", "candidate"):
        return reading.segment[0][1]
    names = {r.segment[0][1] for r in asking.points(material, "exam_mark", "candidate", "mark")}
    return named_first(material.snapshot.manifest.rules.get("exam", ()), sorted(names))


def candidates(material: Material) -> Slide | None:
    """All candidates with their marks, the published one emphasised."""
    found = asking.points(material, "exam_mark", "candidate", "mark")
    names = list(dict.fromkeys(r.segment[0][1] for r in found))
    marks = sorted({r.segment[1][1] for r in found}, key=mark_place)[:_MOST_MARKS]
    if len(names) < 2 or not marks:
        return None
    by = {(r.segment[0][1], r.segment[1][1]): r for r in found}
    chosen = published(material)
    ranked = sorted(names, key=lambda n: (n != chosen, _value(by.get((n, marks[0]))), n))
    rows = tuple(
        Row(
            (
                words(asking.capital(model_name(name)), bold=name == chosen),
                words("published" if name == chosen else ""),
                *(_cell(by.get((name, mark)), bold=name == chosen) for mark in marks),
            ),
            emphasised=name == chosen,
        )
        for name in ranked
    )
    heads = (Column(HEADS.get(mark, asking.capital(mark)), right=True, share=0.4) for mark in marks)
    return Slide(
        "Economics",
        "Exam of the models",
        _titles(material, chosen),
        say(
            "Predictions for a later part of the history, which no candidate had seen; lower error is better"
        ),
        (Placed(Table((Column("Candidate"), Column("", share=0), *heads), rows)),),
        say("believe what passed this exam, and look again when a new period is in"),
    )


def _value(reading: Reading | None) -> float:
    return reading.value if reading is not None and reading.value is not None else float("inf")


def _cell(reading: Reading | None, *, bold: bool) -> Cell:
    """A mark with its interval in the same spelling."""
    if reading is None:
        return number(None)
    per_cent = reading.unit == "share" or reading.segment[-1][1] in _SHARES
    written = _PER_CENT if per_cent else _THREE
    beneath = Prose()
    if reading.low is not None and reading.high is not None:
        beneath = say(Name(f"{written.text(reading.low)} to {written.text(reading.high)}", "interval"))
    return number(figure(reading, written=written), bold=bold, under=beneath)


def _titles(material: Material, chosen: str) -> tuple[Prose, ...]:
    gain = next(iter(asking.points(material, "exam_gain", "candidate")), asking.read(material, "exam_gain"))
    unsure = (
        say("No model is surely better than a naive rule: who will order cannot be predicted from this"),
        say("No model is surely better than a naive rule on later data"),
    )
    if chosen in NAIVE:
        return unsure
    if gain is None or gain.value is None:
        return (say("Each model sat an exam on later data before it was believed"),)
    value = figure(gain)
    if gain.low is not None and gain.low > 0:
        return (
            say(
                "The prediction is ",
                value,
                " better",
                asking.between(value),
                " than the best naive rule, on later data",
            ),
            say("The prediction is ", value, " better than the best naive rule"),
        )
    return unsure


def check(material: Material) -> Slide | None:
    """Actual against expected by month, and predicted against actual by tenths of customers."""
    tracking, places = _tracking(material), _calibration(material)
    if tracking is None and places is None:
        return None
    placed = []
    if tracking is not None:
        placed.append(Placed(tracking, 0, 7 if places else 12))
    if places is not None:
        placed.append(Placed(places, 7 if tracking else 0, 5 if tracking else 12))
    sure = next(iter(asking.points(material, "calibration_actual", "place")), None)
    return Slide(
        "Economics",
        "Predicted and actual",
        _check_titles(material),
        say(
            "Purchase days in the part of the history that was held back: by month, and by tenths of"
            " customers ranked by prediction",
            asking.how_sure(sure) if sure is not None else Prose(),
        ),
        tuple(placed),
        say("trust totals and ranks as far as the points lie on the line, and no single customer's figure"),
    )


def _tracking(material: Material) -> Lines | None:
    actual = {r.segment[0][1]: r for r in asking.points(material, "tracking_actual", "month")}
    expected = {r.segment[0][1]: r for r in asking.points(material, "tracking_expected", "month")}
    months = [m for m in sorted(actual) if m in expected and m != _begun(material)]
    if len(months) < _FEWEST_PLACES:
        return None
    came, thought = (figures(tuple(side[m] for m in months)) for side in (actual, expected))
    both = tuple(side[m] for side in (actual, expected) for m in months)
    lines = (Line("Actual", came), Line("Expected", thought, dashed=True))
    return Lines(tuple(month_text(m) for m in months), lines, asking.spelt(both), "Purchase days by month")


def _begun(material: Material) -> str:
    """The month in which the data end when much of it lies ahead: its purchase days are not all there yet."""
    end = material.snapshot.manifest.as_of
    return f"{end:%Y-%m}" if end.day < _NEARLY_WHOLE else ""


def _calibration(material: Material) -> Calibration | None:
    predicted = {r.segment[0][1]: r for r in asking.points(material, "calibration_predicted", "place")}
    actual = {r.segment[0][1]: r for r in asking.points(material, "calibration_actual", "place")}
    both = sorted((p for p in predicted if p in actual), key=lambda p: _value(predicted[p]))
    if len(both) < _FEWEST_PLACES:
        return None
    pairs = tuple((figure(predicted[p]), figure(actual[p])) for p in both)
    return Calibration(pairs, "Predicted, a customer", "Actual, a customer")


def _check_titles(material: Material) -> tuple[Prose, ...]:
    predicted = {r.segment[0][1]: r for r in asking.points(material, "calibration_predicted", "place")}
    actual = [
        r for r in asking.points(material, "calibration_actual", "place") if r.segment[0][1] in predicted
    ]
    within = [
        r
        for r in actual
        if r.low is not None and r.high is not None and r.low <= _value(predicted[r.segment[0][1]]) <= r.high
    ]
    if len(actual) >= _FEWEST_PLACES and any(r.low is not None for r in actual):
        held = derived(float(len(within)), "groups", actual, "groups whose interval holds the prediction")
        groups = derived(float(len(actual)), "groups", actual, "groups of customers by prediction")
        return (
            say("In ", held, " of ", groups, " groups of customers the prediction lies within the interval"),
        )
    return _total_titles(material)


def _total_titles(material: Material) -> tuple[Prose, ...]:
    came, thought = (asking.points(material, f"tracking_{m}", "month") for m in ("actual", "expected"))
    if not came or not thought:
        return (say("What was expected of customers, and what came"),)
    days = derived(sum(r.value or 0.0 for r in came), "purchase days", came, "sum over months")
    hoped = round(sum(r.value or 0.0 for r in thought))
    expected = derived(float(hoped), "purchase days", thought, "sum over months")
    return (say(expected, " purchase days were expected of customers on later data, ", days, " came"),)
