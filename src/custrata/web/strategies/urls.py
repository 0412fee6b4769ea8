"""Addresses of this app inside a workspace."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.strategies.conflicts import views as conflicts
from custrata.web.strategies.editing import views as editing
from custrata.web.strategies.history import views as history
from custrata.web.strategies.presence import views as presence

urlpatterns: list[URLPattern | URLResolver] = [
    path("strategy/", editing.parts, name="canvas"),
    path("strategy/claims/<slug:claim>/", editing.parts, name="claim"),
    path("strategy/sign-off/", editing.parts, name="signing"),
    path("strategy/here/", presence.here, name="here"),
    path("strategy/parts/", editing.parts, name="parts"),
    path("strategy/part/<path:path>", editing.part, name="part"),
    path("strategy/history/", history.history, name="history"),
    path("strategy/history/compare/", history.compared, name="compare"),
    path("strategy/history/restore/", history.restore, name="restore"),
    path("strategy/history/undo/", history.undo, name="undo"),
    path("strategy/conflict/", conflicts.settle, name="settle"),
    path("strategy/conflict/<int:pk>/", conflicts.dispute, name="dispute"),
]
