"""Addresses of this app outside of workspaces."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.accounts import views

urlpatterns: list[URLPattern | URLResolver] = [path("enter/<str:secret>/", views.enter, name="enter")]
