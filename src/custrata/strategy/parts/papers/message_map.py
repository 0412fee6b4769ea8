"""Message map: one promise, the claims under it, and where each may be used."""

from __future__ import annotations

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement
from custrata.vocabulary import Stage


class MessageUse(Part):
    """Where a message is used, with the proof shown there."""

    id: Id
    channel: str
    stage: Stage | None = None
    wording: str = ""
    proof: str = ""


class Message(Part):
    """A claim towards customers.

    Attributes:
        id: Stable address.
        statement: The claim.
        promise: Id of the promise in a proposition that it carries; empty for none.
        reasons: Reasons to believe it.
        uses: Where it is used.
    """

    id: Id
    statement: Statement
    promise: str = ""
    reasons: tuple[str, ...] = ()
    uses: tuple[MessageUse, ...] = ()


class MessageMap(Part):
    """The messages for a group."""

    id: Id
    group: str = ""
    promise: Statement | None = None
    messages: tuple[Message, ...] = ()
    owner: Owner = Owner()
