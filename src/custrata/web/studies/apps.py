"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class StudiesConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.studies"
    label = "studies"
