"""The app for Django."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db.backends.signals import connection_created


class AuditConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.audit"
    label = "audit"

    def ready(self) -> None:
        """Tell SQLite when the log may be emptied: never, but between the tests of the program itself."""
        connection_created.connect(_guard, dispatch_uid="audit")


def _guard(connection: Any, **rest: Any) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_function("audit_may_empty", 0, _may_empty)


def _may_empty() -> bool:
    return bool(getattr(settings, "AUDIT_MAY_EMPTY", False))
