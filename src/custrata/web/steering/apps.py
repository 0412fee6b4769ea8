"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class SteeringConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.steering"
    label = "steering"
