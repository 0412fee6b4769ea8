"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class StrategiesConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.strategies"
    label = "strategies"

    def ready(self) -> None:
        """Have the project's file follow what is saved, in whichever process saves."""
        from custrata.web.strategies.mirror.writing import follow
        from custrata.web.strategies.saving import saved

        saved.connect(follow, dispatch_uid="the file follows")
