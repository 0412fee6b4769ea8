"""What customers say: recommendation, satisfaction, effort and ratings, each with its interval."""

from __future__ import annotations

import math

import ibis

from custrata.customers import Base
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import Z95, count, mean, share
from custrata.measures.kernel.exact import CENTS, squared
from custrata.measures.kernel.measure import Estimate, Formula, Measure, Row
from custrata.vocabulary import Direction, Period, Timing

_NEEDS = ("feedback.rating",)
_PROMOTER, _DETRACTOR, _NPS_TOP = 9, 6, 10
_CSAT_TOP = 5


def answers(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row an answer with a rating that was given in the window."""
    rows = base.tables["feedback"]
    rows = rows.mutate(on=rows.answered_at.date())
    rows = rows.filter(rows.rating.notnull() & rows.on.between(window.start, window.end))
    return attach(rows, base, dimensions)


def _recommendation(t: ibis.Table) -> dict[str, ibis.Value]:
    asked = (t.instrument == "nps") & (t.rating_max.fill_null(_NPS_TOP) == _NPS_TOP)
    asked &= t.rating.between(0, _NPS_TOP)
    return {
        "promoters": (asked & (t.rating >= _PROMOTER)).sum(),
        "detractors": (asked & (t.rating <= _DETRACTOR)).sum(),
        "answers": asked.sum(),
    }


def _satisfaction(t: ibis.Table) -> dict[str, ibis.Value]:
    """The two best answers of scales of 3 to 11 steps, the best of two, the best fifth of finer ones.

    An answer outside its scale is no answer.
    """
    best, worst = t.rating_max.fill_null(_CSAT_TOP), t.rating_min.fill_null(1)
    asked = (t.instrument == "csat") & t.rating.between(worst, best)
    steps = best - worst
    content = ibis.cases(
        (steps < 2, t.rating >= best),
        (steps <= 10, t.rating >= best - 1),
        else_=(best - t.rating) * 5 <= steps,
    )
    return {"content": (asked & content).sum(), "answers": asked.sum()}


_ASKED_FOR = {"ces": "effort", "review": "rated experience"}


def _rated(instrument: str) -> Formula:
    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        asked = t.instrument == instrument
        hundredths = t.rating.cast(CENTS)
        return {
            "sum": t.rating.sum(where=asked),
            "squares": squared(hundredths, hundredths, asked),
            "answers": asked.sum(),
        }

    return Formula(
        _NEEDS,
        answers,
        statistics,
        mean("sum", "squares", "answers", f"no answers on {_ASKED_FOR[instrument]}"),
    )


def net_promoter_score(row: Row) -> Estimate:
    """Percent of promoters (9, 10) minus percent of detractors (0 to 6), with its normal interval.

    Args:
        row: ``promoters``, ``detractors`` and ``answers``.

    Returns:
        Points from −100 to 100; the variance of one answer is p + d − (p − d)².

    Source:
        B. Rocks, Interval Estimation for the "Net Promoter Score", The American
        Statistician 70 (2016), 365-372.

    Example:
        >>> net_promoter_score({"promoters": 50, "detractors": 20, "answers": 100}).value
        30.0
    """
    n = count(row, "answers")
    if not n:
        return Estimate(None, 0, reason="no NPS answers from 0 to 10")
    plus, minus = count(row, "promoters"), count(row, "detractors")
    lead = (plus - minus) / n
    half = Z95 * math.sqrt(max(0.0, (plus + minus) / n - lead * lead) / n)
    low, high = max(-1.0, lead - half), min(1.0, lead + half)
    return Estimate(100 * lead, n, 100 * low, 100 * high, "normal, 95%")


MEASURES = (
    Measure(
        "nps",
        "Net Promoter Score",
        "Percent who would recommend the company (9 or 10) minus percent who would not (0 to 6).",
        "points",
        "answers",
        (Formula(_NEEDS, answers, _recommendation, net_promoter_score),),
        timing=Timing.LEADING,
        grain="answer",
    ),
    Measure(
        "csat",
        "Satisfaction",
        "Share of answers on satisfaction that are one of the two best.",
        "share",
        "answers",
        (Formula(_NEEDS, answers, _satisfaction, share("content", "answers", "no satisfaction answers")),),
        timing=Timing.LEADING,
        grain="answer",
    ),
    Measure(
        "ces",
        "Customer effort",
        "Mean answer on effort; whether high is easy depends on how it was asked.",
        "points",
        "answers",
        (_rated("ces"),),
        Direction.NEITHER,
        Timing.LEADING,
        grain="answer",
    ),
    Measure(
        "average_rating",
        "Average rating",
        "Mean rating in reviews.",
        "points",
        "reviews",
        (_rated("review"),),
        timing=Timing.LEADING,
        grain="answer",
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
