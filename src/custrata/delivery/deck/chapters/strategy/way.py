"""The way from base to target: how far each measure of the scorecard has come, with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from custrata.delivery.deck.chapters.pieces import number, owner_cell, with_interval, words
from custrata.delivery.deck.material import DOCUMENT, Material, title_case, worded
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Spot, Table, Tone, Track
from custrata.delivery.figures import Figure, Prose, say, spelling, stated
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.wording.dates import days_later
from custrata.vocabulary import Direction, EvidenceState

LEAST = 0.5
"""Per cent of the way from which a measure has moved; less is rounding."""

_SMALL = 0.01
"""A base below this has lost its own digits by the third after the point."""

_ENDS = (-110.0, 125.0)
_DAYS_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Way:
    """How far a measure has come, in per cent of the way from base to target.

    Attributes:
        at: Now.
        low: The worse end of its interval; None for a counted figure.
        high: The better end.
        wanted: Where the plan expects it today; None where no day is set.
    """

    at: float
    low: float | None = None
    high: float | None = None
    wanted: float | None = None

    @property
    def on_plan(self) -> bool:
        """Whether the plan's place of today is reached, or still within the interval."""
        return (self.at if self.high is None else self.high) >= (self.wanted or 0.0)

    @property
    def backwards(self) -> bool:
        """Whether it moves away from the target, its whole interval with it."""
        return (self.at if self.high is None else self.high) < 0


def now_of(material: Material, row: ScoreRow) -> Figure | None:
    """What the measure says today."""
    base = row.base.figure("base") or (row.base.figures[0] if row.base.figures else None)
    return material.bound(base, row.base.id) if base else None


def target_of(now: Figure | None, row: ScoreRow) -> Figure | None:
    """The target in the spelling of its unit."""
    if row.target is None:
        return None
    unit = now.readings[0].unit if now and now.readings and not now.how else ""
    unit = unit or (row.base.figures[0].unit if row.base.figures else "")
    if unit == "share":
        return stated(row.target, unit, DOCUMENT, written=spelling("share", (row.target,)))
    return stated(row.target, unit, DOCUMENT)


def way_of(material: Material, row: ScoreRow) -> Way | None:
    """How far a row has come; None where base, reading or target is not known.

    Args:
        material: Snapshot, strategy and evidence.
        row: A row of the scorecard.
    """
    now, base = now_of(material, row), _base(row)
    if now is None or now.value is None or base is None or row.target is None or is_to_hold(row):
        return None
    length = row.target - base
    low, high = now.ends
    ends = [100 * (v - base) / length for v in (low, high) if v is not None]
    at = 100 * (now.value - base) / length
    if not ends:
        return Way(at, wanted=_wanted(material, row))
    return Way(at, min(ends), max(ends), _wanted(material, row))


def is_to_hold(row: ScoreRow) -> bool:
    """Whether a target says no more than the base does, as far as the target is written out.

    Args:
        row: A row of the scorecard; a drafted target has three digits after the point for a share, three
            digits for all else.
    """
    base = _base(row)
    if base is None or row.target is None:
        return False
    return row.target in (base, round(base, 3) if abs(base) >= _SMALL else base, float(f"{base:.3g}"))


def holds(material: Material, row: ScoreRow) -> bool | None:
    """Whether what is to be held is held: today no worse than the base, or not surely so.

    Args:
        material: Snapshot, strategy and evidence.
        row: A row of the scorecard.

    Returns:
        None where there is a way to go, or nothing says where the measure stands today.
    """
    now, base = now_of(material, row), _base(row)
    if now is None or now.value is None or base is None or not is_to_hold(row):
        return None
    low, high = now.ends
    if row.better is Direction.LOWER:
        return (now.value if low is None else low) <= max(base, row.target or base)
    return (now.value if high is None else high) >= min(base, row.target or base)


def _base(row: ScoreRow) -> float | None:
    bound = row.base.figure("base") or (row.base.figures[0] if row.base.figures else None)
    return bound.value if bound else None


def _wanted(material: Material, row: ScoreRow) -> float | None:
    """Share of the time to the target's day that has gone, in per cent."""
    document = material.document
    start = document.horizon.starts_on or document.as_of or row.base.as_of
    if start is None:
        return None
    end = row.on or (days_later(start, round(_DAYS_A_MONTH * row.in_months)) if row.in_months else None)
    if end is None or end <= start:
        return None
    gone = (material.snapshot.manifest.as_of - start).days / (end - start).days
    return 100 * min(max(gone, 0.0), 1.0)


def slide(material: Material, found: Sequence[ScoreRow], ways: Sequence[Way | None]) -> Slide:
    """The scorecard with the way of each measure.

    Args:
        material: Snapshot, strategy and evidence.
        found: Rows of the scorecard.
        ways: How far each has come.
    """
    kept = tuple(holds(material, s) for s in found)
    rows = tuple(_row(material, s, w, k) for s, w, k in zip(found, ways, kept, strict=True))
    planned = any(w is not None and w.wanted for w in ways)
    wanted = {round(w.wanted, 1) for w in ways if w is not None and w.wanted}
    levels = (0.0, 100.0, *(wanted if len(wanted) == 1 else ()))
    table = Table(
        (
            Column("Measure", share=1),
            Column("Base", right=True, share=0),
            Column("Now", right=True, share=0),
            Column("Target", right=True, share=0),
            Column("", share=2, least=8),
            Column("Against plan" if planned else "Since base", share=0),
            Column("Owner", share=0),
        ),
        rows,
        spots=Track(4, _ENDS, ((-75.0, "◄ away"), (0.0, "Base"), (100.0, "Target")), levels),
    )
    said = "; the line between is where the plan expects us today" if len(levels) > 2 else ""
    return Slide(
        "Performance",
        "Scorecard",
        _titles(found, ways, kept),
        say(f"Way from base to target; bar is the interval{said}"),
        (Placed(table),),
        say("look at leading measures weekly, at lagging ones monthly, and stop what moves neither"),
    )


def _titles(
    found: Sequence[ScoreRow], ways: Sequence[Way | None], kept: Sequence[bool | None]
) -> tuple[Prose, ...]:
    known = [(s, w) for s, w in zip(found, ways, strict=True) if w is not None]
    planned = any(w.wanted for _, w in known)
    good = [s for s, w in known if (w.on_plan and not w.backwards if planned else w.at >= LEAST)]
    many = stated(float(len(good)), "measures", DOCUMENT) if good else "None"
    verb = "is" if len(good) == 1 else "are"
    nearer = "has come" if len(good) == 1 else "have come"
    said = f" measures {verb} on plan" if planned else f" measures {nearer} nearer to their target"
    lead = say(many, " of ", stated(float(len(found)), "measures", DOCUMENT), said, _held(kept))
    lost = [s for s, k in zip(found, kept, strict=True) if k is False]
    wrong = next((s for s, w in known if w.backwards), lost[0] if lost else None)
    if wrong is None:
        return (lead,)
    return (say(lead, "; “", worded(wrong.title), "” moves the wrong way"), lead)


def _held(kept: Sequence[bool | None]) -> Prose:
    """How many measures hold what they were only to hold; nothing where none was."""
    many = sum(k is True for k in kept)
    if not many:
        return Prose()
    return say(", ", stated(float(many), "measures", DOCUMENT), " holds" if many == 1 else " hold")


def _against(gone: Way | None, kept: bool | None) -> Cell:
    """How a measure stands against its plan, in words before colour."""
    if kept is not None:
        return Cell(say("held")) if kept else Cell(say("× not held"), bold=True, tone=Tone.LOSS)
    if gone is None:
        return Cell(say("no way to go"), tone=Tone.QUIET)
    if gone.backwards:
        return Cell(say("× wrong way"), bold=True, tone=Tone.LOSS)
    if gone.wanted:
        return Cell(say("on plan" if gone.on_plan else "behind plan"), bold=gone.on_plan)
    return Cell(say("nearer" if gone.at >= LEAST else "as it was"), bold=gone.at >= LEAST)


def _row(material: Material, row: ScoreRow, gone: Way | None, kept: bool | None) -> Row:
    now, base = now_of(material, row), _base(row)
    target, tone = target_of(now, row), material.tone(row.signed_on)
    unit = now.readings[0].unit if now is not None and now.readings else ""
    began = stated(base, unit, DOCUMENT) if base is not None else None
    spot = None
    if gone is not None:
        state = EvidenceState.CONTRADICTED if gone.backwards else None
        spot = Spot(gone.at, gone.low, gone.high, state, quiet=not gone.on_plan)
    return Row(
        (
            words(title_case(row.title), bold=True),
            number(began, tone=Tone.QUIET),
            with_interval(now),
            number(target, tone=tone) if target else words("not set", tone=tone),
            Cell(),
            replace(_against(gone, kept), small=worded(row.base.id, "id")),
            owner_cell(material, row.owner, row.signed_on),
        ),
        spot=spot,
    )
