"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.accounts"
    label = "accounts"
