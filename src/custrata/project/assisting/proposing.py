"""Changes that are proposed and wait for a person: kept beside the strategy, applied by nobody else."""

from __future__ import annotations

import datetime as dt
import hashlib
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from custrata.engine.snapshots import replace_text
from custrata.errors import DocumentError, InputError
from custrata.project.place import Place, locate
from custrata.project.revising.editing import as_yaml, set_value
from custrata.project.revising.saving import standing
from custrata.strategy.document import Document
from custrata.strategy.revision.setting import value_at, with_value

MOST_OPEN = 200
"""Proposals that may wait at once: an assistant gone astray fills no disk."""

MOST_LETTERS = 20_000
"""Length of a proposed value or its reason."""


class Standing(StrEnum):
    """Where a proposal stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Proposed(BaseModel):
    """One proposed change.

    Attributes:
        id: Eight letters, made of what is proposed, so that the same thing proposed twice is one proposal.
        at: Path of the value.
        was: The value as it stood, as a person writes it; empty where nothing stood.
        value: What it shall be, as a person writes it.
        because: Why.
        by: Who proposes, such as the name of the assistant.
        standing: Open, accepted or refused.
        decided_by: Who decided; empty while it is open.
        decided_on: When.
        answer: Why it was refused.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    at: str
    was: str
    value: str
    because: str
    by: str
    standing: Standing = Standing.OPEN
    decided_by: str = ""
    decided_on: dt.date | None = None
    answer: str = ""


def propose(path: Path, at: str, value: str, *, because: str, by: str) -> Proposed:
    """Propose another value; the strategy stays as it is until a person accepts.

    Args:
        path: The project.
        at: Path of the value, such as ``horizon.months`` or ``E04.text``.
        value: What it shall be, as a person writes it.
        because: Why.
        by: Who proposes.

    Returns:
        The proposal; the one that is kept already where the same was proposed before.

    Raises:
        DocumentError: The strategy would not be one with this value, or it says so already.
        InputError: No reason is given, or too many proposals wait.
    """
    place = locate(path)
    _check(at, value, because)
    document = standing(place).document
    if with_value(document, at, value) == document:
        raise DocumentError("the strategy says so already", where=at, remedy="propose another value")
    made = Proposed(
        id=hashlib.sha256(f"{at}\n{value}".encode()).hexdigest()[:8],
        at=at,
        was=_was(document, at),
        value=value,
        because=because.strip(),
        by=by.strip() or "an assistant",
    )
    known = {one.id: one for one in proposals(path)}
    if made.id in known:
        return known[made.id]
    if sum(one.standing is Standing.OPEN for one in known.values()) >= MOST_OPEN:
        raise InputError(
            "too many proposals wait already",
            how_many=MOST_OPEN,
            remedy="let a person accept or refuse some of them: custrata proposals",
        )
    return _kept(place, made)


def proposals(path: Path) -> tuple[Proposed, ...]:
    """All proposals of a project, those that wait first, then by path.

    Args:
        path: The project.

    Raises:
        InputError: A file of them is damaged.
    """
    files = sorted((locate(path).state / "proposals").glob("*.json"))
    found = (_read(file) for file in files)
    return tuple(sorted(found, key=lambda one: (one.standing is not Standing.OPEN, one.at, one.id)))


def accept(path: Path, proposal: str, *, name: str, on: dt.date) -> Proposed:
    """Make the proposed change; it is saved as a new revision.

    Args:
        path: The project.
        proposal: Its id.
        name: Who accepts.
        on: The day.

    Raises:
        DocumentError: The value has changed since it was proposed, or does not fit any more.
        InputError: There is no such proposal, it is decided, or nobody is named.
    """
    found = _open(path, proposal, name)
    if _was(standing(locate(path)).document, found.at) != found.was:
        raise DocumentError(
            "the value has changed since this was proposed",
            where=found.at,
            remedy="look at both, and set the value yourself or have it proposed anew",
        )
    set_value(path, found.at, found.value)
    return _decided(path, found, Standing.ACCEPTED, name, on)


def refuse(path: Path, proposal: str, *, name: str, on: dt.date, answer: str = "") -> Proposed:
    """Refuse a proposal; it is kept, so that it is not proposed again.

    Args:
        path: The project.
        proposal: Its id.
        name: Who refuses.
        on: The day.
        answer: Why.

    Raises:
        InputError: There is no such proposal, it is decided, or nobody is named.
    """
    return _decided(path, _open(path, proposal, name), Standing.REFUSED, name, on, answer)


def _check(at: str, value: str, because: str) -> None:
    if not because.strip():
        raise InputError("no reason is given", where=at, remedy="say why, so that a person can decide")
    if max(len(value), len(because)) > MOST_LETTERS:
        raise InputError("the proposal is too long", where=at, remedy=f"keep below {MOST_LETTERS:,} letters")


def _was(document: Document, at: str) -> str:
    try:
        return as_yaml(value_at(document, at))
    except DocumentError:
        return ""


def _open(path: Path, proposal: str, name: str) -> Proposed:
    if not name.strip():
        raise InputError("nobody is named", where=proposal, remedy="say who decides")
    found = next((one for one in proposals(path) if one.id == proposal), None)
    if found is None:
        raise InputError("there is no such proposal", where=proposal, remedy="list them: custrata proposals")
    if found.standing is not Standing.OPEN:
        raise InputError(
            f"this was {found.standing} by {found.decided_by}", where=proposal, remedy="propose anew"
        )
    return found


def _decided(
    path: Path, found: Proposed, how: Standing, name: str, on: dt.date, answer: str = ""
) -> Proposed:
    said = {"standing": how, "decided_by": name.strip(), "decided_on": on, "answer": answer.strip()}
    return _kept(locate(path), found.model_copy(update=said))


def _kept(place: Place, proposal: Proposed) -> Proposed:
    replace_text(place.state / "proposals" / f"{proposal.id}.json", proposal.model_dump_json(indent=1))
    return proposal


def _read(file: Path) -> Proposed:
    try:
        return Proposed.model_validate_json(file.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise InputError(
            "a proposal is damaged", where=file.name, remedy="take the file out of .custrata/proposals"
        ) from error
