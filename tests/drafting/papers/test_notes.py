from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, without

from custrata.drafting.draft import draft


def test_competitors_on_record_wait_for_a_measure():
    (note,) = drafted().notes
    assert "Custrata does not give yet" in note.statement.waits_for


def test_without_them_the_note_says_whom_to_ask():
    (note,) = draft(without(maintainer(), "opportunities")).notes
    assert "interviews" in note.statement.waits_for
