from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.http import Http404
from django.utils import timezone

from custrata.strategy.parts.running.review import Review
from custrata.web.steering.models import Meeting
from custrata.web.steering.reviews import views
from custrata.web.steering.reviews.views import kind_named
from custrata.web.strategies.staging import scene_of


def test_the_rhythm_stands_before_any_review_was_held(come_in, address):
    page = come_in("viewer").get(address("reviews/")).content.decode()
    assert "No review has been held yet" in page
    assert page.count("Open the agenda") == 3


@pytest.mark.parametrize("kind", ["weekly", "monthly", "yearly"])
def test_each_kind_has_an_agenda_and_who_looks_begins_nothing(come_in, address, kind):
    page = come_in("viewer").get(address(f"reviews/{kind}/")).content.decode()
    assert "What was checked" in page
    assert "Begin the review" not in page


def test_there_is_no_daily_review(come_in, address):
    assert come_in("viewer").get(address("reviews/daily/")).status_code == 404
    with pytest.raises(Http404):
        kind_named("daily")


def test_beginning_a_review_keeps_its_agenda(come_in, address, workspace, acts):
    answer = come_in("editor").post(address("reviews/weekly/begin/"))
    held = Meeting.objects.get(workspace=workspace)
    assert answer.headers["Location"] == address(f"reviews/meeting/{held.pk}/")
    assert held.agenda["minutes"] == 30
    assert held.agenda["items"]
    assert acts()[-1] == "review.begun"


def test_a_viewer_begins_nothing(come_in, address):
    assert come_in("viewer").post(address("reviews/weekly/begin/")).status_code == 403
    assert not Meeting.objects.exists()


def test_minutes_that_are_not_there_are_not_found(come_in, address):
    assert come_in("viewer").get(address("reviews/held/weekly-1/")).status_code == 404


@pytest.mark.parametrize(("days", "counted"), [(30, False), (4000, True)])
def test_old_data_are_not_late_by_years_and_the_page_says_from_which_day_is_counted(
    come_in, address, workspace, monkeypatch, days, counted
):
    today = scene_of(workspace).as_of + dt.timedelta(days=days)
    monkeypatch.setattr(views.timezone, "localdate", lambda: today)
    looks = come_in("editor")
    for page in ("reviews/", "reviews/yearly/"):
        assert ("Days count from the end of the data" in looks.get(address(page)).content.decode()) is counted
    assert ("by today’s calendar" in looks.get(address("reviews/")).content.decode()) is counted
    lapsed = "lapsed" in looks.get(address("reviews/yearly/")).content.decode()
    assert not lapsed
    looks.post(address("reviews/weekly/begin/"))
    assert Meeting.objects.get().on == today, "people meet today"


def test_the_yearly_review_says_its_fiscal_quarter_and_the_weekly_none(
    come_in, address, workspace, with_document, monkeypatch
):
    day = timezone.localdate()
    kept = tuple(Review(id=f"{kind}-1", kind=kind, on=day) for kind in ("weekly", "yearly"))
    with_document(reviews=kept)
    scene = scene_of(workspace)
    manifest = scene.snapshot.manifest
    fiscal = replace(manifest, settings={**manifest.settings, "fiscal_year_start": 4})
    moved = replace(scene, snapshot=replace(scene.snapshot, manifest=fiscal))
    assert "(Q4 FY" not in come_in("viewer").get(address("reviews/")).content.decode()
    monkeypatch.setattr(views, "scene_of", lambda _: moved)
    page = come_in("viewer").get(address("reviews/")).content.decode()
    assert page.count("(Q4 FY") == 1
