"""Comments over the wire: a part that other pages include, which works without scripts as well."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from custrata.web.frame.page import Page, show
from custrata.web.together.addresses import checked, link_of, words_of
from custrata.web.together.models import Comment
from custrata.web.together.people import people_of
from custrata.web.together.talking import threads
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.once import once
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole
from custrata.web.workspaces.within import within


@needs(Right.SEE)
@require_GET
def talk(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The threads on one address: a part for htmx, else a page of its own."""
    before = whole(request.GET.get("before", "")) or 0
    return _shown(request, asking, _address(request.GET.get("address", "page:home")), before=before)


@needs(Right.COMMENT)
@require_POST
@once
def say(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Begin a thread or answer in one."""
    key = request.POST.get("parent", "")
    number = whole(key)
    parent = _comment(asking, number) if number is not None else None
    address = parent.address if parent else _address(request.POST.get("address", ""))
    text = request.POST.get("text", "")
    try:
        threads.say(asking.workspace, asking.user, address, text, parent)
    except ValidationError as error:
        return _shown(request, asking, address, error=error.messages[0], typed=text, under=key)
    return _after(request, asking, address)


@needs(Right.COMMENT)
@require_http_methods(["GET", "POST"])
def reword(request: HttpRequest, asking: Asking, key: int) -> HttpResponseBase:
    """The form for the words of one's own comment, and its answer."""
    comment = _comment(asking, key)
    if request.method == "GET":
        return _shown(request, asking, comment.address, editing=key)
    text = request.POST.get("text", "")
    try:
        threads.reword(comment, asking.user, text)
    except ValidationError as error:
        return _shown(request, asking, comment.address, error=error.messages[0], typed=text, editing=key)
    return _after(request, asking, comment.address)


@needs(Right.COMMENT)
@require_POST
def take_back(request: HttpRequest, asking: Asking, key: int) -> HttpResponseBase:
    """Take back one's own comment."""
    comment = _comment(asking, key)
    threads.take_back(comment, asking.user)
    return _after(request, asking, comment.address)


@needs(Right.COMMENT)
@require_POST
def resolve(request: HttpRequest, asking: Asking, key: int) -> HttpResponseBase:
    """Settle a thread."""
    comment = _comment(asking, key)
    threads.settle(comment, asking.user, resolved=True)
    return _after(request, asking, comment.address)


@needs(Right.COMMENT)
@require_POST
def reopen(request: HttpRequest, asking: Asking, key: int) -> HttpResponseBase:
    """Open a settled thread again."""
    comment = _comment(asking, key)
    threads.settle(comment, asking.user, resolved=False)
    return _after(request, asking, comment.address)


@needs(Right.COMMENT)
@require_GET
def people(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Names of all others of the workspace for completion after ``@``, and where who may invites somebody."""
    others = (p for p in people_of(asking.workspace) if p.key != asking.user.pk)
    found = [{"name": p.name, "function": p.function} for p in others]
    invite = reverse("people", args=[asking.workspace.slug]) if asking.may(Right.ADMIN) else ""
    return JsonResponse({"people": found, "invite": invite})


def _address(text: str) -> str:
    try:
        return checked(text)
    except ValidationError as error:
        raise Http404(error.messages[0]) from error


def _comment(asking: Asking, key: int) -> Comment:
    comment = within(asking, Comment.objects.select_related("parent", "author"), key, "comment")
    comment.workspace = asking.workspace
    return comment


def _after(request: HttpRequest, asking: Asking, address: str) -> HttpResponseBase:
    if request.headers.get("HX-Request"):
        return _shown(request, asking, address)
    return redirect(link_of(asking.workspace.slug, address))


def _shown(
    request: HttpRequest,
    asking: Asking,
    address: str,
    *,
    error: str = "",
    typed: str = "",
    under: str = "",
    editing: int = 0,
    before: int = 0,
) -> HttpResponse:
    """The threads; what was typed stays where something was wrong with it."""
    slug, part = asking.workspace.slug, bool(request.headers.get("HX-Request"))
    context: dict[str, Any] = {
        "address": address,
        "threads": threads.threads_at(asking.workspace, address, asking.user, before=before),
        "error": error,
        "typed": typed,
        "under": whole(under) or 0,
        "editing": editing,
    }
    if part:
        rights = asking.rights_by_name
        context |= {"asking": asking, "workspace": asking.workspace, "rights": rights}
        return render(request, "together/thread.html", context)
    words = words_of(address)
    crumbs = ((words, link_of(slug, address)),)
    page = Page("home", "Comments", finding=f"Comments on {words}", crumbs=crumbs)
    return show(request, asking, "together/talk.html", page, status=422 if error else 200, **context)
