import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from custrata.errors import InputError
from custrata.strategy.parts.running.review import ReviewKind
from custrata.web.audit.models import Entry
from custrata.web.steering.models import Meeting, Note
from custrata.web.steering.reviews.holding import Noted, add, begin, close, drop, found, open_one, turn
from custrata.web.strategies.saving import head_of, strategy_of
from custrata.web.workspaces.asking import asking_of


@pytest.fixture
def asking(workspace, member):
    return asking_of(member("editor"), workspace.slug)


@pytest.fixture
def held(asking):
    return begin(asking, ReviewKind.WEEKLY)


def test_a_review_is_held_from_its_agenda_to_its_minutes(asking, held):
    assert held.agenda["items"]
    kept = add(asking, held.pk, Noted("stop", "  Mail   to all ", item=99))
    assert (kept.text, kept.item) == ("Mail to all", None)
    wrong = add(asking, held.pk, Noted("stop", "Slip"))
    drop(asking, held.pk, wrong.pk)
    assert turn(asking, held.pk, 0).item == 0
    done = close(asking, held.pk)
    review = head_of(strategy_of(asking.workspace)).document.reviews[-1]
    assert (done.review, review.stop) == (review.id, ("Mail to all",))
    acts = list(Entry.objects.order_by("pk").values_list("act", flat=True))
    assert [a for a in acts if a.startswith("review.")] == [
        "review.begun",
        "review.noted",
        "review.noted",
        "review.note_dropped",
        "review.turned",
        "review.closed",
    ]


def test_a_review_is_locked_before_it_is_looked_at_whether_it_is_open(asking, held):
    kept = add(asking, held.pk, Noted("stop", "Slip"))
    for act in (
        lambda: add(asking, held.pk, Noted("stop", "Mail to all")),
        lambda: drop(asking, held.pk, kept.pk),
        lambda: turn(asking, held.pk, 0),
    ):
        with CaptureQueriesContext(connection) as asked:
            act()
        first = [query["sql"].partition(" ")[0] for query in asked.captured_queries[:2]]
        assert first == ["SAVEPOINT", "SELECT"], "nobody closes it between the look and the act"


@pytest.mark.parametrize("noted", [Noted("moon", "x"), Noted("stop", " "), Noted("stop", "x" * 1001)])
def test_a_note_that_is_none_is_refused(asking, held, noted):
    with pytest.raises(InputError):
        add(asking, held.pk, noted)
    assert not Note.objects.exists()


def test_a_closed_review_stays_as_it_is(asking, held):
    close(asking, held.pk)
    for act in (
        lambda: add(asking, held.pk, Noted("stop", "x")),
        lambda: turn(asking, held.pk, 0),
        lambda: close(asking, held.pk),
        lambda: open_one(asking, held.pk),
    ):
        with pytest.raises(InputError, match="closed"):
            act()
    assert found(asking, held.pk, lock=True).closed_at


def test_a_review_of_another_workspace_is_not_there(asking, other_workspace, held, member):
    stranger = asking_of(member("editor", of=other_workspace), other_workspace.slug)
    theirs = begin(stranger, ReviewKind.MONTHLY)
    note = add(stranger, theirs.pk, Noted("stop", "Theirs"))
    for act in (
        lambda: add(asking, theirs.pk, Noted("stop", "x")),
        lambda: drop(asking, theirs.pk, note.pk),
        lambda: drop(asking, held.pk, note.pk),
        lambda: close(asking, theirs.pk),
    ):
        with pytest.raises(Http404):
            act()
    assert Meeting.objects.get(pk=theirs.pk).closed_at is None
    assert Note.objects.get() == note
