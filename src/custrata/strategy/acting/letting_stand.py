"""A finding that the company lets stand, with a reason and a name; and the same reported again."""

from __future__ import annotations

import datetime as dt

from custrata.errors import InputError
from custrata.strategy.acting.numbering import free_id
from custrata.strategy.document import Document
from custrata.strategy.lint.registry import pitfall_of
from custrata.strategy.lint.suppressing import OF_SUPPRESSIONS
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.steering.suppression import Suppression


def let_stand(
    document: Document, code: str, place: str, *, reason: str, name: str, until: dt.date | None = None
) -> Document:
    """The document in which a finding is let stand.

    Args:
        document: The strategy.
        code: Code of the finding.
        place: Path at which it stands; empty for every place.
        reason: Why it may stand.
        name: Who answers for that.
        until: The day after which it is reported again; None for as long as it stands.

    Raises:
        InputError: There is no such pitfall, it cannot be let stand, or reason or name is missing.
    """
    if pitfall_of(code) is None:
        raise InputError("there is no such pitfall", where=code, remedy="take the code from the list")
    if code.startswith(OF_SUPPRESSIONS):
        raise InputError(
            "a finding about what is let stand cannot be let stand itself", where=code, remedy="mend it"
        )
    if not reason.strip() or not name.strip():
        raise InputError(
            "a finding is let stand for a reason that somebody gives",
            where=f"{code} at {place or 'every place'}",
            remedy="say why it may stand",
        )
    kept = tuple(s for s in document.suppressions if (s.code, s.place) != (code, place))
    before = document.model_copy(update={"suppressions": kept})
    added = Suppression(
        id=free_id(before, "let-stand", code),
        code=code,
        place=place,
        reason=reason.strip(),
        owner=Owner(name=name.strip()),
        until=until,
    )
    return before.model_copy(update={"suppressions": (*kept, added)})


def reported_again(document: Document, suppression: str) -> Document:
    """The document without one suppression.

    Args:
        document: The strategy.
        suppression: Its id.

    Raises:
        InputError: There is none of this id.
    """
    kept = tuple(s for s in document.suppressions if s.id != suppression)
    if len(kept) == len(document.suppressions):
        raise InputError("this is not let stand any more", where=suppression, remedy="look at the list again")
    return document.model_copy(update={"suppressions": kept})
