import datetime as dt
from dataclasses import replace

import pytest
from django.core import mail
from django.core.management import call_command
from tests.snapshots import grocer

from custrata.errors import SnapshotError
from custrata.project.showing.scene import Scene
from custrata.web.together.management.commands import digest
from custrata.web.together.models import NoticeKind
from custrata.web.together.notices.telling import tell


def with_week(first):
    found = grocer()
    settings = {**found.manifest.settings, "week_start": first}
    return replace(found, manifest=replace(found.manifest, settings=settings))


def test_everybody_with_something_new_gets_a_mail(workspace, other_workspace, named, capsys):
    ann, bob = named("Ann"), named("Bob", of=other_workspace)
    named("Eve")
    tell(workspace, NoticeKind.BUILD, [ann.pk], "x")
    tell(other_workspace, NoticeKind.BUILD, [bob.pk], "y")
    call_command("digest", site="https://custrata.example.org", workspace=workspace.slug)
    assert [m.to for m in mail.outbox] == [[ann.email]]
    call_command("digest")
    assert [m.to for m in mail.outbox] == [[ann.email], [bob.email]]
    assert "1 mails sent" in capsys.readouterr().out


def test_who_has_been_shut_out_gets_none(workspace, named):
    ann = named("Ann")
    tell(workspace, NoticeKind.BUILD, [ann.pk], "x")
    ann.is_active = False
    ann.save()
    call_command("digest")
    assert mail.outbox == []


@pytest.mark.parametrize("day", ["2026-11-29", "2026-11-30"])
def test_run_daily_a_workspace_hears_on_the_first_day_of_its_week(
    workspace, other_workspace, named, monkeypatch, day
):
    ann, bob = named("Ann"), named("Bob", of=other_workspace)
    tell(workspace, NoticeKind.BUILD, [ann.pk], "x")
    tell(other_workspace, NoticeKind.BUILD, [bob.pk], "y")
    weeks = {workspace.pk: "sunday", other_workspace.pk: "monday"}
    made = {pk: Scene(None, with_week(week), None) for pk, week in weeks.items()}
    monkeypatch.setattr(digest, "scene_of", lambda at: made[at.pk])
    monkeypatch.setattr(digest.timezone, "localdate", lambda **_: dt.date.fromisoformat(day))
    call_command("digest", daily=True)
    # 29 November 2026 is a Sunday.
    assert [m.to for m in mail.outbox] == [[(ann if day.endswith("29") else bob).email]]


def test_what_is_due_is_counted_by_the_clock_of_each_workspace(
    workspace, other_workspace, named, monkeypatch
):
    named("Ann")
    named("Bob", of=other_workspace)
    workspace.display = {"timezone": "Asia/Tokyo"}
    workspace.save(update_fields=["display"])
    days = {}
    monkeypatch.setattr(
        digest, "send", lambda member, today, site: bool(days.update({member.workspace_id: today}))
    )
    late = dt.datetime(2026, 11, 26, 23, 30, tzinfo=dt.UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    call_command("digest")
    assert days == {workspace.pk: dt.date(2026, 11, 27), other_workspace.pk: dt.date(2026, 11, 26)}


def test_a_workspace_that_built_nothing_yet_hears_on_monday(workspace, named, monkeypatch):
    def nothing(_):
        raise SnapshotError("there is no snapshot yet")

    ann = named("Ann")
    tell(workspace, NoticeKind.BUILD, [ann.pk], "x")
    monkeypatch.setattr(digest, "scene_of", nothing)
    monkeypatch.setattr(digest.timezone, "localdate", lambda **_: dt.date(2026, 12, 1))
    call_command("digest", daily=True)
    assert mail.outbox == []
    monkeypatch.setattr(digest.timezone, "localdate", lambda **_: dt.date(2026, 11, 30))
    call_command("digest", daily=True)
    assert [m.to for m in mail.outbox] == [[ann.email]]
