"""The answer of a function to what stands: signed, declined or taken back, with its line in the log."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from custrata.errors import DocumentError
from custrata.strategy.acting.deciding import answered, opened_again
from custrata.strategy.document import Document, SignOff
from custrata.strategy.revision.content import SignState, content_of, decline, sign, signatures, withdraw
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.strategies.models import SignRound, Strategy
from custrata.web.strategies.saving import Saved, change, document_at


class Overtaken(Exception):
    """The strategy says something else by now than what was looked at; nothing was signed.

    Attributes:
        number: Number of the revision that stands.
    """

    def __init__(self, number: int) -> None:
        super().__init__("the strategy has changed since it was looked at")
        self.number = number


@dataclass(frozen=True)
class Answer:
    """What a function answers.

    Attributes:
        function: Which.
        verb: ``sign``, ``decline`` or ``withdraw``.
        name: Who answers.
        reason: Why it is declined, or what is said with the signature.
        for_other: Whether an admin writes down what somebody else answered.
    """

    function: str
    verb: str
    name: str
    reason: str = ""
    for_other: bool = False


def put_up(strategy: Strategy, author: User, functions: list[str], note: str = "") -> SignRound:
    """Put what stands up for sign-off; the same version twice is once.

    Args:
        strategy: Whose.
        author: Who.
        functions: The functions that are asked; who was asked and is not among them is asked no more.
        note: What they are asked to look at.

    Raises:
        DocumentError: No function is named.
    """
    wanted = list(dict.fromkeys(name.strip() for name in functions if name.strip()))
    if not wanted:
        raise DocumentError("no function is asked", remedy="name at least one, such as head of finance")
    with transaction.atomic():
        saved = change(
            strategy, None, lambda now: _asking(now, wanted), author, act="strategy.functions_asked"
        )
        found, first = SignRound.objects.get_or_create(
            strategy=strategy, number=saved.number, defaults={"by": author, "note": note[:300]}
        )
        if not first:  # two clicks at one moment
            return found
        Strategy.objects.filter(pk=strategy.pk).update(signed=saved.number)
        record(
            "strategy.put_up",
            workspace=strategy.workspace,
            actor=author,
            thing=f"revision {saved.number}",
            functions=wanted,
        )
    return found


def give(
    strategy: Strategy, answer: Answer, base: int, author: User, on: dt.date, snapshot: str = ""
) -> Saved:
    """Write an answer down; the same answer twice is once.

    Args:
        strategy: Whose.
        answer: The answer.
        base: Number of the revision that was looked at.
        author: Who writes it down.
        on: The day.
        snapshot: Fingerprint of the snapshot whose figures were looked at.

    Raises:
        Overtaken: The strategy says something else by now.
        DocumentError: The function is not asked, or no reason is given.
    """
    looked_at = content_of(document_at(strategy, base))

    def make(now: Document) -> Document:
        if answer.verb != "withdraw" and content_of(now) != looked_at:
            raise Overtaken(now.revision)
        return _answered(now, answer, on, snapshot)

    return change(
        strategy,
        None,
        make,
        author,
        note=answer.reason,
        act=f"strategy.{ACTS[answer.verb]}",
        function=answer.function,
        recorded_for=answer.name if answer.for_other else "",
    )


ACTS = {"sign": "signed", "decline": "declined", "withdraw": "withdrawn"}
"""What the log calls each answer."""


def _answered(now: Document, answer: Answer, on: dt.date, snapshot: str) -> Document:
    if answer.verb == "withdraw":
        return withdraw(now, answer.function)
    stands = next((s for s in signatures(now) if s.function == answer.function), None)
    if answer.verb == "sign":
        if stands is not None and (stands.state, stands.name) == (SignState.SIGNED, answer.name):
            return now
        return sign(now, answer.function, answer.name, on, snapshot)
    if stands is not None and (stands.state, stands.name, stands.because) == (
        SignState.DECLINED,
        answer.name,
        answer.reason.strip(),
    ):
        return now
    return decline(now, answer.function, answer.reason, answer.name)


def _asking(now: Document, wanted: list[str]) -> Document:
    """The document with these functions asked; who has answered keeps the answer."""
    known = {s.function.casefold(): s for s in now.sign_offs}
    sign_offs = tuple(known.get(name.casefold(), SignOff(function=name)) for name in wanted)
    return now.model_copy(update={"sign_offs": sign_offs})


def decide(strategy: Strategy, decision: str, chosen: str, base: int, author: User, on: dt.date) -> Saved:
    """Record a decision that the strategy asks for.

    Args:
        strategy: Whose.
        decision: Id of the decision.
        chosen: What was chosen; empty opens it again.
        base: Number of the revision that was looked at.
        author: Who writes it down.
        on: The day.

    Raises:
        Conflict: Somebody else has changed the decision since.
        InputError: There is no such decision.
    """

    def make(now: Document) -> Document:
        return answered(now, decision, chosen, on) if chosen.strip() else opened_again(now, decision)

    return change(strategy, base, make, author, note=chosen[:300], act="strategy.decided")
