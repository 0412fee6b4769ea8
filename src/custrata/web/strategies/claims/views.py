"""One claim: said then and now, its state and why, what carries it, where it is used, its history."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from custrata.delivery.deck.material import Material
from custrata.evidence.states import gloss
from custrata.project.reviewing.tracing import why_in
from custrata.web.frame.page import Page, show
from custrata.web.strategies.claims.carrying import figures_of, uses_of, wordings_of
from custrata.web.strategies.saving import strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right


@needs(Right.SEE)
def claim(request: HttpRequest, asking: Asking, claim: str) -> HttpResponse:
    """A claim down to its rows."""
    scene = scene_of(asking.workspace)
    insight = next((i for i in scene.document.insights if i.id == claim), None)
    name = insight.claim if insight else claim
    evidence = scene.judged.get(name)
    if evidence is None:
        raise Http404("there is no such claim")
    found = why_in(scene.document, scene.snapshot, name, slides=())
    material = Material(scene.snapshot, scene.document, scene.evidence)
    page = Page(
        "canvas",
        f"Claim {name}",
        finding=material.sentence(evidence.claim),
        kicker=(f"Claim {name}", f"as of {evidence.claim.as_of:%-d %b %Y}" if evidence.claim.as_of else ""),
        lede=gloss(evidence.state),
        crumbs=(("Strategy", reverse("canvas", args=[asking.workspace.slug])),),
    )
    return show(
        request,
        asking,
        "strategies/claim.html",
        page,
        scene=scene,
        evidence=evidence,
        claim=evidence.claim,
        said_then=evidence.claim.said(),
        figures=figures_of(evidence, material, found.claim),
        lineage=found.claim,
        uses=uses_of(found.carried, scene.document, asking.workspace),
        wordings=wordings_of(strategy_of(asking.workspace), scene.document, evidence),
    )
