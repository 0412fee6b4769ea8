"""The story of the deck: which slides there are, in which order, and which of them a board is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from custrata.delivery.deck import grid
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
from custrata.delivery.deck.chapters.strategy import (
    journey,
    maturity,
    promise,
    ranking,
    stakes,
    target,
    winning,
)
from custrata.delivery.deck.ledger import printed_figures
from custrata.delivery.deck.material import Material
from custrata.delivery.deck.slides import Deck, Slide
from custrata.delivery.deck.variants.binding import bind, ids_of
from custrata.delivery.deck.variants.paging import paged, told_apart
from custrata.evidence.check import ClaimEvidence
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.watching import Remembered

MOST_SLIDES = 24
"""Slides before the appendix, the cover among them."""

MOST_BEHIND = 4
"""Slides behind the story: those that carry its claims and found no room in it."""

Make = Callable[[Material], Slide | None]


@dataclass(frozen=True, slots=True)
class Told:
    """One row of the story.

    Attributes:
        row: Its name, the same in every variant.
        make: Makes the slide, or says that there is nothing to show.
        keep: Place in the order in which rows keep their room; the largest goes first.
        part: What it is called where it is missing; empty where nobody misses it.
        waits_for: What would bring it.
    """

    row: str
    make: Make
    keep: int
    part: str = ""
    waits_for: str = ""


STORY: tuple[Told, ...] = (
    Told("summary", opening.summary, 0, "Summary", "findings of the data"),
    Told("target", target.target, 1, "Goal and its bridge", "revenue targets in the strategy"),
    Told("data", opening.data, 1),
    Told("base", standing.base, 7),
    Told("months", standing.months, 15),
    Told("customers_moved", movement.customer_bridge, 14),
    Told("revenue_moved", movement.revenue_bridge, 2, "How the base moves", "two periods of dated purchases"),
    Told("tiers", portfolio.tiers, 2, "Tiers", "what each customer brings"),
    Told("policy", portfolio.policy, 19),
    Told("moves", migration.moves, 12, "Moves between tiers", "tiers at two dates"),
    Told("concentration", portfolio.concentration, 13),
    Told("equity", worth.equity, 9),
    Told("worth_channel", worth.by_channel, 22),
    Told("worth_cohort", worth.by_cohort, 22),
    Told("worth_attribute", worth.by_attribute, 22),
    Told("exam", exam.candidates, 25),
    Told("check", exam.check, 25),
    Told("profit", profit.bridge, 6),
    Told("serving", profit.serving, 16),
    Told("whale", whale.whale, 3, "Customers served at a loss", "cost by order or product"),
    Told("causes", profit.causes, 14),
    Told("returns", acquisition.returns, 16),
    Told("groups", groups.groups, 3, "Customer groups", "an attribute or tier that tells customers apart"),
    Told(
        "exchange",
        exchange.exchange,
        4,
        "Two-way value exchange",
        "what customers get: service, usage, answers",
    ),
    Told("intents", groups.intents, 1, "Intent per group", "groups with an intent"),
    Told(
        "winning", winning.profile, 5, "Who we win with", "a profile with signs, checked on customers apart"
    ),
    Told("coming_back", behaviour.coming_back, 13),
    Told("stages", lifecycle.stages, 5, "Lifecycle", "dated purchases or contracts"),
    Told(
        "journey", journey.journey, 8, "Journey and friction", "friction by stage, from data or from people"
    ),
    Told("cohorts", behaviour.cohorts, 12, "Cohorts", "first purchases over several periods"),
    Told("leaving", lifecycle.leaving, 5),
    Told("stage_plan", lifecycle.plan, 18),
    Told("categories", behaviour.categories, 17),
    Told("price", behaviour.price, 23),
    Told("acquired", behaviour.acquisition, 21),
    Told("pipeline", market.pipeline, 5),
    Told("voice", market.voice, 11, "What customers say", "answers, reviews or tickets"),
    Told("campaigns", market.campaigns, 24),
    Told("promise", promise.promise, 2, "Promise and proof", "a proposition with promises"),
    Told("ranking", ranking.initiatives, 1, "Initiatives", "goals and initiatives"),
    Told("scorecard", plan.scorecard, 1, "Scorecard", "measures with base and target"),
    Told("maturity", maturity.radar, 10, "Maturity", "answers on the five dimensions"),
    Told("gaps", plan.gaps, 20),
    Told("stakes", stakes.both, 1, "Assumptions and decisions", "what must hold and what is to be decided"),
    Told("assumptions", stakes.assumptions, 1),
    Told("decisions", stakes.decisions, 1),
)
"""All rows, in the order in which they are told."""

_DETAILS = 17
"""Where slides on single attributes of customers stand in the order of keeping."""


@dataclass(frozen=True)
class Composition:
    """All slides that a snapshot and a strategy give, parted into those of the board and the rest.

    Attributes:
        material: Snapshot, strategy and evidence.
        slides: Every slide, in the order of the story.
    """

    material: Material
    slides: tuple[Slide, ...]

    @cached_property
    def story(self) -> tuple[Slide, ...]:
        """What the board is told: at most so many slides, the least telling rows left out."""
        kept = {s.row for s in self.slides}
        ranks = {told.row: told.keep for told in STORY}
        order = sorted(kept, key=lambda row: (-ranks.get(row, _DETAILS), row))
        for row in order:
            if sum(1 for s in self.slides if s.row in kept) + 1 <= MOST_SLIDES:
                break
            kept.discard(row)
        return tuple(s for s in self.slides if s.row in kept)

    @cached_property
    def behind(self) -> tuple[Slide, ...]:
        """Slides that found no room but show what claims of the story rest on."""
        ranks = {told.row: told.keep for told in STORY}
        told = {r.key for s in self.story for f in printed_figures(s) if f.claim for r in f.readings}
        left = [s for s in self.slides if s not in self.story]
        carrying = [s for s in left if any(r.key in told for f in printed_figures(s) for r in f.readings)]
        best = sorted(carrying, key=lambda s: ranks.get(s.row, _DETAILS))[:MOST_BEHIND]
        return tuple(replace(s, chapter="Behind the story") for s in carrying if s in best)

    @cached_property
    def ids(self) -> Mapping[object, str]:
        """Ids of all figures; every excerpt calls a figure the same."""
        shown = {s.titles[0].text for s in (*self.story, *self.behind)}
        rest = (s for s in self.slides if s.titles[0].text not in shown)
        return ids_of(self.material, (*self.story, *self.behind, *rest))

    def of_rows(self, rows: Sequence[str]) -> tuple[Slide, ...]:
        """The slides of some rows, in the order of the story.

        Args:
            rows: Names of rows.
        """
        return tuple(s for s in self.slides if s.row in rows)


def compose(
    snapshot: Snapshot,
    document: Document,
    evidence: tuple[ClaimEvidence, ...],
    remembered: Remembered | None = None,
) -> Composition:
    """All slides that a snapshot and a strategy give.

    Args:
        snapshot: What was found.
        document: The strategy.
        evidence: How its claims stand against the snapshot.
        remembered: What was made of earlier revisions.
    """
    keep = remembered or Remembered()
    ground = keep("ground", document, lambda _: Material(snapshot, _NOTHING, ()), snapshot)

    def pages(name: str, make: Callable[[Material], Iterable[Slide]], *beside: object) -> tuple[Slide, ...]:
        def printed(seen: Document) -> tuple[Slide, ...]:
            return tuple(paged(make(_beside(ground, seen, evidence))))

        return keep(("sheet", name), document, printed, snapshot, evidence, grid.now(), *beside)

    made = [(told, pages(told.row, _sheet(told))) for told in STORY]
    rows = {told.row for told, sheets in made if sheets}
    missing = tuple((t.part, t.waits_for) for t, sheets in made if not sheets and t.part)
    found: list[Slide] = []
    for told, sheets in made:
        if told.row == "data":
            account = replace(told, make=lambda material: opening.data(material, missing))
            sheets = pages("account", _sheet(account), missing)
        if not sheets or (told.row in {"assumptions", "decisions"} and "stakes" in rows):
            continue
        found += sheets
        if told.row == "intents" or (told.row == "groups" and "intents" not in rows):
            found += pages("details", _details)
    return Composition(_beside(ground, document, evidence), tuple(told_apart(found)))


_NOTHING = Document(schema_version=2, company="-")


def _beside(ground: Material, document: Document, evidence: tuple[ClaimEvidence, ...]) -> Material:
    """The material of a document; what follows from the snapshot alone is asked of the snapshot once."""
    material = replace(ground, document=document, evidence=evidence)
    # Its cached properties follow from the snapshot; what follows from the document is asked each time.
    material.__dict__.update({name: getattr(ground, name) for name in _GROUND})
    return material


_GROUND = tuple(name for name, value in vars(Material).items() if isinstance(value, cached_property))


def _sheet(told: Told) -> Callable[[Material], Iterable[Slide]]:
    """Makes the slide of a row, where there is one."""

    def make(material: Material) -> Iterator[Slide]:
        slide = told.make(material)
        if slide is not None:
            yield replace(slide, row=told.row)

    return make


def _details(material: Material) -> Iterator[Slide]:
    """Slides on single attributes; those that no group is made of come first."""
    grouped = {d for g in material.document.groups for d, _ in g.segment}
    telling = material.telling_attributes
    rest = [a for a in telling if a not in grouped] + [a for a in telling if a in grouped]
    made = ((a, groups.by_attribute(material, a)) for a in rest[:3])
    yield from (replace(s, row=f"attribute {a}") for a, s in made if s is not None)


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
    whole = compose(snapshot, document, evidence)
    return bind(whole.material, (*whole.story, *whole.behind), ids=whole.ids, example=example)


def whole_deck(
    snapshot: Snapshot, document: Document, evidence: tuple[ClaimEvidence, ...], *, example: str = ""
) -> Deck:
    """Every slide there is, for a paper that has room for all of them, such as the report.

    Args:
        snapshot: What was found.
        document: The strategy.
        evidence: How its claims stand against the snapshot.
        example: Words that open the evidence line when the data are no company's own.
    """
    whole = compose(snapshot, document, evidence)
    return bind(whole.material, whole.slides, ids=whole.ids, example=example)
