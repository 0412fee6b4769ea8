"""The plan for the steps between stages: how many take each, what holds them up, what is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from custrata.drafting.desk import key
from custrata.drafting.pen import Pen
from custrata.drafting.roles import MARKETING, SERVICE, keeper, winner
from custrata.strategy.parts.lifecycle import Transition
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim
from custrata.vocabulary import Stage


@dataclass(frozen=True, slots=True)
class Step:
    """One step between two stages.

    Attributes:
        leaves: The stage that customers leave.
        enters: The stage that they enter.
        metric: Measure by which the step is steered.
        position: Writes what the measure says now.
        unknown: What is not known when it cannot be read.
        waits_for: What would tell.
        contract: What is done where customers hold contracts.
        buyers: What is done where they do not.
    """

    leaves: Stage
    enters: Stage
    metric: str
    position: Callable[[Pen], Claim | None]
    unknown: str
    waits_for: str
    contract: str
    buyers: str


def draft_transitions(pen: Pen) -> tuple[Transition, ...]:
    """A plan for each pair of neighbouring stages."""
    return tuple(_transition(pen, step) for step in STEPS)


def _transition(pen: Pen, step: Step) -> Transition:
    role = _role(pen, step.leaves)
    position = step.position(pen)
    return Transition(
        id=f"step-{_word(step.leaves)}-{_word(step.enters)}",
        leaves=step.leaves,
        enters=step.enters,
        metric=_metric(step, position),
        position=position or pen.gap(step.unknown, _waits(pen, step)),
        intervention=pen.proposal(step.contract if _agreed(pen) else step.buyers, role),
        owner=Owner(role=role),
    )


def _metric(step: Step, position: Claim | None) -> str:
    """What the claim reads of the whole base; a count at a stage steers nothing."""
    read = position.figures[0] if position else None
    return read.measure if read and not read.segment else step.metric


COMPARED = frozenset({"expansion_revenue", "contraction_revenue", "logo_retention"})
"""Measures that compare two windows."""


def _waits(pen: Pen, step: Step) -> str:
    if step.enters is Stage.ADVOCACY and _referrals(pen):
        return REFERRALS
    if step.metric in COMPARED and pen.desk.slow:
        return "a window that is longer than the usual gap between two orders"
    return step.waits_for


def _agreed(pen: Pen) -> bool:
    """Whether customers sign for something: a contract, or a deal."""
    return pen.desk.by_contract or pen.desk.worth == "won_revenue"


def _word(stage: Stage) -> str:
    return stage.value.replace(" ", "-")


def _role(pen: Pen, leaves: Stage) -> str:
    if leaves is Stage.AWARENESS:
        return MARKETING
    if leaves is Stage.ACQUISITION:
        return winner(pen.desk)
    return SERVICE if leaves is Stage.ONBOARDING else keeper(pen.desk)


def _winning_costs(pen: Pen) -> Claim | None:
    desk = pen.desk
    now, before = (
        desk.figure(n, "customer_acquisition_cost", period=p)
        for n, p in (("now", "current"), ("before", "previous"))
    )
    text = f"Winning one customer cost {{now}} in {desk.this_year}, against {{before}} in {desk.year_before}."
    whole = "Winning one customer cost {now} on average."
    return pen.claim(text, now, before, topic="step") or pen.claim(
        whole, desk.figure("now", "customer_acquisition_cost"), topic="step"
    )


def _won(pen: Pen) -> Claim | None:
    text = "Of opportunities that are decided, {rate} are won."
    return pen.claim(text, pen.desk.figure("rate", "win_rate"), topic="step")


def _again(pen: Pen) -> Claim | None:
    if pen.desk.by_contract:
        return None
    return pen.claim(
        "{rate} of buyers have ordered on a second day.", pen.desk.figure("rate", "repeat_rate"), topic="step"
    )


def _more(pen: Pen) -> Claim | None:
    text = f"Customers who now bring more than in {pen.desk.year_before} added {{more}}{_each(pen)}."
    return _moved(pen, text, "more", "expansion_revenue")


def _less(pen: Pen) -> Claim | None:
    text = (
        f"Customers who now bring less than in {pen.desk.year_before}, and are still there, took "
        f"{{less}}{_each(pen)}."
    )
    return _moved(pen, text, "less", "contraction_revenue")


def _moved(pen: Pen, text: str, name: str, measure: str) -> Claim | None:
    figure = pen.desk.figure(name, measure, period="current")
    return (
        None if figure is None or not figure.value or pen.desk.slow else pen.claim(text, figure, topic="step")
    )


def _each(pen: Pen) -> str:
    return " a month" if pen.desk.by_contract else ""


def _gone(pen: Pen) -> Claim | None:
    desk = pen.desk
    lost = desk.figure(
        "lost", "lost_customers", period="current", over=[key("opening_customers", (), "current")]
    )
    if lost is None or not lost.value or desk.slow:
        return None
    went = "are gone" if desk.by_contract else "have not come back"
    return pen.claim(f"{{lost}} of customers of {desk.year_before} {went}.", lost, topic="step")


def _back(pen: Pen) -> Claim | None:
    desk = pen.desk
    back = desk.figure("back", "reactivated_customers", period="current")
    if back is None or not back.value:
        return _returned(pen)
    text = f"{{back|customer|customers}} came back in {desk.this_year} after a time away."
    return pen.claim(text, back, topic="step")


def _returned(pen: Pen) -> Claim | None:
    """Who stands at the stage, where two windows show nobody: a silence may begin and end within them."""
    back = pen.desk.in_stage("back", Stage.WON_BACK)
    if back is None or not back.value:
        return None
    return pen.claim("{back|customer was|customers were} away for a time and came back.", back, topic="step")


REFERRALS = "a measure of referrals, which Custrata does not give yet; the table is there"


def _referrals(pen: Pen) -> bool:
    return bool(pen.desk.snapshot.manifest.tables.get("referrals"))


def _unread(pen: Pen) -> Claim | None:
    return None


STEPS = (
    Step(
        Stage.AWARENESS,
        Stage.ACQUISITION,
        "customer_acquisition_cost",
        _winning_costs,
        "What it costs to win one customer is not known.",
        "a table of spend by channel and month",
        "Ask each new contact what made them write, and send those who do not fit elsewhere.",
        "Ask new buyers once how they found us.",
    ),
    Step(
        Stage.ACQUISITION,
        Stage.ONBOARDING,
        "conversion_rate",
        _won,
        "How many of those who showed interest become customers is not known.",
        "opportunities, or prospects with a date",
        "Hand over what was promised, in writing, before the contract begins.",
        "Confirm what was ordered and when it comes, and who helps.",
    ),
    Step(
        Stage.ONBOARDING,
        Stage.ADOPTION,
        "onboarding_completion_rate",
        _again,
        "How many new customers reach a first useful result is not known.",
        "the day of the first useful result, or a second order",
        "Close the beginning with a talk on the first result, not with a form.",
        "Make the second order as easy as a reply to a message.",
    ),
    Step(
        Stage.ADOPTION,
        Stage.EXPANSION,
        "expansion_revenue",
        _more,
        "How many customers come to buy more is not known.",
        "two periods of orders or contracts that can be compared",
        "Bring up more only after a result that the customer names.",
        "Show what goes with what they buy, once, where they see it.",
    ),
    Step(
        Stage.EXPANSION,
        Stage.ADVOCACY,
        "referral_rate",
        _unread,
        "How many customers bring another is not known.",
        "a table of referrals",
        "Ask for an introduction when a customer has named a result.",
        "Thank who brings somebody, and tell them what became of it.",
    ),
    Step(
        Stage.ADOPTION,
        Stage.AT_RISK,
        "contraction_revenue",
        _less,
        "How many customers begin to buy less is not known.",
        "two periods of orders or contracts that can be compared",
        "Have one person call when revenue or use of a customer falls, before the renewal is near.",
        "Notice who orders less than they used to, and ask those who brought most.",
    ),
    Step(
        Stage.AT_RISK,
        Stage.LAPSED,
        "logo_retention",
        _gone,
        "No customer can be seen to go between two periods.",
        "a longer history of orders or contracts",
        "Offer what would make the customer stay, or help them go well.",
        "Write once more with a reason to come back, then leave them in peace.",
    ),
    Step(
        Stage.LAPSED,
        Stage.WON_BACK,
        "reactivated_customers",
        _back,
        "No customer can be seen to come back after a time away.",
        "a longer history of orders or contracts",
        "Go back to those whose reason is mended, and say so.",
        "Tell those who brought most what has changed since they went.",
    ),
)
"""Steps in the order of the lifecycle."""
