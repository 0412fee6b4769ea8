"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.audit"
    label = "audit"
