"""Providers of single sign-on by OpenID Connect: one from the environment, others from the settings page."""

from __future__ import annotations

import os
from typing import Any

from custrata.web.accounts.models import SignOn
from custrata.web.accounts.sealing import unseal

ISSUER = "CUSTRATA_OIDC_ISSUER"
CLIENT = "CUSTRATA_OIDC_CLIENT"
SECRET = "CUSTRATA_OIDC_SECRET"
NAME = "CUSTRATA_OIDC_NAME"
DOMAINS = "CUSTRATA_OIDC_DOMAINS"


def apps() -> list[Any]:
    """The providers as allauth wants them."""
    kept = [
        _app(found.key, found.name, found.issuer, found.client_id, unseal(found.sealed), found.domains)
        for found in SignOn.objects.all()
    ]
    issuer, client = os.environ.get(ISSUER, ""), os.environ.get(CLIENT, "")
    if not (issuer and client):
        return kept
    domains = [domain.strip().lower() for domain in os.environ.get(DOMAINS, "").split(",") if domain.strip()]
    name, secret = os.environ.get(NAME) or "single sign-on", os.environ.get(SECRET, "")
    return [_app("company", name, issuer, client, secret, domains), *kept]


def speaks_for(app: Any, email: str) -> bool:
    """Whether a provider may say who somebody is.

    Args:
        app: The provider.
        email: The address; it must be one of the provider's domains where any are named.
    """
    domains = app.settings.get("domains") or []
    return not domains or email.rpartition("@")[2].lower() in domains


def _app(key: str, name: str, issuer: str, client_id: str, secret: str, domains: list[str]) -> Any:
    from allauth.socialaccount.models import SocialApp

    return SocialApp(
        provider="openid_connect",
        provider_id=key,
        name=name,
        client_id=client_id,
        secret=secret,
        settings={"server_url": issuer, "domains": domains, "oauth_pkce_enabled": True},
    )
