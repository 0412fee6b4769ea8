from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from custrata.web.audit.reading import AT_ONCE, Wanted, entries, kinds
from custrata.web.audit.record import record


@pytest.fixture
def log(workspace, member):
    person = member("editor")
    for number in range(AT_ONCE + 5):
        record(
            "strategy.saved" if number % 2 else "task.made",
            workspace=workspace,
            actor=person,
            thing=str(number),
        )
    return person


def test_the_log_is_read_a_page_at_a_time_without_gap_or_double(workspace, log):
    seen, before = [], None
    while True:
        page, before = entries(workspace, Wanted(before=before))
        seen += [line.entry.pk for line in page]
        if before is None:
            break
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) >= AT_ONCE + 5


def test_entries_are_found_by_act_person_and_day(workspace, log):
    today = entries(workspace, Wanted(act="task"))[0][0].entry.at.date()
    assert {line.entry.act for line in entries(workspace, Wanted(act="task"))[0]} == {"task.made"}
    assert entries(workspace, Wanted(actor=log.pk, since=today, until=today))[0]
    assert entries(workspace, Wanted(since=today + dt.timedelta(days=1)))[0] == []
    assert entries(workspace, Wanted(until=today - dt.timedelta(days=1)))[0] == []


def test_a_day_of_the_log_is_one_of_the_workspace(workspace, monkeypatch):
    late = dt.datetime(2026, 11, 26, 23, 30, tzinfo=dt.UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    record("thing.done", workspace=workspace, actor=None)
    day = Wanted(act="thing", since=dt.date(2026, 11, 27), until=dt.date(2026, 11, 27))
    assert entries(workspace, day)[0] == []
    with timezone.override(ZoneInfo("Asia/Tokyo")):
        assert len(entries(workspace, day)[0]) == 1


def test_a_person_who_has_gone_stays_in_the_log_by_number(workspace, log):
    number = log.pk
    record("workspace.opened", workspace=workspace, actor=None)
    log.delete()
    assert entries(workspace, Wanted(act="task"))[0][0].who == f"person {number}, gone"
    assert entries(workspace, Wanted(act="workspace"))[0][0].who == "the program"


def test_entries_of_another_workspace_are_never_shown(workspace, other_workspace, log):
    record("secret.act", workspace=other_workspace, actor=log)
    assert "secret.act" not in kinds(workspace)
    assert all(line.entry.workspace_id == workspace.pk for line in entries(workspace, Wanted())[0])
