"""Objectives with key results: one a goal, with bases that are read and targets to argue about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from custrata.drafting.chapters.goals import Theme, role_of
from custrata.drafting.chapters.scorecard import BUYERS, LINES, Line, aim_of, base_of, moves, title_of
from custrata.drafting.roles import CHIEF
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Figure
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.vocabulary import Direction, Timing

MOST_RESULTS = 3
"""More key results than this are a list of wishes."""

WORDS: Mapping[str, str] = {
    "keep": "Fewer of the customers we have go, and we know why those who go do.",
    "widen": "Customers who gain most from us trust us with more of what they need.",
    "repair": "Nobody is served at a loss unless we have decided to.",
    "begin": "The first order is the beginning of a habit more often than now.",
    "win": "We win more of what fits, with fewer hours in what does not.",
    "know": "We know most of those who buy from us.",
    "serve": "Help is quick enough that nobody has to ask twice.",
}
"""What a team sets out to reach, by theme."""

NO_MARGIN = "Every discount has a reason, and what comes back is understood."
"""The objective of ``repair`` where no cost is known."""

_LOWER, _LEADING = Direction.LOWER, Timing.LEADING

EXTRA = (
    Line("category_breadth", "Categories that a customer buys from", timing=_LEADING),
    Line("discount_share", "Given off the listed price", better=_LOWER, timing=_LEADING),
    Line("new_customers", "Customers won in the latest period", "current", timing=_LEADING),
    Line("won_revenue", "Revenue won in the latest period", "current"),
    Line("first_response_hours", "Hours to the first answer", better=_LOWER, timing=_LEADING),
    Line("anonymous_orders", "Orders that name no customer", "current", better=_LOWER, timing=_LEADING),
    Line("anonymous_revenue", "Revenue that names no customer", "current", better=_LOWER),
)
"""Measures of the themes that are no line of the scorecard."""

WHOLE = ("mrr", "revenue", "active_customers", "top_10_revenue_share")
"""Measures of the whole base, which every goal serves and none names."""

_LINES = {line.measure: line for line in (*LINES, *EXTRA)}


def draft_objectives(sketch: Sketch) -> tuple[Objective, ...]:
    """One objective a goal; key results are its measures, those that can be read."""
    used: set[str] = set()
    pairs = zip(sketch.themes, sketch.goals, strict=True)
    found = [_objective(sketch, theme, goal, used) for theme, goal in pairs]
    base = _base(sketch, used | {m for g in sketch.goals for m in (*g.leading, *g.lagging)})
    return (*found, base) if found and base.key_results else tuple(found)


def _base(sketch: Sketch, used: Collection[str]) -> Objective:
    """What all goals are for: the base as a whole, by the measures of the scorecard that no goal names."""
    lines = [_LINES[m] for m in WHOLE if m not in used and _moves(sketch, m)]
    return Objective(
        id="objective-base",
        statement=sketch.pen.proposal(_whole(lines), CHIEF),
        team="all",
        key_results=tuple(_of_line(sketch, "base", line, CHIEF) for line in lines[:MOST_RESULTS]),
        owner=Owner(role=CHIEF),
    )


def _whole(lines: Sequence[Line]) -> str:
    hangs = any(line.measure == "top_10_revenue_share" for line in lines)
    return f"The base as a whole brings more{', and hangs on no single name' if hangs else ''}."


def _objective(sketch: Sketch, theme: Theme, goal: Goal, used: set[str]) -> Objective:
    pen, role = sketch.pen, role_of(sketch.pen, theme)
    blind = theme.id == "repair" and sketch.desk.value("gross_margin") is None
    return Objective(
        id=f"objective-{theme.id}",
        statement=pen.proposal(NO_MARGIN if blind else WORDS[theme.id], role),
        goal=goal.id,
        team=role.removeprefix("head of "),
        key_results=_results(sketch, theme, goal, used),
        owner=Owner(role=role),
    )


def _results(sketch: Sketch, theme: Theme, goal: Goal, used: set[str]) -> tuple[KeyResult, ...]:
    """Measures that can be read, else one that is waited for; none that another objective has already."""
    named = dict.fromkeys((*goal.lagging, *goal.leading, *_more(sketch, theme)))
    measures = [m for m in named if m not in used]
    read = [m for m in measures if _moves(sketch, m)]
    waited = [m for m in measures if not _silent(sketch, m) and _figure(sketch, m) is None][:1]
    held = [m for m in measures if _figure(sketch, m) is not None][:1]
    chosen = tuple(read or waited or held)[:MOST_RESULTS]
    used.update(chosen)
    return tuple(_result(sketch, theme, m, role_of(sketch.pen, theme)) for m in chosen)


def _moves(sketch: Sketch, measure: str) -> bool:
    """Whether a measure can be read and its target lies beyond where it stands, else another is taken."""
    figure = _figure(sketch, measure)
    return figure is not None and moves(sketch.desk, _LINES[measure], figure)


def _figure(sketch: Sketch, measure: str) -> Figure | None:
    line = _LINES.get(measure)
    found = base_of(sketch.desk, line) if line else None
    return found if found is not None and found.value else None


def _more(sketch: Sketch, theme: Theme) -> tuple[str, ...]:
    return ("customer_churn_rate",) if theme.id == "keep" and sketch.desk.contractual else ()


def _silent(sketch: Sketch, measure: str) -> bool:
    """Whether a measure says nothing here: customers order less often than its window."""
    return sketch.desk.slow and measure in BUYERS


def _result(sketch: Sketch, theme: Theme, measure: str, role: str) -> KeyResult:
    line = _LINES.get(measure)
    if line is None or _figure(sketch, measure) is None:
        return KeyResult(id=f"result-{theme.id}-{_word(measure)}", measure=measure, owner=Owner(role=role))
    return _of_line(sketch, theme.id, line, role)


def _of_line(sketch: Sketch, theme: str, line: Line, role: str) -> KeyResult:
    measure, figure = line.measure, _figure(sketch, line.measure)
    assert figure is not None, "asked only where it can be read"
    title = title_of(sketch.desk, line, figure)
    found = aim_of(sketch.desk, line, figure) if _moves(sketch, measure) else None
    return KeyResult(
        id=f"result-{theme}-{_word(measure)}",
        measure=measure,
        base=sketch.pen.claim(f"{title}, where we begin: {{base}}.", figure, topic="key_result"),
        target=found[0] if found else None,
        in_months=12,
        better=line.better,
        owner=Owner(role=role),
    )


def _word(measure: str) -> str:
    return measure.replace("_", "-")
