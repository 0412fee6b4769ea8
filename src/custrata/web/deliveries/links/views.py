"""Links of a workspace: made and ended by who may edit, opened by whoever holds them."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib import messages
from django.db.models import F
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from custrata.errors import CustrataError, InputError
from custrata.project.showing.scene import Scene
from custrata.web.deliveries.links.limits import too_many
from custrata.web.deliveries.links.making import revoke, share
from custrata.web.deliveries.links.masked import masked_scene
from custrata.web.deliveries.links.shown import shown
from custrata.web.deliveries.links.tokens import hash_of
from custrata.web.deliveries.making.views import page_of
from custrata.web.deliveries.models import ShareLink, Shows
from custrata.web.frame.drawing.exhibits import Drawing
from custrata.web.frame.kicker import kicker
from custrata.web.frame.numbers import Numbers
from custrata.web.frame.page import said
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole
from custrata.web.workspaces.within import within

Answer = TypeVar("Answer", bound=HttpResponseBase)


@needs(Right.EDIT)
@require_POST
def make(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Make a link; its address is shown once."""
    posted = request.POST
    days, shows = whole(posted.get("days", "30")), posted.get("shows", "")
    if days is None:
        raise InputError("a link holds 1 to 365 days", where="days", remedy="give a whole number")
    about = posted.get("kind" if shows == Shows.FILE else "claim", "")
    link, token = share(asking.workspace, shows, about, days, asking.user, title=posted.get("title", ""))
    address = request.build_absolute_uri(reverse("shared", args=[token]))
    return page_of(request, asking, status=201, fresh=link, address=address)


@needs(Right.EDIT)
@require_POST
def end(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """End a link; from now on it opens nothing."""
    link = within(asking, ShareLink.objects.select_related("workspace"), number, "link")
    revoke(link, asking.user)
    messages.success(request, f"The link to {link.title} is ended.")
    return redirect("deliver", asking.workspace.slug)


@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponseBase:
    """What a link shows; who asks is not known and not asked."""
    link = _opened(request, token)
    if isinstance(link, HttpResponse):
        return link
    context = {"link": link, "until": link.expires_at, "workspace": link.workspace, "token": token}
    try:
        scene = masked_scene(link.workspace)
    except CustrataError:
        return _bare("deliveries/closed.html", {}, 404)
    inner = {"finding": link.title} if link.shows == Shows.FILE else shown(scene, link.shows, link.about)
    if not inner:
        return _bare("deliveries/closed.html", {}, 404)
    _count(link)
    return _bare("deliveries/shared.html", context | _framed(scene, link, inner), 200)


@require_safe
def shared_file(request: HttpRequest, token: str) -> HttpResponseBase:
    """The file of a link."""
    link = _opened(request, token)
    if isinstance(link, HttpResponse):
        return link
    if link.shows != Shows.FILE or not link.path.is_file():
        return _bare("deliveries/closed.html", {}, 404)
    _count(link)
    name = f"{link.workspace.slug}-{link.about}{link.path.suffix}"
    return _quiet(FileResponse(link.path.open("rb"), as_attachment=True, filename=name))


def _opened(request: HttpRequest, token: str) -> ShareLink | HttpResponse:
    """The link of a token while it holds; else an answer that tells nothing."""
    kept = hash_of(token)
    if too_many(request, kept):
        return _bare("deliveries/busy.html", {}, 429)
    link = ShareLink.objects.select_related("workspace").filter(token=kept).first()
    if link is None or not link.holds:
        return _bare("deliveries/closed.html", {}, 404)
    return link


def _count(link: ShareLink) -> None:
    ShareLink.objects.filter(pk=link.pk).update(views=F("views") + 1, viewed_at=timezone.now())


def _framed(scene: Scene, link: ShareLink, inner: dict[str, Any]) -> dict[str, Any]:
    numbers = Numbers(None)
    revision = link.revision if link.shows == Shows.FILE else None
    sample = "Sample data" if link.workspace.sample else ""
    return {
        **inner,
        "numbers": numbers,
        "drawing": Drawing(numbers),
        "finding": said(numbers, inner["finding"]),
        "part": f"deliveries/shared_{link.shows}.html",
        "kicker": kicker(scene, sample, revision=revision),
    }


def _bare(template: str, context: dict[str, Any], status: int) -> HttpResponse:
    """A page without request: no session, no cookie, nobody who is logged in."""
    return _quiet(HttpResponse(render_to_string(template, context), status=status))


def _quiet(answer: Answer) -> Answer:
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
