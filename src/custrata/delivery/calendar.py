"""The dates of the strategy as a calendar: reviews, decisions, assumptions, experiments, charters."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from icalendar import Calendar, Event

from custrata.delivery.deliverable import Given
from custrata.delivery.swapping import swap_in
from custrata.errors import DeliveryError
from custrata.reckoning import CALENDAR, Reckoning
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.experiment import ExperimentState
from custrata.strategy.wording.dates import days_later, falls_on, months_later

PRODUCT = "-//Custrata//Customer strategy//EN"
HOUR = dt.time(9, 0)
"""Reviews stand at nine by the clock of whoever opens the calendar, until somebody moves them."""

WEEKLY, MONTHLY, YEARLY = dt.timedelta(minutes=30), dt.timedelta(minutes=60), dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the calendar.

    Attributes:
        id: Id of the part that it comes from; with the company it makes an address that never changes.
        title: What stands in the calendar.
        about: What it is about, in a sentence or two.
        start: The day, or the day and hour of a review.
        lasts: How long it takes.
        rule: How it repeats; empty when it does not.
    """

    id: str
    title: str
    about: str
    start: dt.date
    lasts: dt.timedelta = dt.timedelta(days=1)
    rule: dict[str, object] = field(default_factory=dict)


def write_calendar(given: Given, out: Path) -> str:
    """Write the dates of the strategy as a calendar file.

    Args:
        given: The strategy and its snapshot; the last day of its data stamps the entries.
        out: The file, which ends in ``.ics``.

    Returns:
        What was written, as a sentence.

    Raises:
        DeliveryError: Nothing in the strategy has a day, or the file cannot be written.
    """
    listed = entries(given.document, given.snapshot.manifest.reckoning)
    if not listed:
        raise DeliveryError(
            "nothing in the strategy has a day, so there is no calendar to write",
            where=str(out),
            remedy="set horizon.starts_on in the strategy, or give decisions a day under by",
        )
    stamp = dt.datetime.combine(given.snapshot.manifest.as_of, dt.time(), dt.UTC)
    swap_in(as_ics(given.document.company, listed, stamp), Path(out), "calendar")
    return f"{out}: {_count(len(listed), 'entry', 'entries')}{_without_start(given.document)}"


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"


def _without_start(document: Document) -> str:
    if _start(document) is not None:
        return ""
    return "; no reviews, as the data carry no dates and horizon.starts_on is not set"


def as_ics(company: str, listed: Iterable[Entry], stamp: dt.datetime) -> bytes:
    """Entries as the bytes of a calendar file; the same entries and stamp give the same bytes.

    Args:
        company: Name of the calendar.
        listed: The entries.
        stamp: When the entries were made, in UTC.
    """
    mark = hashlib.sha256(company.encode("utf-8")).hexdigest()[:12]
    name = f"Customer strategy, {company}"
    calendar = Calendar.new(prodid=PRODUCT, name=name, uid=f"strategy.{mark}@custrata")
    for entry in listed:
        event = Event.new(
            uid=f"{entry.id}.{mark}@custrata",
            stamp=stamp,
            summary=entry.title,
            description=entry.about,
            start=entry.start,
            end=_end(entry),
        )
        if entry.rule:
            event.add("rrule", entry.rule)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _end(entry: Entry) -> dt.date | None:
    """When an entry is over; None on the last day there is."""
    try:
        return entry.start + entry.lasts
    except OverflowError:
        return None


def entries(document: Document, reckoning: Reckoning = CALENDAR) -> tuple[Entry, ...]:
    """What has a day in the strategy, in the order of the days.

    Args:
        document: The strategy.
        reckoning: Where the company's week and year begin; weekly reviews stand on the first day of the week,
            yearly ones in the last month of the year where that is not the calendar's.

    Returns:
        Reviews from the first day of the horizon to its last; decisions that are open; assumptions,
        experiments that do not stand still, charters, suppressed findings, and actions that are not done.
        Months are counted from the first day of the horizon; where there is none, only what names a day.
    """
    found = (*_reviews(document, reckoning), *_decisions(document), *_lapsing(document), *_trials(document))
    return tuple(sorted((*found, *_papers(document), *_actions(document)), key=_order))


def _order(entry: Entry) -> tuple[str, str]:
    return entry.start.isoformat(), entry.id


def _start(document: Document) -> dt.date | None:
    if document.horizon.starts_on is not None or document.notional:
        return document.horizon.starts_on
    return document.as_of


def _reviews(document: Document, reckoning: Reckoning) -> Iterator[Entry]:
    """First days of the week, first Tuesdays of the month, and a day as each year ends."""
    start = _start(document)
    if start is None:
        return
    last = months_later(start, document.horizon.months)
    until = dt.datetime.combine(last, dt.time(23, 59))
    first = days_later(start, reckoning.days_to_week(start))
    yield Entry(
        "review-weekly",
        "Weekly strategy review (30 minutes)",
        "New insights, top issues by value at stake, experiment results. Agenda: custrata review weekly",
        dt.datetime.combine(first, HOUR),
        WEEKLY,
        {"freq": "weekly", "until": until},
    )
    yield Entry(
        "review-monthly",
        "Monthly strategy review (60 minutes)",
        "Scorecard, segment focus, broken claims, roadmap, resourcing. Agenda: custrata review monthly",
        dt.datetime.combine(_first_tuesday(start), HOUR),
        MONTHLY,
        {"freq": "monthly", "byday": "1TU", "until": until},
    )
    yield Entry(
        "review-yearly",
        "Yearly strategy review (a day)",
        "Segmentation, strategy, targets, maturity, hand-over to the budget. Agenda: custrata review yearly",
        reckoning.closing(start) if reckoning.ahead else months_later(start, 11),
        YEARLY,
        {"freq": "yearly", "until": last},
    )


def _first_tuesday(start: dt.date) -> dt.date:
    """The first Tuesday of a month, on or after a day."""
    this, following = (months_later(start.replace(day=1), months) for months in (0, 1))
    tuesdays = [days_later(first, (1 - first.weekday()) % 7) for first in (this, following)]
    return next((day for day in tuesdays if day >= start), tuesdays[-1])


def _decisions(document: Document) -> Iterator[Entry]:
    for decision in document.decisions:
        if decision.by is not None and not decision.decided:
            rests = f" Rests on {', '.join(decision.rests_on)}." if decision.rests_on else ""
            about = f"{_who(decision.owner)}{rests} Id: {decision.id}"
            yield Entry(decision.id, f"To decide: {decision.question.said()}", about, decision.by)


def _lapsing(document: Document) -> Iterator[Entry]:
    start = _start(document)
    for assumption in document.assumptions:
        day = falls_on(assumption.expires_on, assumption.in_months, start)
        if day is not None:
            stop = f" When it fails: {assumption.kill_criterion}" if assumption.kill_criterion else ""
            about = f"{_who(assumption.owner)}{stop} Id: {assumption.id}"
            yield Entry(assumption.id, f"Assumption lapses: {assumption.statement.said()}", about, day)
    for let in document.suppressions:
        if let.until is not None:
            yield Entry(
                let.id, f"Finding {let.code} is reported again", f"{let.reason} {_who(let.owner)}", let.until
            )


def _trials(document: Document) -> Iterator[Entry]:
    over = (ExperimentState.DONE, ExperimentState.STOPPED)
    for trial in document.experiments:
        if trial.ends_on is not None and trial.state not in over:
            about = f"{_who(trial.owner)} Id: {trial.id}"
            yield Entry(trial.id, f"Experiment ends: {trial.hypothesis.said()}", about, trial.ends_on)


def _papers(document: Document) -> Iterator[Entry]:
    for charter in document.channel_charters:
        if charter.review_on is not None:
            title = f"Channel charter is reviewed: {charter.channel}"
            yield Entry(charter.id, title, _who(charter.owner), charter.review_on)


def _actions(document: Document) -> Iterator[Entry]:
    for review in document.reviews:
        for action in review.actions:
            if action.by is not None and action.done_on is None:
                about = f"{_who(action.owner)} Agreed in {review.id}. Id: {action.id}"
                yield Entry(action.id, f"Action due: {action.text}", about, action.by)


def _who(owner: Owner) -> str:
    return f"Owner: {owner.name}." if owner.name else f"{str(owner).capitalize()}."
