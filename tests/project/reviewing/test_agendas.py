from __future__ import annotations

import datetime as dt

import pytest
from tests.evidence.changed import later
from tests.snapshots import grocer

from custrata.errors import DocumentError, InputError, SnapshotError
from custrata.project.reviewing.agendas import day_of, prepare_review, review_kind, write_agenda
from custrata.strategy.parts.running.review import ReviewKind


def test_the_latest_snapshot_is_held_against_the_one_before(a_month_later):
    prepared = prepare_review(a_month_later, "weekly")
    assert not prepared.agenda.quiet
    assert f"compared with snapshot {grocer().manifest.fingerprint[:12]}" in prepared.page
    assert prepared.on == later(grocer()).manifest.as_of


@pytest.mark.parametrize("kind", ReviewKind)
def test_every_kind_of_review_has_its_minutes(a_month_later, kind):
    agenda = prepare_review(a_month_later, kind).agenda
    assert agenda.kind is kind
    assert sum(i.minutes for i in agenda.items) == agenda.minutes


def test_a_first_build_has_nothing_to_be_compared_with(drafted):
    assert "There is no earlier snapshot to compare with." in prepare_review(drafted, "weekly").page


def test_a_snapshot_can_be_named_and_a_day_too(a_month_later):
    name = grocer().manifest.fingerprint[:8]
    prepared = prepare_review(a_month_later, "monthly", against=name, on="2025-02-10")
    assert prepared.on == dt.date(2025, 2, 10)
    assert "# Monthly review: Harrow Lane Foods, 2025-02-10" in prepared.page
    with pytest.raises(SnapshotError):
        prepare_review(a_month_later, "weekly", against="nothing")


def test_data_without_dates_name_no_day(undated):
    assert prepare_review(undated, "weekly").on is None
    assert prepare_review(undated, "weekly", on="2026-03-02").on == dt.date(2026, 3, 2)


def test_without_a_strategy_there_is_no_agenda(built):
    with pytest.raises(DocumentError, match="custrata draft"):
        prepare_review(built, "weekly")


def test_an_agenda_is_written_as_markdown_and_as_nothing_else(a_month_later, tmp_path):
    prepared = prepare_review(a_month_later, "weekly")
    said = write_agenda(prepared, tmp_path / "weekly.md")
    assert (tmp_path / "weekly.md").read_text(encoding="utf-8") == prepared.page
    assert said.endswith("4 items, 30 minutes")
    with pytest.raises(InputError, match="a file that ends in"):
        write_agenda(prepared, tmp_path / "weekly.pptx")


def test_kinds_and_days_that_are_none_are_refused():
    assert review_kind("yearly") is ReviewKind.YEARLY
    with pytest.raises(InputError, match="choose weekly, monthly, yearly"):
        review_kind("daily")
    with pytest.raises(InputError, match="write it as 2026-01-31"):
        day_of("31 January")
