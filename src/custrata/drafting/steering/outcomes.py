"""The one set of desired customer outcomes, in customers' words, with what each function does for it."""

from __future__ import annotations

from collections.abc import Mapping

from custrata.drafting.chapters.goals import Theme, role_of
from custrata.drafting.roles import DATA, FINANCE, MARKETING, PRODUCT, SERVICE, keeper, winner
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.goal import Goal
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.outcome import CustomerOutcome, FunctionPlan

KEEPER, WINNER = "keeper", "winner"
"""Stand for the roles that depend on the kind of company."""

WORDS: Mapping[str, str] = {
    "keep": "I get enough out of it that I want to stay.",
    "widen": "I find what else would help me without having to look for it.",
    "repair": "I pay a price that I find fair for what I get.",
    "begin": "I soon find a reason to come back.",
    "win": "I learn early whether they can help me.",
    "know": "They know me, and I get something for it.",
    "serve": "When I need help I get it quickly, and once.",
}
"""The outcome of each theme, as a customer would say it."""

SILENT = "speaks with those who fall silent, before they are gone"
ENDING = "speaks with those whose contract nears its end, before they go"
"""What is done for customers who may go: without a contract, with one."""

PLANS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "keep": (
        (KEEPER, SILENT),
        (SERVICE, "tells within a day who was left without an answer"),
        (PRODUCT, "removes the cause that is named most, one a month"),
    ),
    "widen": (
        (KEEPER, "calls those who gain most at fixed occasions, with one thing that fits"),
        (PRODUCT, "makes one offer for the group that comes first"),
        (MARKETING, "shows what customers like them use, in their own words"),
    ),
    "repair": (
        (FINANCE, "shows what is left of each customer and product after cost, every month"),
        (WINNER, "gives no discount without a reason that is written down"),
        (SERVICE, "moves what needs nobody to help that customers find themselves"),
    ),
    "begin": (
        (MARKETING, "writes to new customers within the usual gap between two orders"),
        (SERVICE, "answers questions after the first order before all others"),
        (PRODUCT, "makes the second order shorter than the first"),
    ),
    "win": (
        (WINNER, "turns away what does not fit at the first meeting, and says so kindly"),
        (MARKETING, "says plainly for whom this is, and for whom it is not"),
        (DATA, "shows what deals that were won had in common at the start"),
    ),
    "know": (
        (MARKETING, "offers something worth having for being known"),
        (SERVICE, "asks for the name where a customer needs help anyway"),
        (DATA, "keeps one record a customer, with consent"),
    ),
    "serve": (
        (SERVICE, "calls back those who gave the lowest answers within a week"),
        (PRODUCT, "takes the cause that is named most into the next release"),
        (DATA, "shows the cause, the count and the customers behind it each week"),
    ),
}
"""What functions do for each theme."""


def draft_outcomes(sketch: Sketch) -> tuple[CustomerOutcome, ...]:
    """One outcome a goal; none where the data call for no goal."""
    pairs = zip(sketch.themes, sketch.goals, strict=True)
    return tuple(_outcome(sketch, theme, goal) for theme, goal in pairs)


def _outcome(sketch: Sketch, theme: Theme, goal: Goal) -> CustomerOutcome:
    pen = sketch.pen
    return CustomerOutcome(
        id=f"outcome-{theme.id}",
        statement=pen.proposal(WORDS[theme.id], role_of(pen, theme)),
        measure=_measure(sketch, theme),
        groups=goal.groups,
        plans=tuple(_plan(sketch, theme, goal, place) for place in range(len(PLANS[theme.id]))),
    )


def _measure(sketch: Sketch, theme: Theme) -> str:
    """The first measure of the theme that can be read, what sums up before what moves early."""
    desk = sketch.desk
    for name in (*theme.lagging, *theme.leading):
        if any(desk.value(name, period=period) is not None for period in ("current", "all")):
            return name
    return ""


def _plan(sketch: Sketch, theme: Theme, goal: Goal, place: int) -> FunctionPlan:
    role, contribution = PLANS[theme.id][place]
    who = {KEEPER: keeper(sketch.desk), WINNER: winner(sketch.desk)}.get(role, role)
    return FunctionPlan(
        id=f"plan-{theme.id}-{place + 1}",
        function=who.removeprefix("head of "),
        contribution=ENDING if contribution == SILENT and sketch.desk.by_contract else contribution,
        goals=(goal.id,),
        owner=Owner(role=who),
    )
