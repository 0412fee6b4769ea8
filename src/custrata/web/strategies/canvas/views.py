"""The canvas: what the strategy says, how it stands, edited where it stands."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

from django.db import OperationalError
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from custrata.project.showing.scene import Scene
from custrata.strategy.parts.canvas import TITLES
from custrata.strategy.wording.dates import months_later
from custrata.web.frame.page import Page, show
from custrata.web.strategies.canvas.showing import Around, finding_of, lede_of, shown_block, zones_of
from custrata.web.strategies.conflicts.showing import named_block
from custrata.web.strategies.models import BlockRevision, Origin, Strategy
from custrata.web.strategies.presence.here import faces, seen
from custrata.web.strategies.saving import document_at, strategy_of
from custrata.web.strategies.signing.standing import Signing, signing_of
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole


@needs(Right.SEE)
def canvas(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The canvas as it stands, or as it stood at a revision."""
    scene = scene_of(asking.workspace)
    strategy = strategy_of(asking.workspace)
    at = request.GET.get("at", "")
    if at:
        return _as_it_stood(request, asking, scene, strategy, at)
    now = timezone.now()
    # A disk that is full or only read closes no page that somebody reads.
    with suppress(OperationalError):
        seen(asking.workspace, asking.user, "", now)
    signing = signing_of(strategy, scene.document)
    around = Around(signing.changed, _last(strategy), tuple(faces(asking.workspace, asking.user, now)))
    page = Page(
        "canvas",
        "Canvas",
        finding=finding_of(scene),
        kicker=kicker_of(scene, strategy.number, signing),
        lede=lede_of(scene.evidence, len(signing.changed)),
    )
    return show(
        request,
        asking,
        "strategies/canvas.html",
        page,
        scene=scene,
        zones=zones_of(scene, around),
        signing=signing,
        number=strategy.number,
        faces=around.faces,
        disputes=[(d, named_block(d.block)) for d in strategy.disputes.filter(settled_at=None)],
        trouble=strategy.trouble,
        own=_own_last(strategy, asking),
        editable=asking.may(Right.EDIT),
    )


def _as_it_stood(
    request: HttpRequest, asking: Asking, scene: Scene, strategy: Strategy, at: str
) -> HttpResponse:
    number = whole(at)
    if number is None or not 0 < number <= strategy.number:
        raise Http404("there is no such revision")
    former = Scene(scene.place, scene.snapshot, document_at(strategy, number), scene.example)
    page = Page(
        "canvas",
        f"Revision {number}",
        finding=finding_of(former),
        kicker=kicker_of(former, number, None),
        lede=f"This is what stood at revision {number}, held against the data of today.",
        crumbs=(
            ("Strategy", reverse("canvas", args=[asking.workspace.slug])),
            ("History", reverse("history", args=[asking.workspace.slug])),
        ),
    )
    return show(
        request,
        asking,
        "strategies/canvas.html",
        page,
        scene=former,
        zones=zones_of(former, Around()),
        number=number,
        former=number,
        head=strategy.number,
        editable=False,
    )


@needs(Right.SEE)
def block(request: HttpRequest, asking: Asking, name: str) -> HttpResponse:
    """One block of the canvas as it stands, for a page that has it open."""
    name = name.replace("-", "_")
    if name not in TITLES:
        raise Http404("the canvas has no such block")
    scene = scene_of(asking.workspace)
    strategy = strategy_of(asking.workspace)
    signing = signing_of(strategy, scene.document)
    people = tuple(faces(asking.workspace, asking.user, timezone.now()))
    around = Around(signing.changed, _last(strategy), people)
    found = shown_block(scene, name, scene.document.canvas.block(name), around)
    template = (
        "strategies/block_part.html" if request.headers.get("HX-Request") else "strategies/block_page.html"
    )
    context: dict[str, Any] = {"shown": found, "editable": asking.may(Right.EDIT)}
    page = Page(
        "canvas",
        found.title,
        finding=found.title,
        lede=found.question,
        crumbs=(("Strategy", reverse("canvas", args=[asking.workspace.slug])),),
    )
    return show(request, asking, template, page, scene=scene, **context)


def kicker_of(scene: Scene, number: int, signing: Signing | None) -> tuple[str, ...]:
    """Version, horizon, sponsor, and who answers."""
    document = scene.document
    horizon = document.horizon
    until = f", to {months_later(horizon.starts_on, horizon.months):%B %Y}" if horizon.starts_on else ""
    asked = len(signing.standings) if signing else 0
    state = ", agreed" if signing and asked and signing.signed == asked else ", draft"
    return (
        f"Version {number}{state}",
        f"Horizon {horizon.months} months{until}",
        f"Sponsor: {_person(document.sponsor)}",
        f"Accountable: {_person(document.accountable)}",
    )


def _person(owner: Any) -> str:
    role = f"{owner.role}, not named yet" if owner.role else "nobody yet"
    return owner.name or role


def _last(strategy: Strategy) -> dict[str, tuple[str, dt.datetime]]:
    """Who changed each block of the canvas last; the first draft is nobody's change."""
    rows = BlockRevision.objects.filter(
        strategy=strategy, block__startswith="canvas.", author__isnull=False
    ).exclude(origin__in=(Origin.DRAFT, Origin.FILE))
    latest = rows.values("block").annotate(latest=Max("number")).values_list("latest", flat=True)
    found = rows.filter(number__in=list(latest)).select_related("author").defer("text").order_by("number")
    return {row.block: (str(row.author), row.at) for row in found}


def _own_last(strategy: Strategy, asking: Asking) -> int | None:
    """Number of the latest save where it was one's own and can be taken back."""
    row = BlockRevision.objects.filter(strategy=strategy, number=strategy.number).only("author").first()
    mine = row is not None and row.author_id == asking.user.pk and strategy.number > 1
    return strategy.number if mine else None
