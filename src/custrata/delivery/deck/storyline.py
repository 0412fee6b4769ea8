"""The story of the board deck: which slides, in which order, each with what it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from custrata.delivery import tokens
from custrata.delivery.deck import grid, layout, lettering
from custrata.delivery.deck.appendix import appendix
from custrata.delivery.deck.chapters import (
    behaviour,
    groups,
    lifecycle,
    market,
    movement,
    opening,
    plan,
    portfolio,
    standing,
)
from custrata.delivery.deck.chapters.economics import (
    acquisition,
    exam,
    exchange,
    migration,
    profit,
    whale,
    worth,
)
from custrata.delivery.deck.ledger import write_up
from custrata.delivery.deck.material import Material, worded
from custrata.delivery.deck.slides import Deck, FigurePanel, Panel, Placed, Slide, Table
from custrata.delivery.deck.speaking import evidence_line, notes
from custrata.delivery.figures import Name, Prose, say
from custrata.evidence.check import ClaimEvidence
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document

MOST_SLIDES = 24
"""Slides before the appendix; beyond them the least telling ones go behind the story."""

_LONGEST_NAME, _SHORTEST_NAME = 120, 16
"""Letters that a name in a title keeps when the title is cut."""

_STORY: tuple[Callable[[Material], Slide | None], ...] = (
    opening.summary,
    opening.data,
    standing.at_a_glance,
    standing.months,
    movement.customer_bridge,
    movement.revenue_bridge,
    movement.retention,
    portfolio.tiers,
    portfolio.policy,
    migration.moves,
    portfolio.concentration,
    worth.equity,
    worth.by_channel,
    worth.by_cohort,
    worth.by_attribute,
    exam.candidates,
    exam.check,
    profit.bridge,
    profit.serving,
    whale.whale,
    profit.causes,
    acquisition.returns,
    groups.groups,
    exchange.exchange,
    groups.intents,
    behaviour.coming_back,
    behaviour.cohorts,
    behaviour.categories,
    behaviour.price,
    behaviour.acquisition,
    lifecycle.stages,
    lifecycle.plan,
    lifecycle.leaving,
    market.pipeline,
    market.voice,
    market.campaigns,
    plan.promise,
    plan.initiatives,
    plan.scorecard,
    plan.gaps,
    plan.assumptions,
    plan.decisions,
)
_BEHIND = (
    "Lifetime value by",
    "Campaigns",
    "Exam of the models",
    "Concentration",
    "Discounts and refunds",
    "Acquisition",
    "Plan by stage",
    "Policy by tier",
    "Predicted and actual",
    "What customers say",
    "What we cannot say yet",
    "Moves between tiers",
    "Cohorts",
    "Cost to serve",
    "Categories",
)
"""Topics in the order in which they go behind the story, by how they begin."""


def board_deck(
    snapshot: Snapshot, document: Document, evidence: tuple[ClaimEvidence, ...], *, example: str = ""
) -> Deck:
    """The deck for a board: story, then appendix with the evidence of every figure.

    Args:
        snapshot: What was found.
        document: The strategy.
        evidence: How its claims stand against the snapshot.
        example: Words that open the evidence line when the data are no company's own (``EXAMPLE COMPANY``).

    Returns:
        The deck as a value; slides with nothing to show are left out.
    """
    material = Material(snapshot, document, evidence)
    story = _numbered(_ordered(_paged(_composed(material))), 2)
    cover = opening.cover(material)
    said = worded(", ".join(cover.lines))
    front = Slide(
        "Cover", "", (say("Cover"),), said, exhibits=(Placed(FigurePanel("", cover.figures)),), number=1
    )
    ledger = write_up((front, *story))
    behind = _numbered((_titled(s) for s in appendix(material, ledger)), 2 + len(story))
    foot = f"Snapshot {snapshot.manifest.fingerprint[:16]} · {document.company or snapshot.manifest.company}"
    told = tuple(
        replace(
            s, evidence=evidence_line(s, ledger, material, example), note_lines=notes(s, ledger, material)
        )
        for s in story
    )
    last = tuple(replace(s, evidence=foot, note_lines=(s.titles[0].text + ".", foot)) for s in behind)
    signed = [s.signed for s in document.sign_offs]
    everyone = bool(signed) and all(signed)
    mark = (
        f"Signed, revision {document.revision}"
        if everyone
        else f"DRAFT · {sum(signed)} of {len(signed)} owners signed"
    )
    return Deck(
        document.company or snapshot.manifest.company,
        snapshot.manifest.as_of,
        cover,
        (*told, *last),
        mark,
        signed=everyone,
        example=example,
    )


def _composed(material: Material) -> list[Slide]:
    found = [slide for make in _STORY if (slide := make(material)) is not None]
    at = next((i for i, s in enumerate(found) if s.topic == "Intent per group"), len(found))
    grouped = {d for g in material.document.groups for d, _ in g.segment}
    telling = material.telling_attributes
    rest = [a for a in telling if a not in grouped] + [a for a in telling if a in grouped]
    details = [s for a in rest[:3] if (s := groups.by_attribute(material, a)) is not None]
    return [*found[: at + 1], *details, *found[at + 1 :]]


def _titled(slide: Slide) -> Slide:
    texts = [t.text for t in slide.titles]
    chosen = lettering.first_that_fits(texts, tokens.TITLE_PT, grid.TITLE.w, 2, bold=True)
    return replace(slide, titles=(_fitted(slide.titles[chosen]),))


def _fitted(title: Prose) -> Prose:
    """The title itself, or with its names cut where even the shortest wording takes a third line."""
    longest = max((len(n.text) for n in title.names), default=0)
    fitted, room = title, min(longest, _LONGEST_NAME)
    while _lines(fitted) > 2 and room >= _SHORTEST_NAME:
        fitted = Prose(tuple(_cut(p, room) if isinstance(p, Name) else p for p in title.parts))
        room -= 8
    return fitted


def _lines(title: Prose) -> int:
    return lettering.lines(title.text, tokens.TITLE_PT, grid.TITLE.w, bold=True)


def _cut(name: Name, room: int) -> Name:
    if len(name.text) <= room:
        return name
    tail = " " if name.text.endswith(" ") else ""
    return Name(f"{name.text[: room - 1].rstrip()}…{tail}", name.source)


def _paged(slides: Iterable[Slide]) -> list[Slide]:
    found: list[Slide] = []
    for slide in slides:
        found += _pages(_titled(slide))
    return found


def _pages(slide: Slide) -> list[Slide]:
    zone = grid.exhibit_zone(so_what=bool(slide.so_what.text), appendix=slide.appendix)
    first: list[Placed] = []
    rest: list[Placed] = []
    for placed in slide.exhibits:
        room = grid.part_of(zone, placed.first, placed.span, placed.top, placed.height)
        match placed.exhibit:
            case Panel():
                first.append(replace(placed, exhibit=layout.fitting(placed.exhibit, room.w, room.h)))
            case Table():
                pages = layout.best_set(placed.exhibit, room.w - 0.32, room.h)
                first.append(replace(placed, exhibit=pages[0]))
                rest += [replace(placed, exhibit=page) for page in pages[1:]]
            case _:
                first.append(placed)
    if not rest:
        return [replace(slide, exhibits=tuple(first))]
    count = len(rest) + 1
    found = [replace(slide, exhibits=tuple(first), topic=f"{slide.topic}, 1 of {count}")]
    for at, placed in enumerate(rest, start=2):
        title = say(slide.titles[0], worded(f" ({at} of {count})", "page"))
        found.append(
            replace(slide, exhibits=(placed,), titles=(title,), topic=f"{slide.topic}, {at} of {count}")
        )
    return found


def _ordered(slides: Sequence[Slide]) -> list[Slide]:
    """Too many slides: the least telling go behind the story."""
    over = len(slides) + 1 - MOST_SLIDES
    moved: list[Slide] = []
    for topic in _BEHIND:
        if over <= len(moved):
            break
        moved += [s for s in slides if s.topic.startswith(topic)]
    return [s for s in slides if s not in moved] + [replace(s, chapter="Behind the story") for s in moved]


def _numbered(slides: Iterable[Slide], first: int) -> tuple[Slide, ...]:
    unique: dict[str, int] = {}
    found = []
    for number, slide in enumerate(slides, start=first):
        text = slide.titles[0].text
        unique[text] = unique.get(text, 0) + 1
        if unique[text] > 1:
            slide = replace(slide, titles=(say(slide.titles[0], worded(f" ({unique[text]})", "page")),))
        found.append(replace(slide, number=number))
    return tuple(found)
