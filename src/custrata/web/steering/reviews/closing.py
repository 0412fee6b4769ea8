"""Minutes out of the notes of a review, and the strategy that holds them."""

from __future__ import annotations

from collections.abc import Iterable

from custrata.project.reviewing.minutes import Told, with_review
from custrata.strategy.acting.deciding import answered, recorded
from custrata.strategy.document import Document
from custrata.strategy.parts.running.review import ReviewKind
from custrata.web.steering.models import Meeting, Note, Word


def closed(document: Document, meeting: Meeting, notes: Iterable[Note]) -> Document:
    """The strategy with the minutes of a review and what it decided.

    Args:
        document: The strategy.
        meeting: The review.
        notes: What was noted.

    Raises:
        InputError: What was noted cannot be kept.
    """
    kept = list(notes)
    told = told_of(meeting, kept, {a.id for r in document.reviews for a in r.actions if a.done_on is None})
    after, _ = with_review(document, ReviewKind(meeting.kind), told, on=meeting.on, snapshot=meeting.snapshot)
    known = {d.id for d in document.decisions}
    for note in (n for n in kept if n.word == Word.DECIDED):
        if note.decision in known:
            after = answered(after, note.decision, note.text, meeting.on)
        else:
            after = recorded(after, note.text, meeting.on, name=note.owner)
    return after


def told_of(meeting: Meeting, notes: list[Note], open_ones: set[str]) -> Told:
    """What people said, as the library takes it.

    Args:
        meeting: The review.
        notes: What was noted.
        open_ones: Ids of tasks that nobody has reported done; others are passed over.
    """
    return Told(
        minutes=_minutes(meeting, notes),
        decided=_texts(notes, Word.DECIDED),
        stop=_texts(notes, Word.STOP),
        start=_texts(notes, Word.START),
        go_on=_texts(notes, Word.GO_ON),
        actions=tuple(_action(n) for n in notes if n.word == Word.ACTION),
        present=tuple(dict.fromkeys(_texts(notes, Word.PRESENT))),
        done=tuple(dict.fromkeys(t for t in _texts(notes, Word.DONE) if t in open_ones)),
    )


def _texts(notes: Iterable[Note], word: Word) -> tuple[str, ...]:
    return tuple(" ".join(n.text.split()) for n in notes if n.word == word)


def _minutes(meeting: Meeting, notes: list[Note]) -> tuple[str, ...]:
    titles = [item["title"] for item in meeting.agenda.get("items", [])]
    return tuple(
        f"{titles[n.item]}: {n.text}" if n.item is not None and n.item < len(titles) else n.text
        for n in notes
        if n.word == Word.MINUTES
    )


def _action(note: Note) -> str:
    """A task as ``what; owner; day``; semicolons in it would part it, so commas stand for them."""
    what, owner = note.text.replace(";", ","), note.owner.replace(";", ",")
    return f"{what}; {owner}; {note.by or ''}"
