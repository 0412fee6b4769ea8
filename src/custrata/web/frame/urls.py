"""Addresses of the frame inside a workspace: what a page fetches when somebody asks for more."""

from __future__ import annotations

from django.urls import path, re_path

from custrata.web.frame.asked import definitions, specs
from custrata.web.frame.palette import views

urlpatterns = [
    path("palette/", views.palette, name="palette"),
    re_path(r"^charts/(?P<mark>[0-9a-f]{32})\.json$", specs.chart_spec, name="chart_spec"),
    re_path(r"^queries/(?P<fingerprint>[0-9a-f]{16})/$", definitions.query, name="query"),
    path("definitions/", definitions.definitions, name="definitions"),
    path("definitions/<slug:measure>/", definitions.definition, name="definition"),
]
