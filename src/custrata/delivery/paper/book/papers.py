"""Working papers in the book: the same blocks as on the one-pagers, nothing left off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from custrata.delivery.deck.material import title_case
from custrata.delivery.paper.book.listing import card, grid, section, words_of
from custrata.delivery.paper.folding import folded
from custrata.delivery.paper.page import Block, Grid, Heading, Line, Lines, Sheet, Voice
from custrata.delivery.paper.pages.channel_charter import charter_sheet
from custrata.delivery.paper.pages.experiment_readout import readout_sheet
from custrata.delivery.paper.pages.insight_brief import brief_sheet
from custrata.delivery.paper.pages.message_map import message_sheet
from custrata.delivery.paper.pages.who_we_win_with import who_we_win_with
from custrata.delivery.paper.telling import Teller, plainly
from custrata.strategy.parts.papers.journey_map import JourneyMap

Blocks = tuple[Block, ...]


def papers(teller: Teller) -> Blocks:
    """Profiles, briefs, messages, journeys, channels, service, research, audit, experiments."""
    document = teller.document
    return (
        *(_sheets("Who we win with", who_we_win_with(teller.given)) if document.profiles else ()),
        *_each(teller, "Insight brief", document.briefs, brief_sheet),
        *_each(teller, "Message map", document.message_maps, message_sheet),
        *(b for m in document.journey_maps for b in _journey(teller, m)),
        *_each(teller, "Channel charter", document.channel_charters, charter_sheet),
        *section("Service standards", [card(teller, s.name, s) for s in document.service_standards]),
        *section(
            "Empathy maps",
            [
                card(teller, _empathy_name(teller, e.group, words_of(teller, e.stage)), e, skip=("group",))
                for e in document.empathy_maps
            ],
        ),
        *section("Research", _research(teller)),
        *section("Notes", [_notes(teller)]),
        *section(
            "Audit of initiatives that run",
            [card(teller, a.name, a, skip=("campaign",)) for a in document.audit],
        ),
        *_each(teller, "Experiment", document.experiments, readout_sheet),
        *section("Minutes of reviews", _reviews(teller)),
    )


def _each(
    teller: Teller, title: str, parts: tuple[Any, ...], compose: Callable[[Teller, Any], Sheet]
) -> Blocks:
    found: list[Block] = []
    for at, part in enumerate(parts, start=1):
        group = getattr(part, "group", "")
        name = f"{title}: {teller.group_name(group)}" if group else title
        numbered = f"{title} {at}" if len(parts) > 1 and not hasattr(part, "group") else name
        found += _sheets(numbered, (compose(teller, part),))
    return tuple(found)


def _sheets(title: str, sheets: tuple[Sheet, ...]) -> Blocks:
    found: list[Block] = []
    for sheet in sheets:
        finding = sheet.finding
        lead = Line(
            finding.words, finding.voice, finding.tail, finding.state, finding.head, claims=finding.claims
        )
        name = sheet.kind if ":" in sheet.kind else title
        found += [Heading(plainly(name), 2, lead), *folded(sheet.blocks)]
    return tuple(found)


def _journey(teller: Teller, part: JourneyMap) -> Blocks:
    """A journey upright: stages as rows, as a page of the book is too narrow for them as columns."""
    name = part.name or teller.group_name(part.group)
    worst = f"Worst stage: {part.worst.value}" if part.worst else "The worst stage is not named yet"
    table = grid(
        teller,
        "",
        part.stages,
        (
            ("Stage", lambda s: title_case(s.stage.value), 2),
            ("Friction, from data", "friction_from_data", 4),
            ("Friction, from people", "friction_from_people", 4),
            ("Stands now", "position", 4),
            ("Owner", "owner", 2),
        ),
    )
    lived = grid(
        teller,
        "",
        part.stages,
        (
            ("Stage", lambda s: title_case(s.stage.value), 2),
            ("Outcome wanted", "outcome", 4),
            ("Decision moments", "decision_moments", 3),
            ("They think", "thinks", 3),
            ("They feel, −3 to 3", "feels", 2),
            ("Human touch", "human_touch", 2),
            ("Content", "content", 3),
        ),
    )
    return section(f"Journey map: {name}", [table, lived], lead=worst)


def _research(teller: Teller) -> list[Block | None]:
    blocks: list[Block | None] = []
    for part in teller.document.research:
        blocks.append(card(teller, part.title, part, skip=("questions",)))
        specs = (
            ("Question", "asks", 5),
            ("Aims at", "aims_at", 3),
            ("Measure", "measure", 2),
            ("Answers", "answers", 4),
        )
        blocks.append(grid(teller, "", part.questions, specs))
    return blocks


def _empathy_name(teller: Teller, group: str, stage: str) -> str:
    name = teller.group_name(group, "All customers")
    return f"{name}, {stage}" if stage else name


def _notes(teller: Teller) -> Grid | None:
    return grid(
        teller,
        "",
        teller.document.notes,
        (
            ("About", "title", 3),
            ("Kind", "kind", 2),
            ("What was noted", "statement", 6),
            ("Source", "source", 2),
            ("On", "on", 2),
        ),
    )


def _reviews(teller: Teller) -> list[Block]:
    blocks: list[Block] = []
    spelled = teller.material.snapshot.manifest.reckoning.spelled
    for review in sorted(teller.document.reviews, key=lambda r: r.on, reverse=True):
        heading = f"{title_case(review.kind.value)} review, {spelled(review.on)}"
        points = [(head, w) for head, words in _points(review) for w in words]
        lines = tuple(plainly(w, Voice.STATED, head=f"{head}:") for head, w in points)
        blocks.append(Lines(heading, lines or (plainly("No minutes are kept.", Voice.QUIET),)))
        actions = grid(
            teller,
            "",
            review.actions,
            (("Action", "text", 5), ("Owner", "owner", 2), ("By", "by", 2), ("Done", "done_on", 2)),
        )
        blocks += [actions] if actions else []
    return blocks


def _points(review: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("Said", review.minutes),
        ("Decided", review.decided),
        ("Stop", review.stop),
        ("Start", review.start),
        ("Continue", review.go_on),
    )
