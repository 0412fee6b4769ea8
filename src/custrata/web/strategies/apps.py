"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class StrategiesConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.strategies"
    label = "strategies"

    def ready(self) -> None:
        """Have the project's file follow what is saved, in whichever process saves."""
        import custrata.web.strategies.mirror.writing  # noqa: F401  # it connects itself to the saves
