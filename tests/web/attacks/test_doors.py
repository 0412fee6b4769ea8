"""Requests that did not come from a page of the site, or that ask for more than was offered."""

from __future__ import annotations

import pytest
from django.test import Client

from custrata.web.together.models import Task
from custrata.web.workspaces.models import Membership

AWAY = (
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "https:evil.example",
    "evil",
    "{% debug %}",
)


@pytest.fixture
def forger(member) -> Client:
    """The browser of an editor, driven by another site: it has the cookie and not the token."""
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(member("editor"), backend="django.contrib.auth.backends.ModelBackend")
    return browser


@pytest.mark.parametrize("address", ["/w/{}/tasks/new/", "/api/v1/workspaces/{}/tasks"])
@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/x-www-form-urlencoded"])
def test_another_site_makes_nothing(forger, workspace, address, kind):
    answer = forger.post(address.format(workspace.slug), '{"title": "forged"}', content_type=kind)
    assert answer.status_code in (403, 415)
    assert Task.objects.count() == 0


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "FOO"])
def test_no_method_is_a_way_around_a_right(come_in, workspace, method):
    browser = come_in("viewer")
    for page in ("settings/people/", "tasks/new/", "data/mapping/"):
        headers = {"X-HTTP-Method-Override": "POST", "HX-Request": "true"}
        answer = browser.generic(method, f"/w/{workspace.slug}/{page}", b"title=x", headers=headers)
        assert answer.status_code in (403, 405)
    assert Task.objects.count() == 0


def test_nobody_gives_oneself_more_than_the_form_offers(come_in, workspace):
    browser = come_in("viewer")
    more = {"role": "admin", "persons": "on", "is_superuser": "1", "email": "other@example.org"}
    for page in ("/frame/person/", "/you/name/"):
        browser.post(page, {"name": "V", "theme": "dark"} | more)
    membership = Membership.objects.get(workspace=workspace)
    person = membership.user
    assert (membership.role, membership.persons, person.is_superuser) == ("viewer", False, False)
    assert person.email != "other@example.org"
    assert person.name == "V"


@pytest.mark.parametrize("there", AWAY)
def test_nobody_is_led_away_from_the_site(come_in, workspace, there):
    answer = come_in("viewer").post("/frame/person/", {"theme": "dark", "next": there})
    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.parametrize("there", AWAY)
def test_a_task_that_is_done_leads_nobody_away(come_in, workspace, there):
    task = Task.objects.create(workspace=workspace, title="Call")
    answer = come_in("editor").post(f"/w/{workspace.slug}/tasks/{task.pk}/done/", {"next": there})
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/w/{workspace.slug}/")


def test_who_sends_the_way_back_comes_back(come_in, workspace):
    there = f"/w/{workspace.slug}/goals/"
    answer = come_in("viewer").post("/frame/person/", {"theme": "dark", "next": there})
    assert answer["Location"] == there


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example"])
def test_a_strange_host_is_refused(db, host):
    assert Client().get("/account/login/", headers={"host": host}).status_code == 400
