"""Findings on what moved between two windows: revenue won, lost, kept."""

from __future__ import annotations

from custrata.drafting.desk import Desk, key
from custrata.drafting.findings.sentence import FindingSentence, known

ENOUGH_KEPT = 0.95
"""Share of last year's revenue from which nothing is wrong with keeping customers."""

FEW_WON = 30
"""New customers in the year before from which a fall is more than chance."""

DRIED_UP = 0.5
"""Part of the new customers of the year before up to which winning has dried up."""


def lost_revenue(desk: Desk) -> FindingSentence | None:
    """Revenue that left with customers, against what new customers brought."""
    lost = desk.figure("lost", "lost_revenue", period="current")
    new = desk.figure("new", "new_revenue", period="current")
    opening = desk.value("opening_revenue", period="current")
    figures = known((lost, new))
    if figures is None or desk.slow or not opening or not figures[0].value:
        return None
    gone, won = figures[0].value or 0, figures[1].value or 0
    return FindingSentence(
        topic="movement",
        block="business_context",
        title=_contracts_moved(gone, won) if desk.by_contract else _buyers_moved(desk, gone, won),
        figures=figures,
        consequence=f"Find out why they {'left' if desk.by_contract else 'have not come back'} before paying "
        "for more new customers."
        if gone > won
        else "Growth that has to refill a leak is dear: set a target for keeping beside the one for winning.",
        weight=min(1.0, 1.3 * gone / opening),
        at_stake=lost,
    )


def _contracts_moved(gone: float, won: float) -> str:
    if won <= 0:
        return "Customers who left took {lost} of revenue a month; nobody new came"
    if gone > won:
        return "Customers who left took {lost} of revenue a month; new ones brought {new}"
    return "New customers brought {new} of revenue a month; those who left took {lost}"


def _buyers_moved(desk: Desk, gone: float, won: float) -> str:
    if won <= 0:
        return f"Customers who bought in {desk.year_before} and not since brought {{lost}}; nobody new came"
    if gone > won:
        return f"Customers who bought in {desk.year_before} and not since brought {{lost}}; new ones {{new}}"
    return f"New customers brought {{new}}; those who bought in {desk.year_before} and not since {{lost}}"


def rhythm_outlasts_window(desk: Desk) -> FindingSentence | None:
    """Buyers who order so rarely that no window tells who stays."""
    gap = desk.figure("long", "inter_purchase_days_p90")
    if gap is None or not desk.slow:
        return None
    span = "a year" if "year" in desk.year_before else "the period compared"
    return FindingSentence(
        topic="rhythm",
        block="customer_context",
        title=f"One order in ten comes more than {{long|day|days}} after the last: {span} is too short to "
        "judge",
        figures=(gap,),
        consequence="Judge who stays over a longer time than one window; silence says little before that.",
        weight=0.21,
    )


def kept_revenue(desk: Desk) -> FindingSentence | None:
    """What customers of the window before bring now."""
    kept = desk.figure("kept", "net_revenue_retention", period="current")
    if kept is None or kept.value is None or desk.slow:
        return None
    value = kept.value
    stays = value >= ENOUGH_KEPT
    return FindingSentence(
        topic="retention",
        block="performance",
        title=f"Customers of {desk.year_before} now bring {{kept}} of what they brought then",
        figures=(kept,),
        consequence=_keep(desk, stays),
        weight=_weight_kept(desk, value),
        at_stake=desk.figure(
            "stake",
            "lost_revenue",
            period="current",
            plus=[key("contraction_revenue", period="current")],
        ),
    )


def _weight_kept(desk: Desk, value: float) -> float:
    """Falling revenue weighs most, then growth with the same customers; least where seasons are compared."""
    if value < ENOUGH_KEPT:
        return min(1.0, 0.4 + (1 - value))
    if not desk.by_contract and "year" not in desk.year_before:
        return 0.12
    return min(0.5, 0.25 + 0.5 * max(0.0, value - 1))


def _keep(desk: Desk, stays: bool) -> str:
    if not stays:
        return "Make keeping customers a goal of its own, with an owner and a weekly figure."
    if not desk.by_contract and "year" not in desk.year_before:
        return "Mind the season before cheering: the two periods hold different months."
    return "Keep what works here, and look for room to grow with the same customers."


def new_against_expansion(desk: Desk) -> FindingSentence | None:
    """Growth that comes from new customers alone."""
    figures = known(
        (
            desk.figure("more", "expansion_revenue", period="current"),
            desk.figure("new", "new_revenue", period="current"),
        )
    )
    if figures is None:
        return None
    more, new = figures[0].value or 0, figures[1].value or 0
    if more <= 0 or new < 2 * more:
        return None
    each = " of revenue a month" if desk.by_contract else ""
    grows = (desk.value("net_revenue_retention", period="current") or 0.0) >= 1
    return FindingSentence(
        topic="acquisition",
        block="business_value_proposition",
        title=f"New customers add {{new}}{each}; customers we already have add {{more}}",
        figures=figures,
        consequence="Balance what is spent on winning with what is spent on growing customers we have.",
        weight=0.15 if grows else 0.3,
        at_stake=figures[1],
    )


def fewer_won(desk: Desk) -> FindingSentence | None:
    """Fewer than half as many new customers as in the year before."""
    now = desk.figure("now", "new_customers", period="current")
    before = desk.figure("before", "new_customers", period="previous")
    figures = known((now, before))
    if figures is None or desk.this_year != "the latest year" or (figures[1].value or 0) < FEW_WON:
        return None
    part = (figures[0].value or 0) / (figures[1].value or 1)
    if part > DRIED_UP:
        return None
    only = "Only " if figures[0].value else ""
    return FindingSentence(
        topic="winning",
        block="business_context",
        title=f"{only}{{now|new customer|new customers}} came in {desk.this_year}, {{before}} the year "
        "before",
        figures=figures,
        consequence="Find out whether winning was given up on purpose; a base that only ages runs out.",
        weight=0.5 * (1 - part),
    )


def customers_kept(desk: Desk) -> FindingSentence | None:
    """How many customers of the window before came back."""
    kept = desk.figure("kept", "logo_retention", period="current")
    lost = desk.figure("n", "lost_customers", period="current")
    figures = known((kept, lost))
    if figures is None or desk.slow or not figures[1].value:
        return None
    title = (
        f"{{kept}} of customers of {desk.year_before} are still with us; {{n|is|are}} not"
        if desk.by_contract
        else f"{{kept}} of customers of {desk.year_before} have bought since; {{n|has|have}} not"
    )
    gone = "who left" if desk.by_contract else "who have not come back"
    return FindingSentence(
        topic="customers_kept",
        block="customer_context",
        title=title,
        figures=figures,
        consequence=f"Ask those {gone} for the reason, largest first.",
        weight=0.6 * (1 - (figures[0].value or 0)),
        at_stake=desk.figure("stake", "lost_revenue", period="current"),
    )
