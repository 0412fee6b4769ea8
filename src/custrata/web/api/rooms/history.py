"""Revisions, what changed between two, taking back, and the agreement of functions."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema, Status
from pydantic import Field

from custrata.web.api.gate import asks
from custrata.web.api.paging import LARGEST, Cursor, read, written
from custrata.web.api.problems import Refused
from custrata.web.api.rooms.answering import CHANGING, Number, Sent, Slug, Words, answers, asking_in
from custrata.web.api.rooms.strategy import SavedShape
from custrata.web.strategies.history import taking_back
from custrata.web.strategies.history.telling import differences, revisions_of
from custrata.web.strategies.models import Strategy
from custrata.web.strategies.saving import Saved, document_at, head_of, strategy_of
from custrata.web.strategies.signing.answering import Answer, Overtaken, give, put_up
from custrata.web.strategies.signing.standing import signing_of
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

router = Router(tags=["history"])

Revision = Annotated[int, Query(..., ge=1, le=LARGEST)]


class RevisionShape(Schema):
    """One save."""

    number: int
    who: str
    at: dt.datetime
    origin: str
    note: str
    blocks: list[str]


class Revisions(Schema):
    """A page of revisions, newest first."""

    items: list[RevisionShape]
    next: str | None


class ChangeShape(Schema):
    """What changed in one section: each part, and what changed in it."""

    section: str
    lines: list[tuple[str, str]]


class Compared(Schema):
    """What changed between two revisions."""

    since: int
    until: int
    changes: list[ChangeShape]


class SignOffShape(Schema):
    """The agreement of a function, with the blocks that changed since it signed."""

    function: str
    state: str
    said: str
    revision: int | None
    changed: list[str]


class SignOffs(Schema):
    """The agreement of all functions; there are few, so they stand on one page."""

    revision: int
    items: list[SignOffShape]
    next: str | None


class AnswerText(Sent):
    """What a function answers to the revision that was looked at."""

    function: Words
    answer: Literal["sign", "decline", "withdraw"]
    revision: Annotated[int, Field(ge=1, le=LARGEST)]
    reason: Words = ""
    name: Words = ""


class AskText(Sent):
    """Who is asked to agree to what stands, and what they are asked to look at."""

    functions: Annotated[list[Words], Field(min_length=1, max_length=100)]
    note: Annotated[Words, Field(max_length=300)] = ""


class RoundShape(Schema):
    """The version that is up for sign-off."""

    revision: int
    functions: list[str]
    note: str


class RestoreText(Sent):
    """What is brought back: one block, or the whole; over which revision."""

    block: Words = ""
    revision: Annotated[int, Field(ge=1, le=LARGEST)]


@router.get(
    "/workspaces/{slug:slug}/revisions",
    auth=asks(Right.SEE),
    response=answers(Revisions),
    summary="Revisions",
)
def revisions(request: HttpRequest, slug: Slug, cursor: Cursor, block: str = "") -> Any:
    """Every save, newest first; of one block where one is named."""
    asking = asking_in(request)
    found, following = revisions_of(
        strategy_of(asking.workspace),
        asking.user.pk,
        block=block.replace("\x00", ""),
        before=read(cursor, int),
    )
    items = [
        {
            "number": one.number,
            "who": one.who,
            "at": one.at,
            "origin": one.origin,
            "note": one.note,
            "blocks": [address for address, _ in one.blocks],
        }
        for one in found
    ]
    return {"items": items, "next": written(following) if following else None}


@router.get(
    "/workspaces/{slug:slug}/compare",
    auth=asks(Right.SEE),
    response=answers(Compared),
    summary="What changed between two revisions",
)
def compare(request: HttpRequest, slug: Slug, since: Revision, until: Revision) -> Any:
    """What changed between two revisions, in sentences."""
    strategy = strategy_of(asking_in(request).workspace)
    before, after = (document_at(strategy, _there(strategy, number)) for number in (since, until))
    told = [{"section": one.section, "lines": list(one.lines)} for one in differences(before, after)]
    return {"since": since, "until": until, "changes": told}


@router.post(
    "/workspaces/{slug:slug}/revisions/{number}/restore",
    auth=asks(Right.EDIT),
    response=answers(SavedShape, *CHANGING),
    summary="Bring back a revision",
)
def restore(request: HttpRequest, slug: Slug, number: Number, text: RestoreText) -> Any:
    """Bring back what stood at a revision, as a new one."""
    asking = asking_in(request)
    strategy = strategy_of(asking.workspace)
    base = _there(strategy, text.revision)
    return _saved(taking_back.restore(strategy, _there(strategy, number), base, asking.user, text.block))


@router.post(
    "/workspaces/{slug:slug}/revisions/{number}/undo",
    auth=asks(Right.EDIT),
    response=answers(SavedShape, *CHANGING),
    summary="Take back one's own save",
)
def undo(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Take back one's own save, as long as nobody changed its blocks since."""
    asking = asking_in(request)
    strategy = strategy_of(asking.workspace)
    return _saved(taking_back.undo(strategy, _there(strategy, number), asking.user))


@router.get(
    "/workspaces/{slug:slug}/sign-offs",
    auth=asks(Right.SEE),
    response=answers(SignOffs),
    summary="Agreement of the functions",
)
def sign_offs(request: HttpRequest, slug: Slug) -> Any:
    """Who has agreed to what stands, and what changed since."""
    strategy = strategy_of(asking_in(request).workspace)
    head = head_of(strategy)
    items = [
        {
            "function": one.function,
            "state": one.state.value,
            "said": one.said,
            "revision": one.since,
            "changed": [address for address, _ in one.changed],
        }
        for one in signing_of(strategy, head.document).standings
    ]
    return {"revision": head.number, "items": items, "next": None}


@router.post(
    "/workspaces/{slug:slug}/sign-offs/ask",
    auth=asks(Right.EDIT),
    response=answers(RoundShape, 409, 410, status=201),
    summary="Ask for agreement",
)
def ask_sign_off(request: HttpRequest, slug: Slug, text: AskText) -> Any:
    """Put what stands up for sign-off; the same version twice is once."""
    asking = asking_in(request)
    found = put_up(strategy_of(asking.workspace), asking.user, text.functions, text.note)
    return Status(201, {"revision": found.number, "functions": text.functions, "note": found.note})


@router.post(
    "/workspaces/{slug:slug}/sign-offs",
    auth=asks(Right.COMMENT),
    response=answers(SavedShape, *CHANGING),
    summary="Sign, decline or withdraw",
)
def sign(request: HttpRequest, slug: Slug, text: AnswerText) -> Any:
    """The answer of a function; its own people give it, an admin may write down what others said."""
    asking = asking_in(request)
    scene, strategy = scene_of(asking.workspace), strategy_of(asking.workspace)
    given = _answer(asking, text, [s.function for s in scene.document.sign_offs])
    fingerprint = scene.snapshot.manifest.fingerprint
    try:
        saved = give(
            strategy, given, _there(strategy, text.revision), asking.user, timezone.localdate(), fingerprint
        )
    except Overtaken as error:
        raise Refused(409, str(error), remedy="read what stands now", number=error.number) from error
    return _saved(saved)


def _answer(asking: Asking, text: AnswerText, functions: list[str]) -> Answer:
    known = {name.casefold(): name for name in functions}
    wanted = text.function.strip().casefold()
    if wanted not in known:
        raise Http404("there is no such function")
    own = wanted == asking.membership.function.strip().casefold()
    if not own and not asking.may(Right.ADMIN):
        raise PermissionDenied("only the function itself signs, or an admin who writes down what it said")
    name = "" if own else text.name.strip()
    return Answer(known[wanted], text.answer, name or str(asking.user), text.reason, for_other=not own)


def _there(strategy: Strategy, number: int) -> int:
    """A number of a revision that there is."""
    if not strategy.revisions.filter(number__lte=number).exists() or number > strategy.number:
        raise Http404("there is no such revision")
    return number


def _saved(saved: Saved) -> Any:
    return {"revision": saved.number, "blocks": list(saved.blocks)}
