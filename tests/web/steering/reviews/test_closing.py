from __future__ import annotations

import datetime as dt

from tests.strategies import proposal, strategy

from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.running.review import Action, Review
from custrata.web.steering.models import Meeting, Note, Word
from custrata.web.steering.reviews.closing import closed, told_of

DAY = dt.date(2026, 3, 2)


def held():
    return Meeting(kind="weekly", on=DAY, snapshot="abc", agenda={"items": [{"title": "Top issues"}]})


def note(word, text, **fields):
    return Note(word=word, text=text, **fields)


def test_notes_become_minutes_decisions_and_tasks():
    earlier = Review(
        id="weekly-1",
        kind="weekly",
        on=DAY,
        actions=(Action(id="a1", text="Call"), Action(id="a2", text="Ask")),
    )
    before = strategy(reviews=(earlier,), decisions=(Decision(id="which", question=proposal("Which?")),))
    notes = [
        note(Word.MINUTES, "Onboarding slipped.", item=0),
        note(Word.DECIDED, "The first.", decision="which"),
        note(Word.DECIDED, "No mail to all.", owner="A. Person"),
        note(Word.STOP, "Mail to all"),
        note(Word.ACTION, "Call; then write", owner="Sales", by=dt.date(2026, 3, 9)),
        note(Word.PRESENT, "Sales"),
        note(Word.PRESENT, "Sales"),
        note(Word.DONE, "a1"),
    ]
    after = closed(before, held(), notes)
    review = after.reviews[-1]
    assert review.minutes == ("Top issues: Onboarding slipped.",)
    assert (review.decided, review.stop, review.present) == (
        ("The first.", "No mail to all."),
        ("Mail to all",),
        ("Sales",),
    )
    assert (review.actions[0].text, review.actions[0].owner.name) == ("Call, then write", "Sales")
    assert [(d.id, d.decided) for d in after.decisions] == [
        ("which", "The first."),
        ("decision-no-mail-to-all", "No mail to all."),
    ]
    assert [a.done_on for a in after.reviews[0].actions] == [DAY, None]


def test_what_is_reported_done_and_is_not_open_is_passed_over():
    assert told_of(held(), [note(Word.DONE, "gone")], set()).done == ()


def test_a_review_in_which_nothing_was_said_is_kept_all_the_same():
    after = closed(strategy(), held(), [])
    assert (after.reviews[-1].id, after.reviews[-1].minutes) == ("weekly-2026-03-02", ())
