"""Signing in by a real provider on this machine: what it says is believed only as far as it may be."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from tests.web.accounts.provider import CLIENT, SECRET, Provider, running

from custrata.web.accounts.models import SignOn, User
from custrata.web.accounts.sealing import seal
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.people.inviting import invite
from custrata.web.workspaces.people.roles import Part
from custrata.web.workspaces.rights import Role

pytestmark = pytest.mark.django_db
ADA = {"sub": "ada-1", "email": "ada@example.org", "email_verified": True, "name": "Ada Byron"}


@pytest.fixture
def provider():
    with running() as found:
        yield found


@pytest.fixture
def company(provider) -> SignOn:
    """Single sign-on that speaks for one domain."""
    return SignOn.objects.create(
        key="company",
        name="Company",
        issuer=provider.url,
        client_id=CLIENT,
        sealed=seal(SECRET),
        domains=["example.org"],
    )


@pytest.fixture
def firm(tmp_path) -> Workspace:
    """A workspace without data: who comes in is asked here, not what they see."""
    return Workspace.objects.create(name="Tessel", slug="tessel", folder=str(tmp_path))


@pytest.fixture
def admin(firm) -> User:
    user = User.objects.create_user("admin@example.org", "four plain words together")
    Membership.objects.create(workspace=firm, user=user, role="admin")
    return user


@pytest.fixture
def invited(firm, admin):
    return invite(firm, "ada@example.org", Part(Role.EDITOR), admin)


def sign_on(provider: Provider, claims: dict, *, state: str = "") -> Client:
    """A browser that went to the provider and came back as somebody."""
    provider.claims = claims
    browser = Client()
    there = browser.get("/account/oidc/company/login/")["Location"]
    asked = {key: value[0] for key, value in parse_qs(urlsplit(there).query).items()}
    assert there.startswith(provider.url)
    back = urlsplit(provider.authorize(asked))
    given = {key: value[0] for key, value in parse_qs(back.query).items()}
    browser.answer = browser.get(back.path, given | ({"state": state} if state else {}))
    return browser


def came_in(browser: Client) -> str:
    key = browser.session.get("_auth_user_id")
    return User.objects.get(pk=key).email if key else ""


def test_who_was_invited_comes_in_with_name_and_role_and_again(provider, company, invited, firm):
    assert came_in(sign_on(provider, ADA)) == "ada@example.org"
    user = User.objects.get(email="ada@example.org")
    assert (user.name, user.has_usable_password(), user.is_superuser) == ("Ada Byron", False, False)
    assert Membership.objects.get(user=user, workspace=firm).role == "editor"
    assert came_in(sign_on(provider, ADA)) == "ada@example.org"
    assert User.objects.filter(email="ada@example.org").count() == 1
    assert provider.asked[0]["code_challenge_method"] == "S256"
    assert set(provider.asked[0]["scope"].split()) == {"openid", "profile", "email"}


def test_who_was_not_invited_gets_no_account_and_no_workspace(provider, company, firm):
    browser = sign_on(provider, ADA)
    assert came_in(browser) == ""
    assert not User.objects.filter(email="ada@example.org").exists()
    assert browser.answer.status_code < 500


@pytest.mark.parametrize(
    "said", [{"email_verified": False}, {"email_verified": "false"}, {"email_verified": None}]
)
def test_an_address_that_the_provider_has_not_proven_opens_nothing(provider, company, invited, said):
    assert came_in(sign_on(provider, ADA | said)) == ""
    assert not User.objects.filter(email="ada@example.org").exists()


def test_an_invited_address_of_another_domain_is_not_the_providers_to_give(provider, company, firm, admin):
    invite(firm, "ada@elsewhere.example", Part(Role.EDITOR), admin)
    assert came_in(sign_on(provider, ADA | {"email": "ada@elsewhere.example"})) == ""
    assert not User.objects.filter(email="ada@elsewhere.example").exists()


@pytest.mark.parametrize(
    "said",
    [
        {"email_verified": False},
        {"email": "owner@elsewhere.example"},
        {"email": "owner@example.org.elsewhere.example"},
    ],
)
def test_nobody_takes_over_an_account_by_naming_its_address(provider, company, said):
    for email in ("owner@example.org", "owner@elsewhere.example"):
        User.objects.create_user(email, "four plain words together", is_superuser=True)
    browser = sign_on(provider, {"sub": "eve-1", "email": "owner@example.org", "email_verified": True} | said)
    assert came_in(browser) == ""
    assert not SocialAccount.objects.exists()


def test_who_is_known_here_comes_in_by_the_word_of_their_own_provider(provider, company):
    User.objects.create_user("ada@example.org", "four plain words together")
    assert came_in(sign_on(provider, ADA)) == "ada@example.org"


def test_another_address_later_does_not_make_another_person(provider, company, invited):
    sign_on(provider, ADA)
    User.objects.create_user("owner@example.org", "four plain words together", is_superuser=True)
    assert came_in(sign_on(provider, ADA | {"email": "owner@example.org"})) == "ada@example.org"


@pytest.mark.parametrize("changed", [{"iss": "https://evil.example"}, {"aud": "another"}, {"exp": 1}])
def test_a_token_that_was_meant_for_others_or_is_too_old_opens_nothing(provider, company, invited, changed):
    provider.changed = changed
    browser = sign_on(provider, ADA)
    assert came_in(browser) == ""
    assert browser.answer.status_code < 500


def test_an_answer_that_this_browser_did_not_ask_for_opens_nothing(provider, company, invited):
    assert came_in(sign_on(provider, ADA, state="of-another-browser")) == ""


def test_a_person_who_was_switched_off_does_not_come_in(provider, company, invited):
    sign_on(provider, ADA)
    User.objects.filter(email="ada@example.org").update(is_active=False)
    assert came_in(sign_on(provider, ADA)) == ""


def test_signing_out_ends_it_and_a_provider_that_was_taken_away_opens_nothing(provider, company, invited):
    browser = sign_on(provider, ADA)
    browser.post("/account/logout/")
    assert came_in(browser) == ""
    company.delete()
    assert Client().get("/account/oidc/company/login/").status_code == 404


def test_a_provider_that_does_not_answer_is_said_and_nobody_comes_in(provider, company):
    SignOn.objects.update(issuer="http://127.0.0.1:9")
    answer = Client(raise_request_exception=False).get("/account/oidc/company/login/")
    assert answer.status_code == 503
    assert "does not answer" in answer.content.decode()
    assert "127.0.0.1" not in answer.content.decode()
