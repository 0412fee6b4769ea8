"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class WorkspacesConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.workspaces"
    label = "workspaces"
