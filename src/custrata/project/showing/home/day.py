"""The home of a workspace on a day: the finding first, then what changed, what is broken and what is due."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from custrata.delivery.deck.slides import Slide
from custrata.delivery.figures import NOTHING, Figure, Prose, say, stated
from custrata.project.showing.home.broken import Broken, broken, owners_of
from custrata.project.showing.home.due import Due, due
from custrata.project.showing.home.signals import Changes, Signal, changes, leading
from custrata.project.showing.home.tiles import Holding, Tile, holding, tiles
from custrata.project.showing.home.zones import Tally, tallies, whole
from custrata.project.showing.scene import Scene
from custrata.vocabulary import EvidenceState

CHARTS = ("revenue_moved", "months", "customers_moved", "tiers", "base")
"""Sheets of which the first that there is becomes the chart of the home."""

MOST_SIGNALS = 5
"""Signals that stand open; the others are folded."""

CHECK = "check of the claims"


@dataclass(frozen=True)
class Day:
    """What the home shows.

    Attributes:
        finding: The claim that broke with most at stake, else the insight that leads, else what moved most.
        lede: What follows from it, and how many claims hold.
        tiles: The figures at the head.
        holding: How many claims hold.
        changes: What changed, by money.
        chart: One sheet with its finding; None where nothing can be drawn.
        broken: What is broken.
        states: All claims by state.
        tallies: The same by zone.
        due: What the strategy asks for by a day.
        build: What the build accounted for.
        owned: Whether some part of the strategy has a person who answers for it.
        warnings: Findings that are warnings, and proposals without an owner among the notes.
    """

    finding: Prose
    lede: Prose
    tiles: tuple[Tile, ...]
    holding: Holding
    changes: Changes
    chart: Slide | None
    broken: tuple[Broken, ...]
    states: tuple[tuple[EvidenceState, int], ...]
    tallies: tuple[Tally, ...]
    due: tuple[Due, ...]
    build: Prose
    owned: bool
    warnings: tuple[tuple[str, int], ...] = ()

    @property
    def open(self) -> tuple[Signal, ...]:
        """The signals that stand open."""
        return self.changes.signals[:MOST_SIGNALS]

    @property
    def folded(self) -> tuple[Signal, ...]:
        """The signals that weigh less."""
        return self.changes.signals[MOST_SIGNALS:]


def day(scene: Scene, today: dt.date, *, asked: bool = False) -> Day:
    """The home of a workspace.

    Args:
        scene: Snapshot and strategy.
        today: The day on which it is looked at; what is due is held against it.
        asked: Whether the strategy was put up for signatures.
    """
    found = changes(scene)
    held = holding(scene.evidence)
    lead = leading(scene, found)
    return Day(
        finding=lead.title if lead else _first_title(scene),
        lede=_lede(lead, held),
        tiles=tiles(scene),
        holding=held,
        changes=found,
        chart=_chart(scene),
        broken=broken(scene),
        states=whole(scene.evidence),
        tallies=tallies(scene.evidence),
        due=due(
            scene.document,
            scene.counted_from(today),
            asked=asked,
            reckoning=scene.snapshot.manifest.reckoning,
        ),
        build=_build(scene),
        owned=any(owner.assigned for owner in owners_of(scene.document).values()) or _led(scene),
        warnings=_warnings(scene),
    )


def _led(scene: Scene) -> bool:
    """Whether the strategy as a whole has a person who stands or answers for it."""
    return scene.document.sponsor.assigned or scene.document.accountable.assigned


def _first_title(scene: Scene) -> Prose:
    slides = scene.composition.slides
    return slides[0].titles[0] if slides else NOTHING


def _lede(lead: Signal | None, held: Holding) -> Prose:
    follows = say(lead.beneath, " ") if lead and lead.beneath.text else NOTHING
    if not held.all:
        return follows
    holds, all_ = (stated(float(n), "claims", CHECK) for n in (held.holds, held.all))
    if held.holds == held.all:
        return say(follows, "All ", all_, " claims of the strategy hold.")
    return say(follows, holds, " of ", all_, " claims of the strategy hold.")


def _chart(scene: Scene) -> Slide | None:
    made = {slide.row: slide for slide in reversed(scene.composition.slides)}
    return next((made[row] for row in CHARTS if row in made), None)


def _build(scene: Scene) -> Prose:
    """The account of rows, as the deck tells it."""
    account = next((s.titles[0] for s in scene.composition.slides if s.row == "data"), NOTHING)
    seconds = round(sum(scene.snapshot.manifest.seconds.values()))
    took: Figure = stated(float(seconds), "seconds", "clock of the build")
    return say(account, ". Built in ", took, " s.") if account.text else NOTHING


def _warnings(scene: Scene) -> tuple[tuple[str, int], ...]:
    counts = (
        ("warnings", sum(1 for f in scene.findings if f.severity.value == "warning")),
        ("proposals without an owner", sum(1 for f in scene.findings if f.code == "OW101")),
        ("things not known", sum(1 for f in scene.findings if f.code == "GA101")),
    )
    return tuple((said, number) for said, number in counts if number)
