"""Addresses of the frame outside of workspaces: a person's own settings, and the bundle for charts."""

from __future__ import annotations

from django.urls import path, re_path

from custrata.web.frame.asked import specs
from custrata.web.frame.person import views

urlpatterns = [
    path("person/", views.settings, name="person_settings"),
    path("workspaces/", views.workspaces, name="my_workspaces"),
    re_path(r"^vega-(?P<mark>[0-9a-f]{12})\.js$", specs.vega, name="vega"),
]
