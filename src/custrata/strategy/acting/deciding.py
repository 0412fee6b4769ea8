"""A decision that is taken: an open question answered or opened again, or one that nobody wrote down yet."""

from __future__ import annotations

import datetime as dt

from custrata.errors import InputError
from custrata.strategy.acting.numbering import free_id, next_statement
from custrata.strategy.document import Document
from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Proposal


def answered(document: Document, decision: str, chosen: str, on: dt.date) -> Document:
    """The document in which an open decision is taken; the same choice once more keeps its day.

    Args:
        document: The strategy.
        decision: Its id.
        chosen: What was chosen.
        on: When.

    Raises:
        InputError: There is no such decision, or nothing is chosen.
    """
    if not chosen.strip():
        raise InputError("nothing is chosen", where=decision, remedy="say what was decided")
    if _named(document, decision).decided == chosen.strip():
        return document
    return _with(document, decision, chosen.strip(), on)


def opened_again(document: Document, decision: str) -> Document:
    """The document in which a decision is open once more.

    Args:
        document: The strategy.
        decision: Its id.

    Raises:
        InputError: There is no such decision.
    """
    return _with(document, _named(document, decision).id, "", None)


def recorded(document: Document, text: str, on: dt.date, *, name: str = "") -> Document:
    """The document with a decision that was taken at once.

    Args:
        document: The strategy.
        text: What was decided; braces are taken out, as they stand for numbers.
        on: When.
        name: Who decided.

    Raises:
        InputError: The text is empty.
    """
    said = text.replace("{", "(").replace("}", ")").strip()
    if not said:
        raise InputError("nothing is decided", where="decision", remedy="say what was decided")
    owner = Owner(name=name)
    question = Proposal(id=next_statement(document), text=said, owner=owner, signed_on=on)
    added = Decision(
        id=free_id(document, "decision", said), question=question, owner=owner, decided=said, decided_on=on
    )
    return document.model_copy(update={"decisions": (*document.decisions, added)})


def _named(document: Document, decision: str) -> Decision:
    found = next((d for d in document.decisions if d.id == decision), None)
    if found is None:
        raise InputError("there is no such decision", where=decision, remedy="look at the list again")
    return found


def _with(document: Document, decision: str, decided: str, on: dt.date | None) -> Document:
    update = {"decided": decided, "decided_on": on}
    taken = tuple(d.model_copy(update=update) if d.id == decision else d for d in document.decisions)
    return document.model_copy(update={"decisions": taken})
