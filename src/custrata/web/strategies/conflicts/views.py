"""The choice between two texts of a block."""

from __future__ import annotations

import json
import re

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from custrata.errors import InputError
from custrata.strategy.blocks import value_of, with_block
from custrata.web.audit.record import record
from custrata.web.frame.page import Page, show
from custrata.web.strategies.answering import conflicts_shown
from custrata.web.strategies.conflicts.showing import clash, landing_of, named_block
from custrata.web.strategies.conflicts.sides import settled
from custrata.web.strategies.editing.root import KEPT_BY_BUILDS
from custrata.web.strategies.models import Dispute, Origin
from custrata.web.strategies.saving import change, head_of, strategy_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole


@require_POST
@needs(Right.EDIT)
@conflicts_shown
def settle(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Save what a person chose; whoever saved in between is shown once more."""
    block = request.POST.get("block", "")
    if re.split(r"[.\[]", block)[0] in KEPT_BY_BUILDS:
        raise Http404("a signature is given on its own page")
    base = _whole(request.POST.get("base", ""))
    mine = _values(request.POST.get("mine", ""))
    every = request.POST.get("all", "")
    chosen = {name[2:]: value for name, value in request.POST.items() if name.startswith("c:")}
    own = {name[2:]: str(value) for name, value in request.POST.items() if name.startswith("w:")}
    strategy = strategy_of(asking.workspace)
    with transaction.atomic():
        _close(request, asking)
        if every != "theirs":
            theirs = value_of(head_of(strategy).document, block)
            value = settled(
                theirs, mine, {} if every == "mine" else {k: str(v) for k, v in chosen.items()}, own
            )
            origin = Origin.PERSON if every == "mine" else Origin.MERGE
            change(
                strategy,
                base,
                lambda now: with_block(now, block, value),
                asking.user,
                origin=origin,
                note="chosen between two edits",
            )
    kept = "Theirs stands" if every == "theirs" else "Saved what you chose"
    messages.success(request, f"{kept}: {named_block(block)}.")
    return redirect(landing_of(block, asking.workspace, head_of(strategy).document))


@needs(Right.EDIT)
def dispute(request: HttpRequest, asking: Asking, pk: int) -> HttpResponse:
    """What the file says beside what stands here."""
    strategy = strategy_of(asking.workspace)
    found = get_object_or_404(Dispute, pk=pk, strategy=strategy, settled_at=None)
    head = head_of(strategy)
    shown = clash(
        found.block,
        value_of(head.document, found.block),
        json.loads(found.text) if found.text else None,
        number=head.number,
        workspace=asking.workspace,
        dispute=found.pk,
    )
    page = Page(
        "canvas",
        "The file says something else",
        finding=f"{named_block(found.block)} was changed both here and in strategy.yaml; choose what stands",
    )
    return show(request, asking, "strategies/conflict.html", page, clashes=[shown], file=True)


def _close(request: HttpRequest, asking: Asking) -> None:
    """Note that a dispute with the file is decided, where the choice was about one."""
    pk = _whole(request.POST.get("dispute", "") or "0")
    if not pk:
        return
    found = get_object_or_404(Dispute, pk=pk, strategy__workspace=asking.workspace)
    if found.settled_at is None:
        found.settled_at, found.settled_by = timezone.now(), asking.user
        found.save(update_fields=["settled_at", "settled_by"])
        record("strategy.settled", workspace=asking.workspace, actor=asking.user, thing=found.block)


def _whole(text: str) -> int:
    number = whole(text)
    if number is None:
        raise InputError("a number is missing in the form", remedy="load the page again")
    return number


def _values(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("the form is damaged", remedy="load the page again") from error
