"""Coming in and changing how one comes in stand in the log."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_login_failed

from custrata.web.audit.record import record

ACTS = {
    "came_in": account.user_logged_in,
    "password_changed": account.password_changed,
    "password_set": account.password_set,
    "password_reset": account.password_reset,
    "factor_added": mfa.authenticator_added,
    "factor_removed": mfa.authenticator_removed,
    "codes_made": mfa.authenticator_reset,
}
"""What is written down about a person, by the signal that tells it."""


def connect() -> None:
    """Begin to listen."""
    for act, signal in ACTS.items():
        signal.connect(_writer(act), weak=False, dispatch_uid=f"log {act}")
    user_login_failed.connect(_failed, dispatch_uid="log failed")


def _writer(act: str) -> Any:
    def write(sender: Any, user: Any, **rest: Any) -> None:
        record(f"account.{act}", workspace=None, actor=user, thing=f"person {user.pk}")

    return write


def _failed(sender: Any, request: Any = None, **rest: Any) -> None:
    # Neither the address nor the password: a password typed into the wrong field must not stand in a log.
    if request is not None:
        record("account.refused", workspace=None, actor=None, thing=request.META.get("REMOTE_ADDR", ""))
