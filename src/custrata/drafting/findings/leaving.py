"""Findings on contracts that end, and on what tells those who leave from those who stay."""

from __future__ import annotations

from custrata.drafting.desk import Desk, key
from custrata.drafting.findings.sentence import FindingSentence, known
from custrata.drafting.separation import BY_ONE, PER_HEAD, Separation, doubtful, plain, separations
from custrata.strategy.parts.statement import Figure

LONG_NAME = 26
"""Letters from which the name of a value makes a title too long."""


def left(desk: Desk) -> FindingSentence | None:
    """How many customers left in the latest window, else how many have ended all their contracts."""
    return _left_lately(desk) or _left_ever(desk)


def _left_lately(desk: Desk) -> FindingSentence | None:
    now = desk.figure("rate", "customer_churn_rate", period="current")
    before = desk.figure("before", "customer_churn_rate", period="previous")
    figures = known((now, before))
    if figures is None or not figures[0].value:
        return None
    return FindingSentence(
        topic="churn",
        block="performance",
        title=f"{{rate}} of customers left in {desk.this_year}, {{before}} in {desk.year_before}",
        figures=figures,
        consequence="Name an owner for keeping customers, and speak to them before the contract ends.",
        weight=min(1.0, 2.0 * figures[0].value),
        at_stake=desk.figure("stake", "lost_revenue", period="current"),
    )


def _left_ever(desk: Desk) -> FindingSentence | None:
    rate = desk.figure("rate", "customer_churn_rate")
    n = desk.figure("n", "customers")
    figures = known((rate, n))
    if figures is None or not figures[0].value:
        return None
    return FindingSentence(
        topic="churn",
        block="performance",
        title="{rate} of {n|customer has|customers have} left",
        figures=figures,
        consequence="Name an owner for keeping customers, and speak to them before the contract ends.",
        weight=min(1.0, 2.0 * figures[0].value),
    )


def who_leaves(desk: Desk) -> FindingSentence | None:
    """The attribute that tells best who leaves."""
    found = [s for s in separations(desk) if s.measure == "customer_churn_rate"]
    return _apart(desk, found[0]) if found else None


def _apart(desk: Desk, separation: Separation) -> FindingSentence | None:
    high, low = separation.firm[0], separation.firm[-1]
    figures = known(
        (
            desk.figure("high", "customer_churn_rate", high.segment),
            desk.figure("low", "customer_churn_rate", low.segment),
        )
    )
    if figures is None:
        return None
    names = len(high.name) + len(low.name) + len(separation.dimension)
    title = (
        f"With {plain(separation.dimension)} “{high.name}” {{high}} have left; with “{low.name}” {{low}}"
        if names <= 2 * LONG_NAME
        else f"By {plain(separation.dimension)[:LONG_NAME]}, between {{low}} and {{high}} of customers left"
    )
    return FindingSentence(
        topic="churn_by_attribute",
        block="customer_context",
        title=title,
        figures=figures,
        consequence=f"See what those who stay have, and offer it to some others as a test{_of(separation)}.",
        weight=min(0.95, separation.strength * (0.5 + _hangs_on(desk, separation))),
        at_stake=desk.figure("stake", "mrr", high.segment) or desk.figure("stake", desk.worth, high.segment),
    )


def _of(separation: Separation) -> str:
    """How many differences were tried to find one that holds; nothing where it was the only one."""
    if separation.tried < 2:
        return ""
    return f"; of {separation.tried} differences tried, it is beyond chance"


def _among(separation: Separation) -> str:
    """Among how many that were tried chance makes a difference; nothing where it was the only one."""
    return "" if separation.tried < 2 else f" among the {separation.tried} that were tried"


def _hangs_on(desk: Desk, separation: Separation) -> float:
    """Part of what customers bring that those bring who leave more often than the middle of all values."""
    size = sum(v.size for v in separation.values)
    middle = sum(v.size * v.level for v in separation.values) / size
    measure = "mrr" if desk.keys("mrr", separation.dimension) else desk.worth
    shares = (desk.share("x", measure, v.segment) for v in separation.values if v.level > middle)
    return min(0.5, sum(s.value or 0.0 for s in shares if s is not None))


def monthly_revenue(desk: Desk) -> FindingSentence | None:
    """What contracts bring a month, and from how many customers."""
    figures = known((desk.figure("mrr", "mrr"), desk.figure("contracts", "contracts")))
    if figures is None or not desk.contractual:
        return None
    return FindingSentence(
        topic="monthly_revenue",
        block="business_context",
        title="Running contracts bring {mrr} a month",
        figures=figures[:1],
        consequence="Measure every decision below against this figure.",
        weight=0.15,
        at_stake=figures[0],
    )


def spells_end(desk: Desk) -> FindingSentence | None:
    """Contracts that ended, where customers hold several."""
    rate, contracts = desk.figure("rate", "spell_end_rate"), desk.value("contracts") or 0
    if rate is None or not rate.value or contracts <= 1.2 * (desk.value("customers") or contracts):
        return None
    return FindingSentence(
        topic="contracts_ended",
        block="performance",
        title="{rate} of contracts have ended, though a customer may hold others",
        figures=(rate,),
        consequence="Say which count is meant by churn, contracts or customers, before a target is set.",
        weight=0.15,
    )


def worth_apart(desk: Desk) -> FindingSentence | None:
    """The attribute that tells best what customers are worth."""
    found = [s for s in separations(desk) if s.measure == desk.worth]
    if not found:
        return None
    best = found[0]
    top, name = best.firm[0], plain(best.dimension).capitalize()
    figures = known(
        (
            desk.figure("size", "customers", top.segment, over=[key("customers")]),
            desk.share("worth", desk.worth, top.segment),
        )
    )
    if figures is None or len(top.name) + len(name) > 1.4 * LONG_NAME:
        return None
    return FindingSentence(
        topic="worth_by_attribute",
        block="customer_context",
        title=f"{name} “{top.name}” holds {{size}} of customers and brings {{worth}} of {desk.noun}",
        figures=figures,
        consequence=f"Win more like them, and check that their service is worth what they bring{_of(best)}.",
        weight=min(0.5, 0.5 * best.strength),
        at_stake=desk.figure("stake", desk.worth, top.segment),
    )


def worth_not_apart(desk: Desk) -> FindingSentence | None:
    """An attribute by which customers seem to differ in worth, while one of them or chance makes it."""
    found = doubtful(desk)
    if not found:
        return None
    top, name = found[0].firm[0], plain(found[0].dimension)
    if len(top.name) + len(name) > 1.4 * LONG_NAME:
        return None
    one = desk.figure("one", "top_1_revenue_share", top.segment)
    each = known((desk.figure("each", PER_HEAD, top.segment), desk.figure("all", PER_HEAD)))
    figures: tuple[Figure, ...]
    if found[0].doubt == BY_ONE and one is not None and one.value:
        title, figures = f"With {name} “{top.name}” one customer brought {{one}} of it all", (one,)
        why = "Draw no line by it yet: without its largest customers the difference is too small to act on."
    elif each is not None:
        title = f"With {name} “{top.name}” a customer brought {{each}}, against {{all}}: within chance"
        figures, why = each, f"Draw no line by it yet: chance alone makes one this large{_among(found[0])}."
    else:
        return None
    return FindingSentence(
        topic="worth_within_chance",
        block="customer_context",
        title=title,
        figures=figures,
        consequence=why,
        weight=min(0.25, 0.25 * found[0].strength),
    )
