"""What may be promised: sentences to customers, each with the measure that would show it broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from custrata.drafting.chapters.goals import NEARLY_ALL
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.drafting.roles import FINANCE, PRODUCT, SERVICE, keeper
from custrata.strategy.parts.statement import Claim, Figure
from custrata.vocabulary import Intent, Segment

_GROW, _KEEP, _MEND = Intent.GROW, Intent.MAINTAIN, Intent.RE_ENGINEER


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise that data can break.

    Attributes:
        id: Name of the promise.
        measure: The measure that would show it broken.
        text: The promise, said to the customer.
        intents: With which groups it fits.
        proof: Where the measure stands, with the figure ``now``.
        by_group: Whether the measure is to be read for the group itself.
        role: Who suggests themselves; empty for the one who keeps customers.
        contract: Whether it is for contracts, for buyers, or for both (None).
    """

    id: str
    measure: str
    text: str
    intents: tuple[Intent, ...]
    proof: str
    by_group: bool = False
    role: str = ""
    contract: bool | None = None


PROMISES: Sequence[Promise] = (
    Promise(
        "answer",
        "first_response_hours",
        "When you need help, a person answers within the time that we name.",
        (_GROW, _KEEP, _MEND),
        "Half of the requests with a known time were answered within {now|hour|hours}.",
        role=SERVICE,
    ),
    Promise(
        "wider",
        "category_breadth",
        "We show you what else of ours would help you, and nothing that would not.",
        (_GROW,),
        "So far a customer buys from {now|category|categories} on average.",
        role=PRODUCT,
    ),
    Promise(
        "choice",
        "customer_churn_rate",
        "You stay because it pays for you: before the contract ends we show you what it brought.",
        (_KEEP, _GROW, _MEND),
        "So far {now} of them have left; the promise is kept while that does not rise.",
        by_group=True,
        contract=True,
    ),
    Promise(
        "again",
        "repeat_rate",
        "The second order is easier than the first.",
        (_MEND, _KEEP, _GROW),
        "So far {now} of them came back for a second order.",
        by_group=True,
        contract=False,
    ),
    Promise(
        "suits",
        "refund_rate",
        "What we sell you suits you; what does not, you give back without a word.",
        (_KEEP, _GROW, _MEND),
        "So far {now} of what was sold was given back.",
        role=PRODUCT,
        contract=False,
    ),
    Promise(
        "bill",
        "refund_rate",
        "What we bill is what we agreed; where it is not, you have the difference back at once.",
        (_KEEP, _GROW, _MEND),
        "So far {now} of what was billed was given back.",
        role=FINANCE,
        contract=True,
    ),
    Promise(
        "solved",
        "resolution_hours",
        "What you report is solved within the time that we name, or you hear why not.",
        (_MEND, _KEEP, _GROW),
        "Half of the requests with a known time were solved within {now|hour|hours}.",
        role=SERVICE,
    ),
    Promise(
        "fair",
        "discount_share",
        "You pay a fair price whenever you buy, not only when something is on offer.",
        (_MEND, _GROW),
        "So far discounts take {now} off the listed price.",
        role=FINANCE,
        contract=False,
    ),
)
"""Promises in the order in which they are offered to groups."""

_WAITS = ("first_response_hours", "resolution_hours")


def standing(desk: Desk, promise: Promise, segment: Segment = ()) -> Figure | None:
    """Where the measure of a promise stands; None when it cannot be read, or tells nothing.

    Args:
        desk: The desk with the readings.
        promise: The promise.
        segment: The group it is made to.
    """
    if promise.contract is not None and promise.contract is not desk.by_contract:
        return None
    if promise.measure in _WAITS:
        return desk.waiting("now", promise.measure)
    found = desk.figure("now", promise.measure, segment if promise.by_group else ())
    if found is None or not found.value:
        return None
    return None if promise.measure == "repeat_rate" and found.value >= NEARLY_ALL else found


def proven(pen: Pen, promise: Promise, segment: Segment = ()) -> Claim | None:
    """Where the measure of a promise stands, as a claim; None when it cannot be read."""
    return pen.claim(promise.proof, standing(pen.desk, promise, segment), topic="promise")


def role_for(desk: Desk, promise: Promise) -> str:
    """Who suggests themselves to keep a promise."""
    return promise.role or keeper(desk)


def fitting(desk: Desk, intent: Intent, segment: Segment, taken: Sequence[str]) -> Promise | None:
    """The first promise that fits a group, whose measure can be read and that no other group has yet.

    Args:
        desk: The desk with the readings.
        intent: What is meant with the group.
        segment: The group.
        taken: Promises that other groups have.
    """
    fit = (p for p in PROMISES if intent in p.intents and p.id not in taken)
    return next((p for p in fit if standing(desk, p, segment) is not None), None)
