"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class TogetherConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.together"
    label = "together"
