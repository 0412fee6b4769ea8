"""Findings on what serving and winning customers costs, and on those who cost more than they bring."""

from __future__ import annotations

from dataclasses import replace

from custrata.drafting.desk import Desk, nameless
from custrata.drafting.findings.sentence import FindingSentence, known
from custrata.strategy.wording.sentence import quotable
from custrata.vocabulary import Segment, Tier

DEAR_SERVICE = 0.10
"""Share of revenue from which the cost to serve is worth a sentence."""

ALL = 0.995
"""Part of all losses from which one cause is said to stand behind all of them."""

MOSTLY = 0.5
"""Part of all losses from which one cause stands behind most of them."""

LOOK = "Look at price, discount and service of these customers before selling them more."
"""What follows from losses whose cause is not known."""

DEAR_TIER = 0.50
"""Share of a tier's revenue from which serving it is dear."""


def unprofitable(desk: Desk) -> FindingSentence | None:
    """Customers who cost more than they bring, with the main cause."""
    if desk.value("cost_to_serve") is None:
        return None
    n, back = desk.figure("n", "unprofitable_customers"), desk.figure("back", "unprofitable_contribution")
    whole = desk.value("contribution")
    figures = known((n, back))
    if figures is None or not figures[0].value or not whole:
        return None
    title = "{n|customer costs more than it brings|customers cost more than they bring}, {back} in all"
    given = abs((figures[1].value or 0.0) / whole)
    part = (figures[0].value or 0.0) / (desk.value("customers") or figures[0].value or 1.0)
    return with_cause(
        desk,
        FindingSentence(
            topic="served_at_a_loss",
            block="business_value_proposition",
            title=title,
            figures=figures,
            consequence=LOOK,
            weight=min(1.0, max(2 * given, part) + 0.05),
            at_stake=figures[1],
        ),
    )


def with_cause(desk: Desk, finding: FindingSentence) -> FindingSentence:
    """A finding on losses with the cause that stands behind most of them, where one does."""
    where, amount = _cause(desk)
    by = desk.figure("by", "loss_cause_amount", where) if where else None
    stake = finding.at_stake.value if finding.at_stake else None
    if by is None or not stake or amount / stake < MOSTLY:
        return finding
    cause = cause_name(where)
    part = "all of it" if amount / stake >= ALL else "{by} of it"
    return replace(
        finding,
        title=f"{finding.title.removesuffix(', {back} in all')}: {{back}}, {part} by {cause}",
        figures=(*finding.figures, by),
        consequence=BY_CAUSE.get(cause, f"Charge these customers for {cause}, cap it, or leave it out."),
    )


BY_CAUSE = {
    "discounts": "Set a limit to discounts for these customers, and see who stays before selling them more.",
    "returns": "Find out what comes back and why before selling these customers more.",
    "cost of goods above average": "See which goods these customers buy, and whether their price carries it.",
}
"""What follows from causes that are named here and not by the data."""


def cause_name(where: Segment) -> str:
    """A cause of losses in the middle of a sentence: names out of the data stand in quotes."""
    name = where[0][1].replace("_", " ")
    return name if name in BY_CAUSE else f"“{quotable(name)[:28]}”"


def main_cause(desk: Desk) -> str:
    """What stands behind most of the losses, in the middle of a sentence; empty where nothing does."""
    where, amount = _cause(desk)
    whole = desk.value("unprofitable_contribution") or desk.value("loss_making_margin")
    return cause_name(where) if where and whole and amount / whole >= MOSTLY else ""


def _cause(desk: Desk) -> tuple[Segment, float]:
    found = [r for r in desk.snapshot.points("loss_cause_amount", "loss_cause") if r.value]
    worst = min(found, key=lambda r: (r.value or 0.0, r.segment), default=None)
    if worst is None or worst.segment[0][1] == "no single cause":
        return (), 0.0
    return worst.segment, worst.value or 0.0


def serving(desk: Desk) -> FindingSentence | None:
    """What part of revenue goes into serving, or of a tier's."""
    ratio = desk.figure("ratio", "cost_to_serve_ratio")
    money = desk.figure("money", "cost_to_serve")
    figures = known((ratio, money))
    if figures is None:
        return None
    low = desk.figure("bronze", "cost_to_serve_ratio", (("tier", Tier.BRONZE.value),))
    if low is not None and (low.value or 0.0) >= DEAR_TIER:
        return FindingSentence(
            topic="serving_cost",
            block="business_value_proposition",
            title="Serving bronze customers takes {bronze} of what they pay; over all it is {ratio}",
            figures=(low, figures[0]),
            consequence="Move them to help that needs nobody, or change what they pay.",
            weight=min(0.5, 0.1 + (figures[0].value or 0.0)),
            at_stake=desk.figure("stake", "cost_to_serve", (("tier", Tier.BRONZE.value),)),
        )
    if (figures[0].value or 0.0) < DEAR_SERVICE:
        return None
    return FindingSentence(
        topic="serving_cost",
        block="business_value_proposition",
        title="Serving customers takes {ratio} of revenue, {money} in all",
        figures=figures,
        consequence="Look at the dearest driver first: what causes it, and who.",
        weight=min(0.5, figures[0].value or 0.0),
        at_stake=figures[1],
    )


def winning(desk: Desk) -> FindingSentence | None:
    """The channel whose customers bring back least of what winning them cost."""
    found = [r for r in desk.snapshot.points("ltv_to_cac", "acquisition_channel") if r.value is not None]
    named = [r for r in found if not nameless(r.segment[0][1]) and r.segment[0][1] != "not known"]
    worst = min(named, key=lambda r: (r.value or 0.0, r.segment), default=None)
    if worst is None or (worst.value or 0.0) >= 1:
        return None
    ratio = desk.figure("ratio", "ltv_to_cac", worst.segment)
    if ratio is None:
        return None
    name = quotable(worst.segment[0][1])[:24]
    return FindingSentence(
        topic="acquisition_loss",
        block="business_value_proposition",
        title=f"Won by “{name}”, a customer brings {{ratio}} times the cost of winning",
        figures=(ratio,),
        consequence="Stop paying more for this channel until its customers bring back what they cost.",
        weight=min(0.7, 0.4 + 0.4 * (1 - (ratio.value or 0.0))),
    )
