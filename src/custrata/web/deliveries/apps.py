"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class DeliveriesConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.deliveries"
    label = "deliveries"
