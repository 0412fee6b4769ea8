"""Keep what somebody changed on a page of steering; on conflict show both, on error keep what was typed."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from custrata.errors import CustrataError
from custrata.strategy.document import Document
from custrata.web.frame.page import Page
from custrata.web.steering.rooms import room
from custrata.web.strategies.saving import Change, Conflict, change, strategy_of
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.typed import whole

HIDDEN = {"csrfmiddlewaretoken", "base", "was", "force"}
"""Fields that nobody typed."""


def keep(
    request: HttpRequest,
    asking: Asking,
    make: Change,
    then: str,
    *,
    page: Page,
    said: str = "",
    act: str = "strategy.saved",
) -> HttpResponse:
    """Save what a change makes of the strategy, then show the page again.

    Args:
        request: The request; its field ``base`` names the revision that the person looked at.
        asking: Who asks, where.
        make: Gives the new document.
        then: Where to go when it is saved.
        page: Head of the page on which it was typed.
        said: What is told when something changed.
        act: What the log calls it.
    """
    base = request.POST.get("base", "")
    try:
        with transaction.atomic():
            saved = change(
                strategy_of(asking.workspace),
                whole(base),
                make,
                asking.user,
                act=act,
            )
    except Conflict as conflict:
        return room(request, asking, "conflict", page, status=409, **_both(request, conflict, then))
    except CustrataError as error:
        return room(request, asking, "again", page, status=422, error=error, then=then, **_typed(request))
    if said and saved.blocks:
        messages.success(request, said, extra_tags=f"undo:{saved.number}")
    return redirect(then)


def unmoved(request: HttpRequest, document: Document, path: str, now: str, typed: str) -> None:
    """Refuse an edit of one value that somebody else has changed since the page was read.

    Values typed one after another stand in one block: each is held against itself, not against its block.

    Args:
        request: The request; its field ``was`` holds the value as it was read.
        document: The strategy as it stands.
        path: What is edited, for the message.
        now: The value as it stands, spelt as on the page.
        typed: The value as it was typed.

    Raises:
        Conflict: The value is another one now.
    """
    was = request.POST.get("was")
    if was is None or request.POST.get("force") or now in (was, typed.strip()):
        return
    raise Conflict(document.revision, {path: now or None}, {path: typed or None}, {path: ""})


def _typed(request: HttpRequest) -> dict[str, Any]:
    fields = [
        (name, value) for name, values in request.POST.lists() if name not in HIDDEN for value in values
    ]
    return {
        "typed": fields,
        "typed_base": request.POST.get("base", ""),
        "typed_was": request.POST.get("was"),
        "again": request.path,
    }


def _both(request: HttpRequest, conflict: Conflict, then: str) -> dict[str, Any]:
    blocks = [
        (block, conflict.by.get(block, ""), differing(conflict.theirs[block], conflict.mine[block]))
        for block in conflict.theirs
    ]
    return {"blocks": blocks, "newest": conflict.number, "then": then, **_typed(request)}


def differing(theirs: Any, mine: Any) -> list[tuple[str, str, str]]:
    """The fields in which two texts of a block differ: name, theirs, mine.

    Args:
        theirs: The block as it stands; None where it was taken out.
        mine: The block as it was to be saved; None where it was to be taken out.
    """
    if not isinstance(theirs, dict) or not isinstance(mine, dict):
        return [("", _words(theirs), _words(mine))]
    names = [name for name in dict.fromkeys([*theirs, *mine]) if theirs.get(name) != mine.get(name)]
    return [(name.replace("_", " "), _words(theirs.get(name)), _words(mine.get(name))) for name in names]


def _words(value: Any) -> str:
    if value is None:
        return "nothing"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1, default=str)
