"""Home: what changed, what is broken, what is due, and the value at stake."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from custrata.web.frame.page import Page, show
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right


@needs(Right.SEE)
def home(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The home of a workspace."""
    scene = scene_of(asking.workspace)
    first = scene.composition.slides[0]
    page = Page("home", "Home", finding=first.titles[0])
    return show(request, asking, "together/home.html", page, scene=scene, slides=scene.composition.story[:4])
