"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.api"
    label = "api"
