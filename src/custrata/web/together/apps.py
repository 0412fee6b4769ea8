"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class TogetherConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.together"
    label = "together"

    def ready(self) -> None:
        """Begin to listen to the log, and to people who are removed."""
        from custrata.web.together.notices.listening import listen
        from custrata.web.together.persons import watch

        listen()
        watch()
