"""What allauth asks us: who may make an account here, how secrets are kept, which providers there are."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from custrata.web.accounts.models import User
from custrata.web.accounts.providers import apps, speaks_for
from custrata.web.accounts.sealing import seal, unseal

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth comes without types
    """Accounts come from the owner's link and from invitations; strangers get nothing."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account unasked."""
        return False

    def is_reauthentication_required(self, *, app: str, **rest: Any) -> bool:
        """Whether somebody proves again who they are; who has no way to do so yet sets one up first."""
        if not get_reauthentication_flows(self.request.user):
            return False
        return bool(super().is_reauthentication_required(app=app, **rest))

    def send_notification_mail(self, *given: Any, **named: Any) -> None:
        """Tell somebody that the way they come in was changed; that stands even where no mail leaves."""
        try:
            super().send_notification_mail(*given, **named)
        except OSError as error:
            log.warning("a mail about a changed account did not leave: %s", error)


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth comes without types
    """Keys of authenticator apps and recovery codes are kept encrypted."""

    def encrypt(self, text: str) -> str:
        """As it may be kept in the database."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """As it was."""
        return unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        """What the authenticator app shows."""
        return "Custrata"


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth comes without types
    """Single sign-on lets in people who are known here or were invited; it makes no strangers known."""

    def list_apps(self, request: HttpRequest, provider: str = "", client_id: str = "") -> list[Any]:
        """The providers of the environment and of the settings page."""
        found = apps()
        if provider:
            found = [app for app in found if provider in (app.provider, app.provider_id)]
        return [app for app in found if not client_id or app.client_id == client_id]

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        """Whether a provider's word for an address is enough; only for the domains it speaks for."""
        return speaks_for(login.provider.app, email)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Only for an address that was invited and that the provider speaks for."""
        return self._invited(sociallogin) is not None

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> User:
        """Keep a new person, who joins the workspaces they were invited to."""
        from custrata.web.workspaces.people.inviting import accept, open_ones

        user: User = super().save_user(request, sociallogin, form)
        for invitation in open_ones().filter(email__iexact=user.email):
            accept(invitation, user)
        return user

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:
        """A new person with the address that was invited and the name that the provider knows."""
        user: User = super().populate_user(request, sociallogin, data)
        user.name = str(data.get("name") or "")[:120]
        return user

    def _invited(self, sociallogin: Any) -> str | None:
        from custrata.web.workspaces.people.inviting import open_ones

        app, email = sociallogin.provider.app, (sociallogin.user.email or "").lower()
        verified = {one.email.lower() for one in sociallogin.email_addresses if one.verified}
        if email not in verified or not speaks_for(app, email):
            return None
        return email if open_ones().filter(email__iexact=email).exists() else None
