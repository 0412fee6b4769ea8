"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class DataConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.data"
    label = "data"
