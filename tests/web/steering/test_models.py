from __future__ import annotations

import datetime as dt

from django.utils import timezone

from custrata.web.steering.models import Meeting, Note, Word


def meeting(workspace):
    now = timezone.now()
    return Meeting.objects.create(
        workspace=workspace, kind="weekly", on=dt.date(2026, 3, 2), began_at=now, item_began_at=now
    )


def test_a_review_and_its_notes_say_what_they_are(workspace):
    held = meeting(workspace)
    note = Note.objects.create(meeting=held, word=Word.STOP, text="Mail to all")
    assert str(held).startswith("weekly review of ")
    assert str(note) == "stop: Mail to all"


def test_notes_go_with_their_review_and_the_neighbour_stays(workspace):
    first, second = meeting(workspace), meeting(workspace)
    for held in (first, second):
        Note.objects.create(meeting=held, word=Word.STOP, text="Mail to all")
    first.delete()
    assert [n.meeting_id for n in Note.objects.all()] == [second.pk]
