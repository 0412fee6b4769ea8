from __future__ import annotations

import pytest
from tests.web.steering.conftest import HTMX

from custrata.web.steering.models import Meeting, Note


@pytest.fixture
def editor(come_in):
    return come_in("editor", email="ann@example.org")


@pytest.fixture
def held(editor, address, workspace):
    editor.post(address("reviews/weekly/begin/"))
    return Meeting.objects.get(workspace=workspace)


@pytest.fixture
def inside(held, address):
    """An address of the review: ``inside("note/")``."""
    return lambda rest="": address(f"reviews/meeting/{held.pk}/{rest}")


def test_a_review_from_its_first_note_to_its_minutes(editor, inside, standing, held, acts, address):
    notes = (
        {"word": "minutes", "item": "0", "text": "Onboarding slipped."},
        {"word": "stop", "text": "Mail to all"},
        {"word": "decided", "text": "Importer first.", "decision": standing().decisions[0].id},
        {"word": "action", "text": "Ask ten customers", "owner": "Sales", "by": "2026-12-01"},
        {"word": "present", "text": "Finance"},
    )
    for note in notes:
        assert editor.post(inside("note/"), note).status_code == 302
    page = editor.get(inside()).content.decode()
    assert all(note["text"] in page for note in notes)
    assert page.count("Close the review") == 1
    answer = editor.post(inside("close/"))
    review = standing().reviews[-1]
    assert answer.headers["Location"] == address(f"reviews/held/{review.id}/")
    assert (review.stop, review.present, review.actions[0].owner.name) == (
        ("Mail to all",),
        ("Finance",),
        "Sales",
    )
    assert standing().decisions[0].decided == "Importer first."
    assert acts()[-1] == "review.closed"
    minutes = editor.get(answer.headers["Location"]).content.decode()
    assert "Importer first." in minutes
    assert "Ask ten customers" in minutes
    assert editor.get(inside()).status_code == 302, "a closed review shows its minutes"


def test_a_closed_review_takes_no_note_and_is_closed_once(editor, inside, standing):
    editor.post(inside("close/"))
    assert editor.post(inside("note/"), {"word": "stop", "text": "x"}).status_code == 422
    assert editor.post(inside("close/")).status_code == 422
    assert len(standing().reviews) == 1


def test_two_write_at_once_and_both_notes_live(editor, come_in, inside):
    other = come_in("editor", email="bob@example.org")
    editor.post(inside("note/"), {"word": "stop", "text": "Mail to all"})
    other.post(inside("note/"), {"word": "stop", "text": "Price page by site"})
    page = editor.get(inside(), headers=HTMX).content.decode()
    assert "Mail to all" in page
    assert "Price page by site" in page
    assert "<html" not in page


def test_a_note_is_taken_out_and_its_neighbour_stays(editor, inside, held):
    for text in ("one", "two"):
        editor.post(inside("note/"), {"word": "stop", "text": text})
    first = Note.objects.filter(meeting=held).first()
    editor.post(inside(f"note/{first.pk}/drop/"))
    assert [n.text for n in Note.objects.filter(meeting=held)] == ["two"]
    assert editor.post(inside(f"note/{first.pk}/drop/")).status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        {"word": "stop", "text": " "},
        {"word": "stop", "text": "x" * 1001},
        {"word": "shout", "text": "x"},
        {"word": "action", "text": "x", "by": "soon"},
    ],
)
def test_what_is_no_note_is_refused(editor, inside, held, sent):
    assert editor.post(inside("note/"), sent).status_code == 422
    assert not held.notes.exists()


def test_the_next_item_begins_its_clock_and_there_is_none_beyond_the_last(editor, inside, held):
    began = held.item_began_at
    editor.post(inside("turn/"), {"item": "1"})
    held.refresh_from_db()
    assert held.item == 1
    assert held.item_began_at > began
    assert editor.post(inside("turn/"), {"item": "99"}).status_code == 422


@pytest.mark.parametrize("place", ["note/", "turn/", "close/", "note/1/drop/"])
def test_a_viewer_watches_and_changes_nothing(come_in, inside, standing, place):
    viewer = come_in("viewer")
    assert viewer.get(inside()).status_code == 200
    assert viewer.post(inside(place), {"word": "stop", "text": "x", "item": "1"}).status_code == 403
    assert standing().reviews == ()


def test_a_review_of_another_company_is_not_there(come_in, other_workspace, held):
    stranger = come_in("admin", of=other_workspace)
    for place in ("", "note/", "close/"):
        answer = stranger.post(
            f"/w/{other_workspace.slug}/reviews/meeting/{held.pk}/{place}", {"word": "stop", "text": "x"}
        )
        assert answer.status_code in (404, 405)
    assert stranger.get(f"/w/{other_workspace.slug}/reviews/meeting/{held.pk}/").status_code == 404
    assert not held.notes.exists()


def test_the_page_asks_the_database_little(editor, inside, django_assert_max_num_queries):
    editor.get(inside())
    with django_assert_max_num_queries(15):
        editor.get(inside())
