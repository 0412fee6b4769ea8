"""The history of a strategy: who changed what, when; compared, restored, taken back."""

from __future__ import annotations

from urllib.parse import unquote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from custrata.strategy.blocks import value_of
from custrata.web.frame.page import Page, show
from custrata.web.strategies.answering import conflicts_shown, page_wanted, wants_values
from custrata.web.strategies.conflicts.showing import landing_of, named_block
from custrata.web.strategies.history import taking_back
from custrata.web.strategies.history.telling import differences, revisions_of
from custrata.web.strategies.models import Strategy
from custrata.web.strategies.saving import Saved, document_at, head_of, strategy_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole


@needs(Right.SEE)
def history(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Every save, newest first; of one block where one is named."""
    strategy = strategy_of(asking.workspace)
    block = request.GET.get("block", "")
    before = _number(request.GET.get("before"), strategy)
    found, more = revisions_of(strategy, asking.user.pk, block=block, before=before)
    what = named_block(block) if block else "The strategy"
    said = f"{what} stands at revision {strategy.number}; every earlier one can be read and brought back"
    if strategy.number == 1:
        said = f"{what} stands at its first revision; what it says now can always be brought back"
    page = Page("canvas", "History", finding=said, crumbs=_crumbs(asking))
    return show(
        request,
        asking,
        "strategies/history.html",
        page,
        revisions=found,
        more=more,
        address=block,
        what=what,
        head=strategy.number,
    )


@needs(Right.SEE)
def compared(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What changed between two revisions, in sentences and as marked text."""
    strategy = strategy_of(asking.workspace)
    to = _number(request.GET.get("to"), strategy) or strategy.number
    since = _number(request.GET.get("from"), strategy) or max(_first(strategy), to - 1)
    told = differences(document_at(strategy, since), document_at(strategy, to))
    count = sum(len(section.lines) + len(section.texts) for section in told)
    parts = "No part says" if not count else "One part says" if count == 1 else f"{count} parts say"
    page = Page(
        "canvas",
        f"Revisions {since} and {to}",
        finding=f"{parts} something else in revision {to} than in revision {since}",
        crumbs=(*_crumbs(asking), ("History", reverse("history", args=[asking.workspace.slug]))),
    )
    return show(
        request, asking, "strategies/compare.html", page, told=told, since=since, to=to, head=strategy.number
    )


@require_POST
@needs(Right.EDIT)
@conflicts_shown
def restore(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Bring back a block, or the whole, as a new revision."""
    strategy = strategy_of(asking.workspace)
    number = _number(request.POST.get("number"), strategy)
    base = _number(request.POST.get("base"), strategy) or strategy.number
    if number is None:
        raise Http404("there is no such revision")
    block = request.POST.get("block", "")
    saved = taking_back.restore(strategy, number, base, asking.user, block)
    return _done(request, asking, saved, block, f"as in revision {number}")


@require_POST
@needs(Right.EDIT)
@conflicts_shown
def undo(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Take back one's own save."""
    strategy = strategy_of(asking.workspace)
    number = _number(request.POST.get("number") or request.GET.get("number"), strategy)
    if number is None:
        raise Http404("there is no such revision")
    saved = taking_back.undo(strategy, number, asking.user)
    block = saved.blocks[0] if len(saved.blocks) == 1 else ""
    return _done(request, asking, saved, block, "as it was before")


def _done(request: HttpRequest, asking: Asking, saved: Saved, block: str, how: str) -> HttpResponse:
    if wants_values(request):
        return JsonResponse({"number": saved.number, "blocks": list(saved.blocks)})
    what = named_block(block) if block else "The strategy"
    said = f"{what} is {how}." if saved.blocks else f"{what} is {how} already."
    messages.success(request, said)
    return redirect(_landing(request, asking, saved, block))


def _landing(request: HttpRequest, asking: Asking, saved: Saved, block: str) -> str:
    """Where the person was, unless that page was about what is gone now; else where the block is seen."""
    document, came = head_of(strategy_of(asking.workspace)).document, page_wanted(request, asking)
    gone = (one.partition("[")[2].rstrip("]") for one in saved.blocks if value_of(document, one) is None)
    if came and not any(key and key in unquote(came) for key in gone):
        return came
    if block:
        return landing_of(block, asking.workspace, document)
    return reverse("history", args=[asking.workspace.slug])


def _number(text: str | None, strategy: Strategy) -> int | None:
    """A number of a revision that there is; None where none is given."""
    if not text:
        return None
    number = whole(text)
    if number is None or not 0 < number <= strategy.number + 1:
        raise Http404("there is no such revision")
    return number


def _first(strategy: Strategy) -> int:
    found = strategy.revisions.order_by("number").values_list("number", flat=True).first()
    return found or 1


def _crumbs(asking: Asking) -> tuple[tuple[str, str], ...]:
    return (("Strategy", reverse("canvas", args=[asking.workspace.slug])),)
