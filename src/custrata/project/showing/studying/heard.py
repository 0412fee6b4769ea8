"""What was heard from customers: scores and tickets by period, interviews, empathy maps, exact words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from custrata.measures.catalogue import CATALOGUE
from custrata.project.showing.home.windows import SAID_UNITS
from custrata.project.showing.scene import Scene
from custrata.project.showing.studying.statements import Told, under
from custrata.vocabulary import Reading

SCORES = ("nps", "csat", "ces", "average_rating")
TICKETS = ("tickets", "tickets_per_customer", "first_response_hours", "resolution_hours")

_MASKED = "…"
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?\d(?:[ ()/.-]?\d){6,}")


@dataclass(frozen=True)
class Heard:
    """One score or count of tickets, over the whole history and in both windows.

    Attributes:
        title: Its name.
        whole: Over the whole history.
        current: In the latest window.
        previous: In the window before.
        reason: Why it is not known; empty where it is.
    """

    title: str
    whole: Reading | None
    current: Reading | None
    previous: Reading | None
    reason: str


@dataclass(frozen=True)
class ResearchTold:
    """An interview guide or a survey with what came of it.

    Attributes:
        title: What it is about.
        kind: Interview or survey.
        group: Whom it asks.
        address: Its block in the strategy.
        goal: What is to be learned.
        questions: What is asked.
        n: How many were asked so far.
        on: When; None while it is planned.
        learned: What was learned.
    """

    title: str
    kind: str
    group: str
    address: str
    goal: str
    questions: tuple[str, ...]
    n: int
    on: dt.date | None
    learned: tuple[Told, ...]


@dataclass(frozen=True)
class EmpathyTold:
    """What customers say, think, do and feel; headings without a word are left out."""

    title: str
    address: str
    said: tuple[tuple[str, tuple[Told, ...]], ...]


@dataclass(frozen=True)
class PhraseTold:
    """Words of a customer, with names of addresses and phones taken out."""

    words: str
    theme: str
    language: str


def heard(scene: Scene) -> tuple[tuple[str, tuple[Heard, ...]], ...]:
    """Scores by kind of question, and tickets; each says why it is not known where it is not.

    Args:
        scene: Snapshot and strategy.
    """
    return (
        ("Scores by kind of question", tuple(_heard(scene, m) for m in SCORES)),
        ("Tickets", tuple(_heard(scene, m) for m in TICKETS)),
    )


def _heard(scene: Scene, measure: str) -> Heard:
    whole, current, previous = (
        scene.snapshot.reading(measure, period=period) for period in ("all", "current", "previous")
    )
    known = any(r is not None and r.value is not None for r in (whole, current, previous))
    reason = "" if known else (whole.reason if whole is not None else None) or _missing(scene, measure)
    title, unit = CATALOGUE[measure].title, CATALOGUE[measure].unit
    titled = f"{title}, {unit}" if unit in SAID_UNITS else title
    return Heard(titled, _known(whole), _known(current), _known(previous), reason)


def _known(reading: Reading | None) -> Reading | None:
    return reading if reading is not None and reading.value is not None else None


def _missing(scene: Scene, measure: str) -> str:
    return scene.snapshot.manifest.missing.get(measure, "no data on it")


def research_told(scene: Scene) -> tuple[ResearchTold, ...]:
    """Interviews and surveys.

    Args:
        scene: Snapshot and strategy.
    """
    names = _names(scene)
    return tuple(
        ResearchTold(
            one.title,
            one.kind.value,
            names.get(one.group, "All customers"),
            f"research[{one.id}]",
            one.goal,
            tuple(question.asks for question in one.questions),
            one.n,
            one.on,
            under(scene, f"research[{one.id}]", one, "learned"),
        )
        for one in scene.document.research
    )


def empathy_told(scene: Scene) -> tuple[EmpathyTold, ...]:
    """Empathy maps.

    Args:
        scene: Snapshot and strategy.
    """
    names = _names(scene)
    found = []
    for one in scene.document.empathy_maps:
        place = f"empathy_maps[{one.id}]"
        fields = ("says", "thinks", "does", "feels", "pains", "gains")
        said = tuple((f.capitalize(), under(scene, place, one, f)) for f in fields)
        title = names.get(one.group, "All customers") + (f", {one.stage}" if one.stage else "")
        found.append(EmpathyTold(title, place, tuple((head, words) for head, words in said if words)))
    return tuple(found)


def phrases_told(scene: Scene) -> tuple[PhraseTold, ...]:
    """Exact words out of the briefs, without addresses and phones; where they stand is not told.

    Args:
        scene: Snapshot and strategy.
    """
    return tuple(_phrases(scene))


def _phrases(scene: Scene) -> Iterator[PhraseTold]:
    for brief in scene.document.briefs:
        for phrase in brief.phrases:
            yield PhraseTold(masked(phrase.words), phrase.theme, phrase.language)


def masked(words: str) -> str:
    """Words without addresses and phones.

    Args:
        words: What somebody wrote.

    Example:
        >>> masked("write to somebody@example.org or 030 1234567")
        'write to … or …'
    """
    return _PHONE.sub(_MASKED, _ADDRESS.sub(_MASKED, words))


def _names(scene: Scene) -> dict[str, str]:
    return {group.id: group.name for group in scene.document.groups}
