"""The journey of customers: where data show friction, where people see it, who answers for the stage."""

from __future__ import annotations

from custrata.delivery.deck.chapters.pieces import owner_cell, statement_cell, words
from custrata.delivery.deck.material import DOCUMENT, Material, plain, title_case, worded
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import Prose, say, stated
from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.parts.papers.journey_map import JourneyMap, JourneyStage
from custrata.strategy.parts.statement import Claim, Gap, Proposal, Statement

_MOST, _LEAST = 7, 3


def journey(material: Material) -> Slide | None:
    """The first journey of which three stages and more show friction or a position, and any friction."""
    for one in material.document.journey_maps:
        stages = [s for s in one.stages if _told(s)]
        if len(stages) >= _LEAST and (one.worst or any(_held_up(s) for s in stages)):
            return _slide(material, one, stages)
    return None


def _told(stage: JourneyStage) -> bool:
    """Whether a stage says more than that nothing is known."""
    parts = (stage.friction_from_data, stage.position, *stage.friction_from_people)
    return any(isinstance(p, Claim | Proposal) for p in parts)


def _held_up(stage: JourneyStage) -> bool:
    """Whether data or people show friction; where customers merely stand is told by the lifecycle."""
    parts = (stage.friction_from_data, *stage.friction_from_people)
    return any(isinstance(p, Claim | Proposal) for p in parts)


def _slide(material: Material, one: JourneyMap, stages: list[JourneyStage]) -> Slide:
    shown = stages[:_MOST]
    seen = any(s.friction_from_people for s in shown)
    columns = (
        Column("Stage", share=0),
        Column("Where customers stand", share=2),
        Column("Friction that data show", share=2),
        *((Column("Friction that people see", share=2),) if seen else ()),
        Column("Metric", share=0),
        Column("Owner", share=0),
    )
    rows = tuple(_row(material, s, worst=s.stage is one.worst, seen=seen) for s in shown)
    return Slide(
        "Lifecycle",
        "Journey and friction",
        _titles(one, stages),
        say(
            "Stages of the journey; figures are computed, ",
            "the rest " if material.agreed else "",
            material.until("violet is proposed"),
            "; a gap says what it waits for",
        ),
        (Placed(Table(columns, rows, dense=True)),),
        say("mend one stage at a time, the one that loses most; then look whether the next one holds"),
    )


def _titles(one: JourneyMap, stages: list[JourneyStage]) -> tuple[Prose, ...]:
    seen = sum(1 for s in stages if isinstance(s.friction_from_data, Claim))
    many = stated(float(len(one.stages)), "stages", DOCUMENT)
    some = stated(float(seen), "stages", DOCUMENT) if seen else "none"
    counted = say("In ", some, " of ", many, " stages of the journey data show where customers are held up")
    if one.worst is None:
        return (counted,)
    return (
        say("The journey fails first at “", worded(one.worst.value), "”: that stage is mended first"),
        counted,
    )


def _row(material: Material, stage: JourneyStage, *, worst: bool, seen: bool) -> Row:
    people = stage.friction_from_people[0] if stage.friction_from_people else None
    return Row(
        (
            words(title_case(stage.stage.value), bold=True),
            _cell(material, stage.position),
            _cell(material, stage.friction_from_data),
            *((_cell(material, people),) if seen else ()),
            words(_measured(stage.metric), tone=Tone.QUIET),
            owner_cell(material, stage.owner),
        ),
        emphasised=worst,
    )


def _measured(metric: str) -> str:
    found = CATALOGUE.get(metric)
    return found.title if found else title_case(plain(metric))


def _cell(material: Material, part: Statement | None) -> Cell:
    if isinstance(part, Gap):
        return Cell(say("Gap: ", worded(part.waits_for)), tone=Tone.QUIET)
    return statement_cell(material, part)
