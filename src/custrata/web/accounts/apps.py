"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Write down who comes in, and from when their session is used."""
        from custrata.web.accounts import remembering
        from custrata.web.accounts.cookies import idleness

        remembering.connect()
        idleness.connect()
