"""A reading page in sections: which rows of the story each shows, and what an empty one waits for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from custrata.delivery.deck.material import period_text
from custrata.delivery.deck.slides import Slide
from custrata.delivery.deck.storyline import STORY
from custrata.delivery.figures import Prose, figure
from custrata.measures.catalogue import CATALOGUE
from custrata.project.live.horizon import ahead
from custrata.project.showing.home.windows import SAID_UNITS
from custrata.project.showing.scene import Scene
from custrata.vocabulary import Reading
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking

MOST_TILES = 6

_WAITS = {told.row: told.waits_for for told in STORY}


@dataclass(frozen=True)
class Ask:
    """What a section of a page shows.

    Attributes:
        anchor: Its part of the address.
        title: What it is called in the table of contents.
        rows: Rows of the story, in this order; one that ends in a star takes all that begin so.
        waits_for: What would bring it; empty takes the words of the story.
        template: What stands beneath the slides; empty for nothing.
    """

    anchor: str
    title: str
    rows: tuple[str, ...] = ()
    waits_for: str = ""
    template: str = ""


@dataclass(frozen=True)
class Section:
    """A section with what there is to show."""

    ask: Ask
    slides: tuple[Slide, ...]

    @property
    def waits_for(self) -> str:
        """What would bring it; empty where it shows something."""
        if self.slides or self.ask.template:
            return ""
        return self.ask.waits_for or next(
            (w for row in self.ask.rows if (w := _WAITS.get(row, ""))), "data on it"
        )


@dataclass(frozen=True)
class Behind:
    """Sections that have a page of their own, told here by their findings alone.

    Attributes:
        title: What they are about.
        href: Address of their page.
        sections: The sections.
    """

    title: str
    href: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Tile:
    """A figure at the head of a page."""

    title: str
    reading: Reading
    note: str

    @property
    def unit(self) -> str:
        """The unit where the number alone does not say it."""
        return self.reading.unit if self.reading.unit in SAID_UNITS else ""


def reading(
    request: HttpRequest,
    asking: Asking,
    page: Page,
    scene: Scene,
    asks: Iterable[Ask],
    measures: Sequence[str] = (),
    **more: Any,
) -> HttpResponse:
    """A page with figures at its head and sections beneath.

    Args:
        request: The request.
        asking: Who asks, where.
        page: Its head.
        scene: Snapshot and strategy.
        asks: Its sections, in order.
        measures: Figures at its head, the most telling first; see :func:`tiles`.
        more: What templates of its sections need.
    """
    more |= {"tiles": tiles(scene, measures), "sections": sections(scene, asks)}
    return show(request, asking, "studies/reading.html", page, scene=scene, **more)


def sections(scene: Scene, asks: Iterable[Ask]) -> tuple[Section, ...]:
    """The sections of a page, those that wait for something behind those that show something.

    Args:
        scene: Snapshot and strategy.
        asks: What the page shows, in order.
    """
    found = (Section(ask, tuple(_slides(scene, ask.rows))) for ask in asks)
    return tuple(sorted(found, key=lambda section: bool(section.waits_for)))


def _slides(scene: Scene, rows: Sequence[str]) -> Iterable[Slide]:
    for row in rows:
        yield from (s for s in scene.composition.slides if _named(s.row, row))


def _named(row: str, wanted: str) -> bool:
    return row.startswith(wanted[:-1]) if wanted.endswith("*") else row == wanted


def finding(scene: Scene, rows: Sequence[str]) -> Prose | str:
    """The sentence at the head: the title of the first of these rows that there is; empty for none.

    Args:
        scene: Snapshot and strategy.
        rows: Rows of the story, the most telling first.
    """
    return next((s.titles[0] for s in _slides(scene, rows)), "")


def tiles(scene: Scene, measures: Sequence[str]) -> tuple[Tile, ...]:
    """At most six figures of the whole base; what is not known, or says another again, is left out.

    Args:
        scene: Snapshot and strategy.
        measures: Ids in the catalogue, the most telling first; ``id@current`` reads the latest window.
    """
    found = []
    for wanted in measures:
        measure, _, period = wanted.partition("@")
        reading = scene.snapshot.reading(measure, period=period or "all")
        if reading is not None and reading.value is not None and not _is_margin(scene, reading):
            found.append(Tile(CATALOGUE[measure].title, reading, _note(scene, reading)))
    return tuple(found[:MOST_TILES])


def _is_margin(scene: Scene, reading: Reading) -> bool:
    """Whether contribution says again what gross margin says, as no cost to serve is known."""
    margin = scene.snapshot.reading("gross_margin", reading.segment, reading.period.name)
    return reading.measure == "contribution" and margin is not None and margin.value == reading.value


AHEAD = ("customer_equity", "lifetime_value")
"""Measures that look ahead: the days of the data are not their period."""


def _note(scene: Scene, reading: Reading) -> str:
    """How sure, of how many, of when; what the figure or the line over the page says is not said again."""
    parts = [figure(reading).interval]
    if reading.value != reading.n:
        parts.append(f"{reading.n:,} {reading.n_of}")
    period = period_text(reading.period) if scene.as_of is not None else ""
    if reading.measure in AHEAD:
        parts.append(ahead(scene.snapshot.manifest))
    elif reading.period.name != "all":
        parts.append(period)
    return ", ".join(part for part in parts if part) or period


def kicker(scene: Scene) -> tuple[str, ...]:
    """What stands over the finding: the days of the data, how many customers, the currency."""
    manifest = scene.snapshot.manifest
    known = scene.snapshot.reading("customers")
    many = manifest.tables.get("customers", 0) if known is None or known.value is None else known.value
    customers = f"{many:,.0f} customers"
    when = (
        period_text(manifest.windows["all"])
        if scene.as_of and "all" in manifest.windows
        else "Data without dates"
    )
    return tuple(part for part in (when, customers, manifest.currency) if part)
