from __future__ import annotations

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from tests.web.deliveries.conftest import TRACES

from custrata.web.deliveries.links import limits
from custrata.web.deliveries.links.making import share
from custrata.web.deliveries.models import ShareLink, Shows


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


@pytest.fixture
def holder(db):
    """Somebody who holds a link and nothing else."""
    return Client()


@pytest.mark.parametrize("shows", [Shows.STORY, Shows.SCORECARD, Shows.CANVAS, Shows.CLAIM])
def test_a_link_shows_its_object_and_no_person(planted, member, holder, shows):
    about = "E01" if shows == Shows.CLAIM else ""
    link, token = share(planted, shows, about, 7, member("editor"))
    answer = holder.get(f"/s/{token}/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count("<h1>") == 1
    assert not [trace for trace in TRACES if trace in page]
    assert f"/w/{planted.slug}" not in page, "no way further in"
    assert "SELECT" not in page, "no query"
    link.refresh_from_db()
    assert link.views == 1
    assert link.viewed_at is not None


def test_a_link_knows_nobody_and_leaves_nothing(workspace, member, holder):
    _, token = share(workspace, Shows.SCORECARD, "", 7, member("editor"))
    answer = holder.get(f"/s/{token}/")
    assert answer.cookies == {}
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert "csrf" not in answer.content.decode()


def test_who_is_logged_in_sees_no_more_through_a_link(planted, member, come_in, holder):
    _, token = share(planted, Shows.SCORECARD, "", 7, member("editor"))
    inside = come_in("admin", persons=True).get(f"/s/{token}/").content
    assert inside == holder.get(f"/s/{token}/").content


def test_a_file_is_downloaded_through_its_link(workspace, member, holder):
    _, token = share(workspace, Shows.FILE, "scorecard", 7, member("editor"))
    assert "Download" in holder.get(f"/s/{token}/").content.decode()
    answer = holder.get(f"/s/{token}/file/")
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_what_never_was_has_ended_or_is_over_looks_the_same(workspace, member, come_in, address, holder):
    ended, over = (share(workspace, Shows.CANVAS, "", 7, member("editor")) for _ in range(2))
    come_in("editor").post(address(f"deliver/links/{ended[0].pk}/end/"))
    ShareLink.objects.filter(pk=over[0].pk).update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    answers = [holder.get(f"/s/{token}/") for token in ("never-was", ended[1], over[1])]
    assert {a.status_code for a in answers} == {404}
    assert len({a.content for a in answers}) == 1
    assert "This link opens nothing" in answers[0].content.decode()
    assert ShareLink.objects.filter(views__gt=0).count() == 0


def test_a_page_link_has_no_file(workspace, member, holder):
    _, token = share(workspace, Shows.CANVAS, "", 7, member("editor"))
    assert holder.get(f"/s/{token}/file/").status_code == 404


def test_too_many_openings_are_held_back(workspace, member, holder, monkeypatch):
    monkeypatch.setattr(limits, "BY_ADDRESS", 2)
    _, token = share(workspace, Shows.CANVAS, "", 7, member("editor"))
    assert [holder.get(f"/s/{token}/").status_code for _ in range(3)] == [200, 200, 429]


def test_a_link_only_shows_and_takes_nothing(workspace, member, holder):
    _, token = share(workspace, Shows.CANVAS, "", 7, member("editor"))
    assert holder.post(f"/s/{token}/").status_code == 405


def test_an_editor_makes_a_link_whose_address_is_shown_once(come_in, address, holder, acts):
    editor = come_in("editor")
    answer = editor.post(
        address("deliver/links/make/"), {"shows": "scorecard", "days": "7", "title": "For finance"}
    )
    found = re.search(r'value="http://testserver(/s/[\w-]+/)"', answer.content.decode())
    assert answer.status_code == 201
    assert holder.get(found.group(1)).status_code == 200
    assert found.group(1) not in editor.get(address("deliver/")).content.decode()
    assert acts()[-1] == "link.made"


@pytest.mark.parametrize("role", ["viewer", "commenter"])
def test_who_may_not_edit_makes_and_ends_no_link(workspace, member, come_in, address, role):
    link, _ = share(workspace, Shows.CANVAS, "", 7, member("editor"))
    client = come_in(role)
    assert client.post(address("deliver/links/make/"), {"shows": "canvas", "days": "7"}).status_code == 403
    assert client.post(address(f"deliver/links/{link.pk}/end/")).status_code == 403
    link.refresh_from_db()
    assert link.holds
    assert ShareLink.objects.count() == 1


def test_links_of_another_company_are_not_there(workspace, member, come_in, other_workspace):
    link, _ = share(workspace, Shows.CANVAS, "", 7, member("editor"))
    stranger = come_in("admin", of=other_workspace)
    assert stranger.post(f"/w/{other_workspace.slug}/deliver/links/{link.pk}/end/").status_code == 404
    link.refresh_from_db()
    assert link.holds


def test_days_that_are_no_number_are_refused(come_in, address):
    answer = come_in("editor").post(address("deliver/links/make/"), {"shows": "canvas", "days": "soon"})
    assert answer.status_code == 422
    assert not ShareLink.objects.exists()
