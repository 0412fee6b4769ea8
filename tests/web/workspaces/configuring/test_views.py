from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from custrata.project.place import settings_of
from custrata.web.accounts.models import Token
from custrata.web.accounts.tokens import user_of
from custrata.web.audit.models import Entry
from custrata.web.workspaces.models import Workspace


@pytest.fixture
def address(workspace):
    return f"/w/{workspace.slug}/settings/"


def test_an_admin_saves_settings_and_the_log_says_which(workspace, address, come_in):
    page = come_in("admin").post(
        address + "save/", {"currency": "USD", "fiscal_year_start": "4"}, follow=True
    )
    assert "The next build computes with it" in page.content.decode()
    assert (settings_of(workspace.place).currency, settings_of(workspace.place).fiscal_year_start) == (
        "USD",
        4,
    )
    assert Entry.objects.get(act="settings.saved").detail == {"keys": ["currency", "fiscal_year_start"]}


def test_a_value_that_cannot_be_is_refused_and_what_was_typed_stays(workspace, address, come_in):
    page = come_in("admin").post(address + "save/", {"company": "New name", "fiscal_year_start": "13"})
    assert page.status_code == 422
    assert 'value="13"' in page.content.decode()
    assert 'value="New name"' in page.content.decode()
    assert settings_of(workspace.place).fiscal_year_start == 1
    assert not Entry.objects.filter(act="settings.saved").exists()


def test_a_broken_file_is_said_on_the_page(workspace, address, come_in):
    workspace.place.settings.write_text("currency: [", encoding="utf-8")
    page = come_in("admin").get(address)
    assert "this is not YAML" in page.content.decode()


def test_an_admin_chooses_name_and_display(workspace, address, come_in):
    sent = {"name": "Renamed", "timezone": "Europe/Berlin"}
    come_in("admin").post(address + "display/", sent)
    kept = Workspace.objects.get(pk=workspace.pk)
    assert (kept.name, kept.display["timezone"], kept.slug) == ("Renamed", "Europe/Berlin", workspace.slug)
    assert come_in("admin").post(address + "display/", sent | {"name": ""}).status_code == 422


@pytest.mark.parametrize("role", ["viewer", "commenter", "editor", "analyst"])
def test_others_read_settings_and_change_none(address, come_in, role):
    browser = come_in(role)
    assert browser.get(address).status_code == 200
    assert browser.post(address + "save/", {"currency": "USD"}).status_code == 403
    assert browser.post(address + "display/", {"name": "x"}).status_code == 403


def test_a_token_is_shown_once(address, come_in, no_question):
    browser = come_in("editor")
    page = browser.post(address + "tokens/make/", {"name": "Nightly", "scopes": ["read"], "days": "30"})
    raw = page.context["raw"]
    assert raw in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert user_of(raw).scopes == {"read"}
    assert raw not in browser.get(address + "tokens/").content.decode()


def test_a_token_whose_time_is_over_is_no_program_that_comes_in(address, come_in, no_question):
    browser = come_in("editor")
    for name in ("old", "new"):
        browser.post(address + "tokens/make/", {"name": name, "scopes": ["read"], "days": "7"})
    Token.objects.filter(name="old").update(expires_at=timezone.now() - dt.timedelta(days=1))
    page = browser.get(address + "tokens/").content.decode()
    assert "One program comes in by a token" in page
    assert "old" in page


@pytest.mark.parametrize(
    "sent",
    [
        {"name": "", "scopes": ["read"], "days": "30"},
        {"name": "x", "days": "30"},
        {"name": "x", "scopes": ["read"]},
    ],
)
def test_a_token_that_makes_no_sense_is_refused(address, come_in, no_question, sent):
    assert come_in("editor").post(address + "tokens/make/", sent).status_code == 422
    assert not Token.objects.exists()


def test_one_revokes_ones_own_and_an_admin_any(address, come_in, no_question):
    mine, other, admin = come_in("editor"), come_in("editor"), come_in("admin")
    for name in ("one", "two"):
        mine.post(address + "tokens/make/", {"name": name, "scopes": ["read"], "days": "never"})
    one, two = Token.objects.order_by("pk")
    assert other.post(f"{address}tokens/{one.pk}/revoke/").status_code == 404
    assert "one" not in [token.name for token in other.get(address + "tokens/").context["tokens"]]
    mine.post(f"{address}tokens/{one.pk}/revoke/")
    admin.post(f"{address}tokens/{two.pk}/revoke/")
    assert Token.objects.filter(revoked_at=None).count() == 0


def test_a_token_of_another_workspace_is_out_of_reach(address, come_in, no_question, other_workspace):
    come_in("editor").post(address + "tokens/make/", {"name": "Ours", "scopes": ["read"], "days": "never"})
    token, stranger = Token.objects.get(), come_in("admin", of=other_workspace)
    theirs = f"/w/{other_workspace.slug}/settings/tokens/"
    assert stranger.post(f"{theirs}{token.pk}/revoke/").status_code == 404
    assert "Ours" not in stranger.get(theirs).content.decode()
    token.refresh_from_db()
    assert token.revoked_at is None


def test_the_pages_take_few_queries(address, come_in, django_assert_max_num_queries):
    browser = come_in("admin")
    for page in ("", "tokens/", "sign-on/"):
        with django_assert_max_num_queries(15):
            assert browser.get(address + page).status_code == 200


def test_the_first_day_of_the_week_is_chosen_from_a_list_and_kept_in_the_project(workspace, address, come_in):
    admin = come_in("admin")
    assert '<option value="monday" selected>Monday</option>' in admin.get(address).content.decode()
    page = admin.post(address + "save/", {"week_start": "sunday"}, follow=True).content.decode()
    assert '<option value="sunday" selected>Sunday</option>' in page
    assert settings_of(workspace.place).week_start == "sunday"
    assert admin.post(address + "save/", {"week_start": "friday"}).status_code == 422
    assert settings_of(workspace.place).week_start == "sunday"


def test_only_an_admin_is_offered_tokens_that_look_after_people(come_in, workspace):
    pages = {
        role: come_in(role).get(f"/w/{workspace.slug}/settings/tokens/").content
        for role in ("admin", "editor")
    }
    assert [b'value="people"' in pages[role] for role in ("admin", "editor")] == [True, False]
    assert b'value="write"' in pages["editor"]
