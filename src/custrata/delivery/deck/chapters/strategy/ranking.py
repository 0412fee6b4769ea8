"""What is done for the goals, ranked, with the ranks that follow when a score is off, and what fits."""

from __future__ import annotations

from collections.abc import Sized

from custrata.delivery.deck.chapters.pieces import words
from custrata.delivery.deck.material import DOCUMENT, Material, owner_short, plain, title_case
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import say, stated
from custrata.strategy.parts.goal import Goal, Initiative


def _noun(things: Sized, one: str) -> str:
    return one if len(things) == 1 else f"{one}s"


def initiatives(material: Material) -> Slide | None:
    """Goals and what is done for them."""
    goals = {g.id: g for g in material.document.goals}
    found = material.document.initiatives[:8]
    if not found and not goals:
        return None
    rows = tuple(_initiative_row(material, i, goals.get(i.goal)) for i in found) or tuple(
        _goal_row(material, g) for g in goals.values()
    )
    table = Table(
        (
            Column("Initiative", share=2),
            Column("For the goal", share=2),
            Column("Measured by"),
            Column("Owner", share=0),
        ),
        rows,
        dense=len(rows) > 5,
    )
    many = stated(float(len(found)), "initiatives", DOCUMENT)
    for_goals = stated(float(len(goals)), "goals", DOCUMENT)
    title = say(
        many,
        f" {_noun(found, 'initiative')} for ",
        for_goals,
        f" {_noun(goals, 'goal')} proposed; no owner has signed yet",
    )
    if any(g.owner.assigned for g in goals.values()) or not found:
        title = say(
            many,
            f" {_noun(found, 'initiative')} for ",
            for_goals,
            f" {_noun(goals, 'goal')}, worded for the customer first",
        )
    return Slide(
        "Roadmap",
        "Goals and initiatives",
        (title,),
        say(
            "Proposals, in the order of the strategy; effect and effort are not known until they are measured"
        ),
        (Placed(table),),
        say("start what can be tested in a quarter; an initiative without a measure is left out"),
    )


def _initiative_row(material: Material, part: Initiative, goal: Goal | None) -> Row:
    measures = (*goal.leading, *goal.lagging)[:2] if goal else ()
    return Row(
        (
            Cell(material.sentence(part.statement), tone=Tone.PROPOSAL, bold=False),
            Cell(material.sentence(goal.statement)) if goal else Cell(),
            words(title_case(", ".join(plain(m) for m in measures)), tone=Tone.QUIET),
            words(owner_short(part.owner), tone=Tone.PROPOSAL),
        )
    )


def _goal_row(material: Material, goal: Goal) -> Row:
    measures = (*goal.leading, *goal.lagging)[:2]
    return Row(
        (
            Cell(),
            Cell(material.sentence(goal.statement)),
            words(", ".join(plain(m) for m in measures)),
            words(owner_short(goal.owner), tone=Tone.PROPOSAL),
        )
    )
