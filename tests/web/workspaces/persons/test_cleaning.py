from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from custrata.project.erasing.traces import Traces
from custrata.web.customers.models import Segment
from custrata.web.deliveries.models import Delivered, Progress, ShareLink, Shows
from custrata.web.steering.models import Meeting, Note
from custrata.web.strategies.models import BlockRevision
from custrata.web.strategies.saving import change, head_of, set_value, strategy_of
from custrata.web.together.models import Comment
from custrata.web.workspaces.persons import cleaning
from custrata.web.workspaces.persons.cleaning import clean_texts, mark_gone, squeeze
from custrata.web.workspaces.persons.elsewhere import elsewhere

ANA = Traces(
    customers=frozenset({"CUST-0007"}),
    emails=frozenset({"ana@example.org"}),
    names=frozenset({"Ana Silva"}),
)


def everywhere(workspace, member):
    """Ana and Bo named in every kind of text."""
    author = member("editor", of=workspace)
    said = "Ana Silva of CUST-0007 and Bo Berg of CUST-00071"
    strategy = strategy_of(workspace)
    set_value(strategy, "company", said, strategy.number, None)
    strategy.refresh_from_db()
    Comment.objects.create(workspace=workspace, author=author, address="board", text=said)
    meeting = Meeting.objects.create(
        workspace=workspace,
        kind="weekly",
        on=dt.date(2026, 1, 1),
        agenda={"said": [said]},
        began_at=timezone.now(),
        item_began_at=timezone.now(),
    )
    Note.objects.create(meeting=meeting, word="minutes", text=said, author=author)
    rule = {"column": "customer_id", "is": ["CUST-0007", "CUST-00071"]}
    Segment.objects.create(workspace=workspace, name="Two", rule=rule)


def test_texts_rules_and_history_lose_the_person_and_keep_the_neighbour(workspace, other_workspace, member):
    for one in (workspace, other_workspace):
        everywhere(one, member)
    before = len(elsewhere(other_workspace, ANA))
    said = clean_texts(workspace, ANA, member("admin"))
    assert elsewhere(workspace, ANA) == []
    assert head_of(strategy_of(workspace)).document.company == "... of ... and Bo Berg of CUST-00071"
    assert Comment.objects.get(workspace=workspace).text == "... of ... and Bo Berg of CUST-00071"
    assert Segment.objects.get(workspace=workspace).rule["is"] == ["CUST-00071"]
    history = BlockRevision.objects.filter(strategy__workspace=workspace)
    assert not history.filter(text__contains="Ana Silva").exists()
    assert len(said) >= 4
    assert not any("Ana" in line or "CUST" in line for line in said)
    assert len(elsewhere(other_workspace, ANA)) == before > 0


def test_the_file_of_the_strategy_is_written_without_the_person(workspace, member):
    everywhere(workspace, member)
    clean_texts(workspace, ANA, None)
    text = workspace.place.strategy.read_text(encoding="utf-8")
    assert "Ana Silva" not in text
    assert "Bo Berg" in text


def test_who_saves_while_a_person_is_erased_loses_nothing(workspace, member, monkeypatch):
    everywhere(workspace, member)
    saved_at = []

    def after_somebody_saved(strategy, base, make, *given, **named):
        if not saved_at:
            saved_at.append(set_value(strategy_of(workspace), "horizon.months", "31", None, None).number)
        return change(strategy, base, make, *given, **named)

    monkeypatch.setattr(cleaning, "change", after_somebody_saved)
    clean_texts(workspace, ANA, None)
    assert saved_at
    assert head_of(strategy_of(workspace)).document.horizon.months == 31


def test_a_workspace_that_names_nobody_is_not_touched(workspace):
    number = strategy_of(workspace).number
    assert clean_texts(workspace, ANA, None) == []
    assert strategy_of(workspace).number == number


@pytest.fixture
def delivered(workspace, site):
    """A delivery and a link, each with a file."""

    def make(name):
        (site / "deliveries").mkdir(parents=True, exist_ok=True)
        (site / "deliveries" / name).write_text("x", encoding="utf-8")
        file = f"deliveries/{name}"
        made = Delivered.objects.create(
            workspace=workspace, kind="board", title="Board", progress=Progress.DONE, file=file, size=1
        )
        link = ShareLink.objects.create(
            workspace=workspace,
            shows=Shows.FILE,
            title="Board",
            token=name,
            file=file,
            expires_at=timezone.now() + dt.timedelta(days=1),
        )
        return made, link

    return make


def test_deliveries_and_links_say_that_their_files_are_gone_and_others_stay(workspace, delivered):
    gone, stays = delivered("gone.pdf"), delivered("stays.pdf")
    gone[0].path.unlink()
    assert len(mark_gone(workspace)) == 2
    for one in (*gone, *stays):
        one.refresh_from_db()
    assert (gone[0].progress, gone[0].file, gone[1].holds) == (Progress.FAILED, "", False)
    assert "erased" in gone[0].said
    assert (stays[0].progress, stays[1].holds) == (Progress.DONE, True)


@pytest.mark.django_db(transaction=True)
def test_what_was_deleted_does_not_stand_in_the_file_of_the_database():
    squeeze()
    assert Comment.objects.count() == 0
