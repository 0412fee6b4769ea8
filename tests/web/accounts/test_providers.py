from __future__ import annotations

import pytest

from custrata.web.accounts.models import SignOn
from custrata.web.accounts.providers import apps, speaks_for
from custrata.web.accounts.sealing import seal

pytestmark = pytest.mark.django_db


def test_providers_come_from_the_settings_page_and_from_the_environment(monkeypatch):
    SignOn.objects.create(key="a", name="A", issuer="https://a.example", client_id="c", sealed=seal("s"))
    assert [(app.provider_id, app.secret) for app in apps()] == [("a", "s")]
    monkeypatch.setenv("CUSTRATA_OIDC_ISSUER", "https://b.example")
    monkeypatch.setenv("CUSTRATA_OIDC_CLIENT", "client")
    monkeypatch.setenv("CUSTRATA_OIDC_SECRET", "secret")
    monkeypatch.setenv("CUSTRATA_OIDC_DOMAINS", "Example.org, b.example")
    assert [app.provider_id for app in apps()] == ["company", "a"]
    assert apps()[0].settings["domains"] == ["example.org", "b.example"]


def test_a_provider_speaks_for_its_domains_alone():
    found = SignOn(key="a", domains=["example.org"])
    found.settings = {"domains": found.domains}
    assert speaks_for(found, "Ana@EXAMPLE.org")
    assert not speaks_for(found, "ana@example.org.evil.example")
    found.settings = {}
    assert speaks_for(found, "ana@anywhere.example")
