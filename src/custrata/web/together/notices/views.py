"""The page of notices: what is new, what was read, and what is wanted."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from custrata.web.frame.page import Page, show
from custrata.web.site.door.promises import SECONDS, promise_newest
from custrata.web.together.addresses import link_of
from custrata.web.together.models import Notice, NoticeKind
from custrata.web.together.notices import telling
from custrata.web.together.notices.marking import notice_of, read_notices, unread_notice
from custrata.web.together.notices.preferences import choose, preference_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole

MOST = 100
"""Notices on the page."""


@dataclass(frozen=True)
class Shown:
    """A notice with the page that it leads to."""

    notice: Notice
    href: str


@needs(Right.SEE)
@require_GET
def notices(request: HttpRequest, asking: Asking) -> HttpResponse:
    """What somebody was told, the newest first."""
    found = Notice.objects.filter(workspace=asking.workspace, person=asking.user).select_related("actor")
    shown = [Shown(n, link_of(asking.workspace.slug, n.address) if n.address else "") for n in found[:MOST]]
    new = telling.unread(asking.workspace, asking.user)
    chosen = preference_of(asking)
    kinds = [(kind.value, kind.label, kind.value not in chosen.muted) for kind in NoticeKind]
    finding = f"{new:,} notice{'s' if new != 1 else ''} are new" if new != 1 else "1 notice is new"
    page = Page("home", "Notices", finding=finding if new else "Nothing is new")
    answer = show(
        request,
        asking,
        "together/notices.html",
        page,
        shown=shown,
        more=len(shown) == MOST,
        new=new,
        kinds=kinds,
        digest=chosen.digest,
    )
    if any(_of_a_new_build(one.notice) for one in shown):
        promise_newest(answer, asking.workspace)
    return answer


@needs(Right.SEE)
@require_POST
def read(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Mark all notices as read, or the one that is named."""
    key = request.POST.get("notice", "")
    read_notices(asking, (whole(key) or 0) if key else None)
    return redirect("notices", asking.workspace.slug)


@needs(Right.SEE)
@require_POST
def unread(request: HttpRequest, asking: Asking, key: int) -> HttpResponseBase:
    """Mark one notice as new again."""
    unread_notice(asking, key)
    return redirect("notices", asking.workspace.slug)


@needs(Right.SEE)
@require_POST
def opened(request: HttpRequest, asking: Asking, key: int) -> HttpResponseBase:
    """Open what a notice leads to; it is read with that."""
    notice = notice_of(asking, key)
    read_notices(asking, key)
    answer = redirect(link_of(asking.workspace.slug, notice.address or "page:notices"))
    if _of_a_new_build(notice):
        promise_newest(answer, asking.workspace)
    return answer


def _of_a_new_build(notice: Notice) -> bool:
    """Whether a notice tells of a build that some process may not show yet."""
    recent = (timezone.now() - notice.created_at).total_seconds() < SECONDS
    return recent and notice.kind in (NoticeKind.BUILD, NoticeKind.CLAIM)


@needs(Right.SEE)
@require_POST
def wanted(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Choose what to be told."""
    choose(asking, request.POST.getlist("kind"), digest="digest" in request.POST)
    messages.success(request, "Your choice is saved.")
    return redirect("notices", asking.workspace.slug)
