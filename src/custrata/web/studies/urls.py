"""Addresses of this app inside a workspace."""

from __future__ import annotations

from django.urls import path

from custrata.web.studies import intelligence, lifecycle, portfolio, voice

urlpatterns = [
    path("portfolio/", portfolio.portfolio, name="portfolio"),
    path("portfolio/worth/", portfolio.worth, name="worth"),
    path("portfolio/groups/<str:group>/", portfolio.group, name="group"),
    path("portfolio/what-if/", portfolio.what_if, name="what_if"),
    path("lifecycle/", lifecycle.lifecycle, name="lifecycle"),
    path("intelligence/", intelligence.intelligence, name="intelligence"),
    path("intelligence/apart/", intelligence.apart, name="apart"),
    path("voice/", voice.voice, name="voice"),
]
