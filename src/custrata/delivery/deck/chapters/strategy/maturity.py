"""How mature the company is, where it wants to be, and which gaps cost most."""

from __future__ import annotations

from custrata.delivery.deck.chapters.pieces import number, words
from custrata.delivery.deck.material import Material, title_case, worded
from custrata.delivery.deck.plots import Radar
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import Figure, Prose, Spelling, derived, say, spelling, stated
from custrata.evidence.capability_shown import capability_shown
from custrata.evidence.gap_cost import gap_costs
from custrata.strategy.maturity.assessment import Assessment, DimensionStanding, assess
from custrata.strategy.maturity.cost import GapCost

_LEVEL = Spelling()
_SOURCE = "assessment"


def radar(material: Material) -> Slide:
    """Levels shown and wanted on five dimensions, and the gaps between them, the dearest first.

    Args:
        material: Snapshot, strategy and evidence.
    """
    found = assess(
        material.document,
        capability_shown(material.snapshot, material.evidence),
        gap_costs(material.snapshot),
    )
    plot = Radar(
        tuple(title_case(d.dimension.value.split()[-1 if _tells_last(d) else 0]) for d in found.dimensions),
        tuple(_level(d.shown) for d in found.dimensions),
        tuple(_level(d.wanted) if d.wanted is not None else None for d in found.dimensions),
    )
    return Slide(
        "Capabilities",
        "Maturity",
        _titles(found),
        say(
            "Levels ",
            _level(1),
            " to ",
            _level(5),
            ": ad hoc, emerging, structured, advanced, transformative",
        ),
        (Placed(plot, 0, 4), Placed(_table(material, found), 4, 8)),
        _so_what(found),
    )


def _tells_last(standing: DimensionStanding) -> bool:
    """Whether the last word of a dimension says more than its first one."""
    return standing.dimension.value.split()[0] in {"customer", "organisational"}


def _level(value: int) -> Figure:
    return stated(float(value), "level", _SOURCE, written=_LEVEL)


def _titles(found: Assessment) -> tuple[Prose, ...]:
    levels = [d.shown for d in found.dimensions]
    lowest, highest = min(levels), max(levels)
    span = say(_level(lowest), " to ", _level(highest)) if lowest != highest else say(_level(lowest))
    lead = say("Data and documents show level ", span, " of ", _level(5))
    dear = next((d for d in found.gaps if d.cost is not None), None)
    if dear is None or dear.cost is None:
        return (lead,)
    tail = say("; the dearest gap is in ", worded(dear.dimension.value), ": ", _money(dear.cost), " a year")
    return (say(lead, tail), lead)


def _money(cost: GapCost) -> Figure:
    written = spelling(cost.unit, (cost.a_year,))
    return derived(cost.a_year, cost.unit, cost.readings, f"{cost.what}, a year", written=written)


def _table(material: Material, found: Assessment) -> Table:
    ranked = (*found.gaps, *(d for d in found.dimensions if not d.gap))
    return Table(
        (
            Column("Dimension", share=0),
            Column("Shown", right=True, share=0),
            Column("Said", right=True, share=0),
            Column("Wanted", right=True, share=0),
            Column("At stake a year", right=True, share=1, least=4.6),
            Column("What is missing first", share=2, least=4.4),
        ),
        tuple(_row(d, material.tone()) for d in ranked),
        dense=True,
    )


def _row(one: DimensionStanding, tone: Tone) -> Row:
    missing = one.missing[0].criterion.text if one.missing else "nothing up to the aim"
    open_ = words("not said", tone=Tone.QUIET)
    at_stake = number(_money(one.cost), bold=True) if one.cost else words("not counted", tone=Tone.QUIET)
    if one.cost is not None:
        at_stake = Cell(at_stake.main, worded(one.cost.what, "rule"), bold=True)
    return Row(
        (
            words(title_case(one.dimension.value), bold=True),
            number(_level(one.shown), bold=True),
            number(_level(one.said)) if one.said is not None else open_,
            number(_level(one.wanted), tone=tone) if one.wanted is not None else open_,
            at_stake,
            Cell(worded(title_case(missing))),
        )
    )


def _so_what(found: Assessment) -> Prose:
    if all(d.wanted is None for d in found.dimensions):
        return say("say where each dimension is to stand; until then the aim is the next level up")
    return say(
        "close the dearest gap first; a level is reached when data and documents show it, not by words"
    )
