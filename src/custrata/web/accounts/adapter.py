"""What allauth asks us: who may make an account here."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth comes without types
    """Accounts come from the owner's link and from invitations; strangers get nothing."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account unasked."""
        return False
