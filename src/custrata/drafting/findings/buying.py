"""Findings on how customers buy: coming back, falling silent, giving back, buying on discount."""

from __future__ import annotations

from custrata.drafting.desk import Desk, key
from custrata.drafting.findings.sentence import FindingSentence, known
from custrata.vocabulary import Reading, Stage

FIRM_COHORT = 30
"""Customers that a cohort must have for a sentence about it."""


def coming_back(desk: Desk) -> FindingSentence | None:
    """How many customers have bought more than once."""
    rate = desk.figure("rate", "repeat_rate")
    if rate is None or rate.value is None or desk.invoiced:
        return None
    low, habit = rate.value < 0.5, rate.value >= 0.8
    return FindingSentence(
        topic="repeat",
        block="customer_context",
        title="Only {rate} of customers have ever come back for a second order"
        if low
        else "{rate} of customers have come back for a second order",
        figures=(rate,),
        consequence="Coming back is the habit here: watch for the customers who break it."
        if habit
        else "The second order is the step that is missing: work on the weeks after the first.",
        weight=0.9 * (1 - rate.value) if low else 0.12,
    )


def silent(desk: Desk) -> FindingSentence | None:
    """Customers who have not ordered for longer than is usual."""
    if desk.contractual:
        return None
    worth = "revenue" if desk.keys("revenue", "stage") else ""
    n = desk.in_stage("n", Stage.AT_RISK) or desk.in_stage("n", Stage.LAPSED)
    if n is None or not worth or not n.value:
        return None
    where = n.segment
    part = desk.share("share", worth, where)
    stake = desk.figure("stake", worth, where)
    figures = known((n, stake))
    if figures is None or part is None:
        return None
    at_risk = where == (("stage", Stage.AT_RISK.value),)
    aside = " Newcomers are not among them." if desk.newcomers_aside else ""
    return FindingSentence(
        topic="at_risk" if at_risk else "lapsed",
        block="concept_of_experience",
        title="{n|customer has|customers have} been silent for one to two usual gaps; they brought {stake}"
        if at_risk
        else "{n|customer has|customers have} not ordered for twice the usual gap; they brought {stake}",
        figures=figures,
        consequence="Reach them while their silence is short, those who brought most first." + aside
        if at_risk
        else "Reach those who brought most, and ask the others what keeps them away." + aside,
        weight=0.9 * (part.value or 0) if at_risk else 0.7 * (part.value or 0),
        at_stake=stake,
    )


def lapsed(desk: Desk) -> FindingSentence | None:
    """Customers who have not ordered for twice the usual gap, as a part of the base."""
    where = (("stage", Stage.LAPSED.value),)
    part, n = desk.share("share", "customers", where), desk.in_stage("n", Stage.LAPSED)
    figures = known((n, part))
    days = desk.two_gaps("days")
    if figures is None or desk.contractual or (figures[1].value or 0) < 0.1:
        return None
    return FindingSentence(
        topic="lapsed",
        block="customer_context",
        title=_gone("{n|customer|customers}, {share} of all", desk.newcomers_aside, bound=days is not None),
        figures=(*figures, days) if days else figures,
        consequence="Decide whom of them to reach first, and count who comes back: silence is not leaving.",
        weight=0.5 * (figures[1].value or 0),
        at_stake=desk.figure("stake", "revenue", where),
    )


def _gone(named: str, aside: str, *, bound: bool) -> str:
    """The sentence on the silent of long; a title has no room for newcomers and for two gaps at once."""
    if not bound:
        return f"{named}{aside or ','} have not ordered for more than twice the usual gap"
    gaps = "" if aside else ", twice the usual gap"
    return f"{named}{aside or ','} have not ordered for more than {{days}} days{gaps}"


def refunded(desk: Desk) -> FindingSentence | None:
    """Money given back."""
    money = desk.figure("money", "refunds")
    part = desk.figure("part", "refunds", over=[key("revenue"), key("refunds")])
    figures = known((money, part))
    if figures is None or (figures[1].value or 0) < 0.02:
        return None
    return FindingSentence(
        topic="refunds",
        block="products_and_services",
        title="Refunds give back {money}, {part} of what was sold",
        figures=figures,
        consequence="Find the products and customers behind the refunds; mend promise or product.",
        weight=min(0.6, 2.5 * (figures[1].value or 0)),
        at_stake=money,
    )


def discounted(desk: Desk) -> FindingSentence | None:
    """Value given away as discount."""
    share = desk.figure("share", "discount_share")
    if share is None or (share.value or 0) < 0.05:
        return None
    return FindingSentence(
        topic="discounts",
        block="products_and_services",
        title="Discounts take {share} off the listed price",
        figures=(share,),
        consequence="Test on some customers whether the discount earns its cost before it is given to all.",
        weight=min(0.5, 1.5 * (share.value or 0)),
    )


def early_leavers(desk: Desk) -> FindingSentence | None:
    """The newest firm cohort of the latest window one step on, and how many are still there.

    Nothing is said where customers usually order less often than once a step: then most of those who are
    away will come back.
    """
    newest = max(_first_steps(desk), key=lambda r: r.segment[0][1], default=None)
    kept = desk.figure("kept", "cohort_retention", newest.segment) if newest else None
    if newest is None or kept is None or kept.value is None:
        return None
    cohort = newest.segment[0][1]
    step = _grain(cohort)
    days = _DAYS[step]
    if not desk.by_contract and (desk.value("inter_purchase_days") or days) > days / 2:
        return None
    verb = "were still with us" if desk.by_contract else "bought again"
    return FindingSentence(
        topic="cohort",
        block="concept_of_experience",
        title=f"Of customers who began in “{cohort}”, {{kept}} {verb} in the {step} after",
        figures=(kept,),
        consequence="Follow up the first order within weeks; see whether the next cohort stays longer.",
        weight=0.35 * (1 - kept.value),
    )


_DAYS = {"month": 30, "quarter": 91, "year": 365}


def _grain(label: str) -> str:
    """How long a cohort is, by its label: ``2025-Q2`` or ``FY2026-Q1``, ``2025-04``, ``2025``."""
    if "Q" in label:
        return "quarter"
    return "month" if "-" in label else "year"


def _first_steps(desk: Desk) -> list[Reading]:
    """Readings of firm cohorts that began in the latest window, one step after they began.

    The first cohort of all is left out: it holds everybody who was there when the data begin.
    """
    window = desk.snapshot.manifest.windows.get("current")
    if window is None:
        return []
    reckoning = desk.snapshot.manifest.reckoning
    begins = {grain: reckoning.label(window.start, grain) for grain in _DAYS}
    points = desk.snapshot.points("cohort_retention", "cohort", "age")
    first = min((r.segment[0][1] for r in points), default="")
    return [
        r
        for r in points
        if _firm(r) and r.segment[0][1] != first and r.segment[0][1] >= begins[_grain(r.segment[0][1])]
    ]


def _firm(reading: Reading) -> bool:
    return dict(reading.segment)["age"] == "1" and reading.n >= FIRM_COHORT and reading.value is not None
