"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class TogetherConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.together"
    label = "together"

    def ready(self) -> None:
        """Begin to listen to the log, and to people who are removed."""
        from custrata.web.together.leaving import watch
        from custrata.web.together.notices.listening import listen

        listen()
        watch()
