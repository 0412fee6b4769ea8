"""What can be delivered, what was, and the files themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from custrata.delivery.deliverable import Given
from custrata.delivery.faults import faults, told
from custrata.delivery.kinds import kinds
from custrata.project.showing.scene import Scene
from custrata.web.deliveries.making.keeping import delivery_of, may_take, order, take, take_away
from custrata.web.deliveries.models import Delivered, Progress, ShareLink, Shows
from custrata.web.frame.kicker import kicker
from custrata.web.frame.page import Page, show
from custrata.web.strategies.history.since import Since, since
from custrata.web.strategies.saving import strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.once import once
from custrata.web.workspaces.rights import Right

MOST = 30
"""Deliveries and links on the page, the newest first."""


@needs(Right.SEE)
@require_safe
def deliver(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Every kind with what it holds, what was made, and the links that hold."""
    return page_of(request, asking)


@needs(Right.EDIT)
@require_POST
@once
def make(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Ask for a file."""
    options = {name: str(value) for name, value in request.POST.items()}
    template = request.FILES.get("template")
    made = order(
        asking, request.POST.get("kind", ""), options, template, leaving=not asking.may(Right.PERSONS)
    )
    if made.progress == Progress.FAILED:
        messages.error(request, made.said)
    else:
        messages.success(request, f"{made.title}: it stands in the list as soon as it is made.")
    return redirect("deliver", asking.workspace.slug)


@needs(Right.SEE)
@require_safe
def download(request: HttpRequest, asking: Asking, number: int) -> HttpResponseBase:
    """The file of a delivery; it is never opened in the page, and its going out is on record."""
    made = delivery_of(asking, number)
    take(asking, made)
    answer = FileResponse(made.path.open("rb"), as_attachment=True, filename=made.name)
    answer["Cache-Control"] = "private, no-store"
    return answer


@needs(Right.EDIT)
@require_POST
def delete(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Take a delivery away, its file with it."""
    made = delivery_of(asking, number)
    take_away(asking, made)
    messages.success(request, f"{made.title} is deleted.")
    return redirect("deliver", asking.workspace.slug)


def page_of(request: HttpRequest, asking: Asking, status: int = 200, **more: Any) -> HttpResponse:
    """The page of deliveries.

    Args:
        request: The request.
        asking: Who asks, where.
        status: Of the answer.
        more: What else the page shows, such as a link that was made just now.
    """
    scene = scene_of(asking.workspace)
    made = list(
        Delivered.objects.filter(workspace=asking.workspace).select_related("made_by", "workspace")[:MOST]
    )
    links = list(ShareLink.objects.filter(workspace=asking.workspace).select_related("made_by")[:MOST])
    come = since(
        strategy_of(asking.workspace), [one.revision for one in made if one.progress == Progress.DONE]
    )
    page = Page("deliver", "Deliver", _title(scene, made, come), kicker(scene))
    context = {
        "kinds": list(kinds().values()),
        "made": [
            (one, newer(one, scene, come), signed_since(one, come), may_take(asking, one)) for one in made
        ],
        "waiting": any(one.progress == Progress.WAITING for one in made),
        "links": links,
        "shows": Shows.choices,
        "teams": list(dict.fromkeys(sign.function for sign in scene.document.sign_offs)),
        "groups": scene.document.groups,
        "claims": scene.document.claims(),
        "slug": asking.workspace.slug,
        "faults": told(faults(_given(scene))),
    }
    return show(
        request, asking, "deliveries/deliver.html", page, scene=scene, status=status, **(context | more)
    )


def _given(scene: Scene) -> Given:
    """What the errors of the check are read from; what moved since an earlier snapshot is not needed."""
    return Given(scene.snapshot, scene.document, scene.evidence, scene.findings)


def newer(made: Delivered, scene: Scene, come: Mapping[int, Since]) -> str:
    """What has changed since a file was made, in words; empty where it says what stands now.

    Args:
        made: The delivery.
        scene: Snapshot and strategy as they stand.
        come: What has come to the strategy since a revision.
    """
    if made.progress != Progress.DONE:
        return ""
    figures = made.snapshot != scene.snapshot.manifest.fingerprint
    words = made.revision in come and come[made.revision].words
    if figures and words:
        return "newer figures and a newer strategy"
    return "newer figures" if figures else "a newer strategy" if words else ""


def signed_since(made: Delivered, come: Mapping[int, Since]) -> bool:
    """Whether a function has signed since a file was made, which makes no word of it older.

    Args:
        made: The delivery.
        come: What has come to the strategy since a revision.
    """
    return made.progress == Progress.DONE and made.revision in come and come[made.revision].signed


def _title(scene: Scene, made: list[Delivered], come: Mapping[int, Since]) -> str:
    done = [one for one in made if one.progress == Progress.DONE]
    if not done:
        return "Nothing has been delivered yet"
    stale = sum(1 for one in done if newer(one, scene, come))
    noun = "file" if len(done) == 1 else "files"
    verb = "shows" if stale == 1 else "show"
    return f"{len(done)} {noun} delivered; {stale or 'none'} {verb} what has changed since"
