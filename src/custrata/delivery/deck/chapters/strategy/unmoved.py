"""Nothing moved: what was tested to say so."""

from __future__ import annotations

from collections import Counter

from custrata.delivery.deck.chapters.pieces import number
from custrata.delivery.deck.chapters.strategy.moved import SOURCE, since
from custrata.delivery.deck.material import capital, worded
from custrata.delivery.deck.slides import Cell, Column, Item, Panel, Placed, Row, Slide, Table, Voice
from custrata.delivery.figures import Prose, say, stated
from custrata.evidence.moved import Delta
from custrata.evidence.states import GLOSSES
from custrata.vocabulary import EvidenceState

NOTHING = "Nothing moved"
"""Topic of the one slide that says so."""


def nothing(delta: Delta) -> Slide:
    """Nothing moved: what was tested to say so.

    Args:
        delta: What moved.
    """
    counts = Counter(m.after.state for m in delta.moves)
    rows = tuple(
        Row(
            (
                Cell(state=state),
                number(stated(float(counts[state]), "claims", SOURCE), bold=True),
                Cell(worded(_meaning(state))),
            )
        )
        for state in EvidenceState
        if counts[state]
    )
    table = Table(
        (
            Column("State", share=0, least=5),
            Column("Claims", right=True, share=0, least=3),
            Column("Means", share=3),
        ),
        rows,
    )
    figures = sum(len(m.after.figures) for m in delta.moves)
    tests = (
        say(
            stated(float(len(delta.moves)), "claims", SOURCE),
            " claims with ",
            stated(float(figures), "figures", SOURCE),
            " figures were read again from both snapshots.",
        ),
        say("A claim moves when a figure leaves what its sentence allows, not when a digit changes."),
        say("A claim grows stronger when its state is better, or every interval is a fifth narrower."),
        *((worded(delta.note, SOURCE),) if delta.note else ()),
    )
    panel = Panel("The tests that were run", tuple(Item(words=t) for t in tests), Voice.COMPUTED)
    return Slide(
        "What moved",
        NOTHING,
        (_title(delta),),
        say("Claims by state now" if delta.anew else "Claims by state, the same in both snapshots"),
        (Placed(table, 0, 6), Placed(panel, 6, 6)),
        say("no decision is needed for a reason of evidence; look again when new data have come"),
    )


def _title(delta: Delta) -> Prose:
    """That nothing moved; claims written anew stood nowhere before."""
    many, every = len(delta.anew), len(delta.moves)
    if not many:
        return say("Nothing moved since ", since(delta), ": every claim stands where it stood")
    if many == every:
        return say("Every claim was written anew since ", since(delta), ": none can have moved")
    written = stated(float(many), "claims", SOURCE)
    verb = "is" if many == 1 else "are"
    return say("Nothing moved since ", since(delta), ": ", written, f" {verb} written anew, the others stand")


def _meaning(state: EvidenceState) -> str:
    return capital(say(GLOSSES[state])).text
