"""Message maps: what may be said because a figure shows it, and what may not be said yet."""

from __future__ import annotations

from custrata.drafting.roles import MARKETING
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.offering.proposition import Promise, Proposition
from custrata.strategy.parts.papers.message_map import Message, MessageMap
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Proposal

REASON = "measured again at every build"
"""Why a message that a measure watches may be believed."""


def draft_message_maps(sketch: Sketch, propositions: tuple[Proposition, ...]) -> tuple[MessageMap, ...]:
    """One map for each group with a promise; a promise without proof is marked as not to be said.

    Args:
        sketch: What is settled so far.
        propositions: The propositions with their promises.
    """
    maps = (_map(sketch, proposition) for proposition in propositions)
    return tuple(m for m in maps if m is not None)


def _map(sketch: Sketch, proposition: Proposition) -> MessageMap | None:
    made = [p for p in proposition.promises if isinstance(p.statement, Proposal)]
    if not made:
        return None
    name = proposition.id.removeprefix("proposition-")
    return MessageMap(
        id=f"messages-{name}",
        group=proposition.group,
        messages=tuple(_message(sketch, promise, proposition.for_whom) for promise in made),
        owner=Owner(role=MARKETING),
    )


def _message(sketch: Sketch, promise: Promise, whom: str) -> Message:
    """The message that carries a promise: for tests only until customers have believed it."""
    pen = sketch.pen
    quoted = f"“{promise.statement.said().rstrip('.')}”"
    if promise.measure:
        text, waits = (
            f"Not to be said before it is tested: {quoted}.",
            f"a test with ten of them: {whom}",
        )
    else:
        text, waits = (
            f"Not to be said, as nothing proves it: {quoted}.",
            "a measure that would show it broken",
        )
    return Message(
        id=promise.id.replace("promise-", "message-", 1),
        statement=pen.gap(text, waits),
        promise=promise.id,
        reasons=(REASON,) if promise.measure else (),
    )
