"""Addresses of this app outside of any workspace."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.data.arriving import new_workspace

urlpatterns: list[URLPattern | URLResolver] = [path("new/", new_workspace, name="new_workspace")]
