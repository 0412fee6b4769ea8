"""One test for each initiative: what is believed, which measure decides, how many customers it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from custrata.drafting.chapters.goals import Theme, role_of
from custrata.drafting.chapters.scorecard import LINES, aim, base_of
from custrata.drafting.running.power import per_arm, smallest_found
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.goal import Initiative
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.experiment import Experiment
from custrata.strategy.parts.statement import Figure
from custrata.vocabulary import Direction

HYPOTHESES: Mapping[str, str] = {
    "keep": "Of customers whom we reach as their silence grows, more stay than of those whom we leave alone.",
    "widen": "Of customers who gain most from us, those called first buy more than those who are not.",
    "repair": "Customers whose price or discount is corrected leave no more often than those whose is not.",
    "begin": "Of new customers who are written to in time, more order again than of those who are not.",
    "win": "Of opportunities that passed the first question of fit, more are won than before it was asked.",
    "know": "Of buyers who are offered something for being known, more are known a quarter later.",
    "serve": "Of customers who are called back after a low answer, more are still there a year later.",
}
"""What is believed, by theme, in words that can turn out false."""

WHO: Mapping[str, str] = {
    "keep": "customers who pass the usual gap between two orders",
    "widen": "customers who gain most from us",
    "repair": "customers whose price or discount is to change",
    "begin": "new customers",
    "know": "places of sale: half of them make the offer, drawn by chance",
    "serve": "customers who gave a low answer",
}
"""Who is drawn, by theme."""

METRICS: Mapping[str, tuple[str, ...]] = {
    "keep": ("logo_retention", "customer_churn_rate", "revenue"),
    "widen": ("net_revenue_retention", "revenue"),
    "repair": ("logo_retention", "customer_churn_rate", "revenue"),
    "begin": ("repeat_rate",),
    "win": ("win_rate",),
    "know": ("anonymous_revenue",),
    "serve": ("logo_retention", "customer_churn_rate", "revenue"),
}
"""Measures that may decide, by theme; the first that can be read does."""

GUARDRAILS = ("gross_margin_rate", "discount_share", "refund_rate", "nps", "tickets_per_customer")
"""Measures that must not get worse, where they can be read."""

MOST_GUARDRAILS = 2

RATES = frozenset({"logo_retention", "customer_churn_rate", "repeat_rate", "win_rate"})
"""Measures that count customers or deals who did and who did not, so that two shares can be compared."""

_LINES = {line.measure: line for line in LINES}


@dataclass(frozen=True, slots=True)
class Size:
    """The smallest effect worth finding and what it takes, both None where no figure tells.

    Attributes:
        effect: The change, in the metric's unit.
        per_arm: Customers or deals in each arm.
        stretched: Whether the effect is the smallest that those who are there can show.
    """

    effect: float | None = None
    per_arm: int | None = None
    stretched: bool = False


def draft_experiments(sketch: Sketch) -> tuple[Experiment, ...]:
    """One planned test an initiative."""
    pairs = zip(sketch.themes, sketch.initiatives, strict=True)
    return tuple(_experiment(sketch, theme, initiative) for theme, initiative in pairs)


def _experiment(sketch: Sketch, theme: Theme, initiative: Initiative) -> Experiment:
    role = role_of(sketch.pen, theme)
    measure, figure = _metric(sketch, theme)
    size = _size(measure, figure, _there(sketch, theme))
    return Experiment(
        id=f"experiment-{theme.id}",
        hypothesis=sketch.pen.proposal(_believed(sketch, theme), role),
        metric=measure,
        guardrails=_guardrails(sketch, measure),
        groups=initiative.groups,
        initiative=initiative.id,
        assumption=f"assumption-{theme.id}",
        set_up=_set_up(sketch, theme),
        least_effect=size.effect,
        n_per_arm=size.per_arm,
        next_step=_next(size),
        owner=Owner(role=role),
    )


def _believed(sketch: Sketch, theme: Theme) -> str:
    if theme.id == "keep" and sketch.desk.by_contract:
        return (
            "Of customers with whom we speak before the contract ends, more stay than of those we leave "
            "alone."
        )
    return HYPOTHESES[theme.id]


def _metric(sketch: Sketch, theme: Theme) -> tuple[str, Figure | None]:
    for measure in METRICS[theme.id]:
        line = _LINES.get(measure)
        figure = base_of(sketch.desk, line) if line else sketch.desk.figure("base", measure)
        if figure is not None and figure.value:
            return measure, figure
    return METRICS[theme.id][0], None


def _size(measure: str, figure: Figure | None, there: float | None) -> Size:
    """The step to the proposed target, or the smallest that those who are there can show."""
    if figure is None or figure.value is None or measure not in RATES or not there:
        return Size()
    line = _LINES[measure]
    aimed = aim(figure.value, figure.unit, line.better)
    target = figure.value if aimed is None else aimed[0]
    needed = None if aimed is None else per_arm(figure.value, target)
    half = int(there // 2)
    if needed is not None and needed <= half:
        return Size(round(abs(target - figure.value), 3), needed)
    effect = smallest_found(figure.value, half, line.better is Direction.HIGHER)
    return Size() if effect is None else Size(effect, half, stretched=True)


def _guardrails(sketch: Sketch, measure: str) -> tuple[str, ...]:
    desk = sketch.desk
    read = [m for m in GUARDRAILS if m != measure and desk.value(m) is not None]
    return tuple(read[:MOST_GUARDRAILS])


def _set_up(sketch: Sketch, theme: Theme) -> str:
    if theme.id == "win":
        return (
            "Ask the question of fit in half of the new opportunities, drawn by chance, and compare "
            "both halves."
        )
    whom = WHO[theme.id]
    if theme.id == "keep" and sketch.desk.by_contract:
        whom = "customers whose contract nears its end"
    return f"Draw by chance among {whom}: half are treated, half are left as they are until the test ends."


def _next(size: Size) -> str:
    if size.per_arm is None:
        return "Say which change would be worth finding; then the number of customers can be worked out."
    if size.stretched:
        return (
            "Decide whether so large an effect is likely: all who are there, half in each arm, show no "
            "smaller one."
        )
    return "Draw the two halves and keep the list where both teams see it."


def _there(sketch: Sketch, theme: Theme) -> float | None:
    """How many customers, or deals decided in the latest window, there are to draw from."""
    if theme.id != "win":
        return sketch.desk.value("customers")
    read = (sketch.desk.snapshot.reading("win_rate", (), period) for period in ("current", "all"))
    return next((float(r.n) for r in read if r is not None and r.value is not None), None)
