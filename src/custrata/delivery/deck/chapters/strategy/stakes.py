"""What the strategy stands on, what would stop it, and what is to be decided today."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import replace

from custrata.delivery.deck import grid, layout
from custrata.delivery.deck.chapters.pieces import owner_cell, words
from custrata.delivery.deck.material import (
    DOCUMENT,
    Material,
    capital,
    plain,
    worded,
)
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import Prose, say, stated
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.decision import Decision

_MOST, _TOGETHER = 7, 4


def both(material: Material) -> Slide | None:
    """Assumptions over decisions on one slide, where both are few enough."""
    assumed, asked = material.document.assumptions, _open(material)
    if not assumed or not asked or max(len(assumed), len(asked)) > _TOGETHER:
        return None
    upper = replace(_assumption_table(material, assumed), dense=True)
    lower = replace(_decision_table(material, asked), dense=True)
    zone = grid.exhibit_zone(so_what=False, appendix=False)
    needs = [_need(table, zone.w) for table in (upper, lower)]
    if sum(needs) + 0.6 > zone.h:
        return None
    share = needs[0] / sum(needs) * (1 - 0.6 / zone.h)
    below = share + 0.6 / zone.h
    return Slide(
        "Steering",
        "Assumptions and decisions",
        (
            say(
                "We stand on ",
                stated(float(len(assumed)), "assumptions", DOCUMENT),
                f" {_noun(assumed, 'assumption')} and ask for ",
                stated(float(len(asked)), "decisions", DOCUMENT),
                f" {_noun(asked, 'decision')}",
            ),
        ),
        say("What must hold, with what would stop it and when it lapses; what is to be decided, by whom"),
        (Placed(upper, top=0.0, height=share), Placed(lower, top=below, height=1 - below)),
    )


def _need(table: Table, room: float) -> float:
    return layout.lay(table, room, 0.0).height


def _noun(things: Sized, one: str) -> str:
    return one if len(things) == 1 else f"{one}s"


def _open(material: Material) -> tuple[Decision, ...]:
    return tuple(d for d in material.document.decisions if not d.decided)


def assumptions(material: Material) -> Slide | None:
    """What we take for true, and what would stop us."""
    found = material.document.assumptions[:_MOST]
    if not found:
        return None
    many = stated(float(len(found)), "assumptions", DOCUMENT)
    return Slide(
        "Steering",
        "Assumptions",
        (
            say(
                "The strategy stands on ",
                many,
                f" {_noun(found, 'assumption')}; each says what would stop us",
            ),
        ),
        say("Assumptions with their threshold and the day they lapse"),
        (Placed(_assumption_table(material, found)),),
        say("an assumption that nobody watches is a hope: give each an owner"),
    )


def _assumption_table(material: Material, found: tuple[Assumption, ...]) -> Table:
    return Table(
        (
            Column("We assume", share=3),
            Column("Seen to fail when", share=2),
            Column("Looked at again", share=0),
            Column("Owner", share=0),
        ),
        tuple(_assumption_row(material, a) for a in found),
        dense=len(found) > _TOGETHER,
    )


def _assumption_row(material: Material, part: Assumption) -> Row:
    when = (
        material.snapshot.manifest.reckoning.spelled(part.expires_on)
        if part.expires_on
        else (f"in {part.in_months} months" if part.in_months else "not set")
    )
    return Row(
        (
            Cell(material.sentence(part.statement)),
            Cell(worded(part.kill_criterion) if part.kill_criterion else _threshold(material, part)),
            words(when, tone=Tone.QUIET),
            owner_cell(material, part.owner),
        )
    )


def _threshold(material: Material, part: Assumption) -> Prose:
    if part.threshold is None or not part.measure:
        return say("not set")
    reading = material.snapshot.reading(part.measure)
    shown = stated(part.threshold, reading.unit if reading else "", DOCUMENT)
    side = "under" if part.direction == "at least" else "over"
    return say(worded(plain(part.measure)), f" {side} ", shown)


def decisions(material: Material) -> Slide | None:
    """What the board is asked to decide."""
    found = _open(material)[:_MOST]
    if not found:
        return None
    many = stated(float(len(found)), "decisions", DOCUMENT)
    return Slide(
        "Steering",
        "Decisions",
        (say("We ask for ", many, f" {_noun(found, 'decision')} today"),),
        say("Each with its options and the claims it rests on"),
        (Placed(_decision_table(material, found)),),
    )


def _decision_table(material: Material, found: tuple[Decision, ...]) -> Table:
    return Table(
        (
            Column("Decision", share=3),
            Column("Options", share=3),
            Column("Rests on", share=0),
            Column("By", share=0),
            Column("Owner", share=0),
        ),
        tuple(_decision_row(material, d) for d in found),
        dense=len(found) > _TOGETHER,
    )


def _decision_row(material: Material, part: Decision) -> Row:
    by = material.snapshot.manifest.reckoning.spelled(part.by) if part.by else "not set"
    return Row(
        (
            Cell(capital(material.sentence(part.question)), bold=True),
            Cell(worded("; ".join(o.rstrip(".") for o in part.options))),
            words(", ".join(part.rests_on), tone=Tone.QUIET),
            words(by, tone=Tone.QUIET),
            owner_cell(material, part.owner),
        )
    )
