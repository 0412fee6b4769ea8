"""Addresses inside one workspace; each app brings its list."""

from __future__ import annotations

from django.urls import include, path

APPS = (
    "frame",
    "together",
    "strategies",
    "studies",
    "steering",
    "customers",
    "data",
    "deliveries",
    "workspaces",
)

urlpatterns = [path("", include(f"custrata.web.{app}.urls")) for app in APPS]
