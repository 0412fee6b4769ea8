"""Addresses of this app inside a workspace."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.strategies.canvas import views as canvas
from custrata.web.strategies.claims import views as claims
from custrata.web.strategies.conflicts import views as conflicts
from custrata.web.strategies.editing import views as editing
from custrata.web.strategies.history import views as history
from custrata.web.strategies.owners import views as owners
from custrata.web.strategies.presence import views as presence
from custrata.web.strategies.signing import views as signing

urlpatterns: list[URLPattern | URLResolver] = [
    path("strategy/", canvas.canvas, name="canvas"),
    path("strategy/block/<slug:name>/", canvas.block, name="block"),
    path("strategy/here/", presence.here, name="here"),
    path("strategy/parts/", editing.parts, name="parts"),
    path("strategy/part/<path:path>", editing.part, name="part"),
    path("strategy/claims/<slug:claim>/", claims.claim, name="claim"),
    path("strategy/history/", history.history, name="history"),
    path("strategy/history/compare/", history.compared, name="compare"),
    path("strategy/history/restore/", history.restore, name="restore"),
    path("strategy/history/undo/", history.undo, name="undo"),
    path("strategy/conflict/", conflicts.settle, name="settle"),
    path("strategy/conflict/<int:pk>/", conflicts.dispute, name="dispute"),
    path("strategy/owners/", owners.owners, name="owners"),
    path("strategy/owners/name/", owners.appoint, name="appoint"),
    path("strategy/sign-off/", signing.signing, name="signing"),
    path("strategy/sign-off/ask/", signing.ask, name="ask-sign-off"),
    path("strategy/sign-off/answer/", signing.answer, name="sign"),
    path("strategy/decisions/<slug:decision>/", signing.decide, name="decide"),
]
