"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class StrategiesConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.strategies"
    label = "strategies"
