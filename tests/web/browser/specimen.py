"""The site with one page more: every kind of exhibit once, to test the frame apart from any room."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from custrata.web.frame.page import Page, show
from custrata.web.site.urls import handler403, handler404, handler500
from custrata.web.site.urls import urlpatterns as site
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]

KINDS = (
    "summary",
    "data",
    "base",
    "months",
    "revenue_moved",
    "tiers",
    "policy",
    "exchange",
    "whale",
    "maturity",
)


@needs(Right.SEE)
def specimen(request: HttpRequest, asking: Asking) -> HttpResponse:
    """One sheet of each kind."""
    scene = scene_of(asking.workspace)
    slides = [slide for slide in scene.composition.slides if slide.row in KINDS]
    page = Page(
        "home", "Specimen", finding=slides[0].titles[0], kicker=("One of each",), lede="Nothing else."
    )
    return show(request, asking, "frame/sheets.html", page, scene=scene, slides=slides)


urlpatterns = [path("w/<slug:slug>/specimen/", specimen), *site]
