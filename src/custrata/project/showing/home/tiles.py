"""The few figures at the head of the home: each with what it is compared with, and its months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from custrata.delivery.figures import Figure, figure, stated
from custrata.evidence.check import ClaimEvidence
from custrata.measures.catalogue import CATALOGUE
from custrata.project.showing.home.windows import SAID_UNITS
from custrata.project.showing.scene import Scene
from custrata.snapshot import Snapshot
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.wording.spelling import MINUS
from custrata.vocabulary import Direction, EvidenceState, Reading

MOST = 5
"""Figures of the scorecard at the head; the tally of claims is one more."""

MONTHS = 12
"""Points of a spark."""

WITHOUT_SCORECARD = ("revenue", "customers", "active_customers", "repeat_rate", "average_order_value")
"""What is shown while no scorecard names anything."""

FIRSTS = frozenset({"new_customers"})
"""Measures of who is seen for the first time."""

POINTS = {"share": (100.0, " pts"), "points": (1.0, " pts")}
"""Units whose change is told in points."""


@dataclass(frozen=True)
class Tile:
    """One figure.

    Attributes:
        name: What it is.
        shown: The figure.
        change: How far it is from the period before; None where there is none.
        gain: Whether the change is for the better; None where neither way is.
        against: What the change is measured against, in words.
        target: Where it is to be; None where nobody has said.
        months: The same by month, the latest last; empty where it is not told by month.
        level: The target on the scale of the months; None where it is not on that scale.
    """

    name: str
    shown: Figure
    change: Figure | None = None
    gain: bool | None = None
    against: str = ""
    target: Figure | None = None
    months: tuple[float, ...] = ()
    level: float | None = None

    @property
    def unit(self) -> str:
        """Days or hours, which a number does not show by itself; empty for all else."""
        unit = self.shown.readings[0].unit if self.shown.readings else ""
        return unit if unit in SAID_UNITS else ""


@dataclass(frozen=True)
class Holding:
    """How many claims hold.

    Attributes:
        holds: Claims that are supported.
        all: All claims.
        doubted: Claims that are contradicted, drifting or stale.
        open: Claims that are unproven.
    """

    holds: int
    all: int
    doubted: int
    open: int


def tiles(scene: Scene) -> tuple[Tile, ...]:
    """The figures at the head, from the scorecard, else from what every company has.

    Args:
        scene: Snapshot and strategy.
    """
    rows = [t for row in scene.document.scorecard if (t := _of_row(scene, row)) is not None]
    found = rows or list(_plain(scene.snapshot))
    return tuple(sorted(found, key=lambda tile: tile.change is None)[:MOST])


def holding(evidence: tuple[ClaimEvidence, ...]) -> Holding:
    """How many claims hold, and how many need a look.

    Args:
        evidence: How the claims stand.
    """
    states = [one.state for one in evidence]
    held, unproven = states.count(EvidenceState.SUPPORTED), states.count(EvidenceState.UNPROVEN)
    return Holding(held, len(states), len(states) - held - unproven, unproven)


def _of_row(scene: Scene, row: ScoreRow) -> Tile | None:
    evidence = scene.judged.get(row.base.id)
    reading = next((r for r in evidence.readings if r.measure == row.measure), None) if evidence else None
    if reading is None or reading.value is None:
        return None
    target = stated(row.target, reading.unit, "target of the scorecard") if row.target is not None else None
    return tile_of(scene.snapshot, reading, CATALOGUE[row.measure].title, row.better, target)


def _plain(snapshot: Snapshot) -> Iterator[Tile]:
    for measure in WITHOUT_SCORECARD:
        reading = snapshot.latest(measure)
        if reading is not None:
            yield tile_of(snapshot, reading, CATALOGUE[measure].title, CATALOGUE[measure].direction, None)


def tile_of(
    snapshot: Snapshot, reading: Reading, name: str, better: Direction, target: Figure | None
) -> Tile:
    """A reading as a tile: compared with the window before, beside its target, with its months.

    Args:
        snapshot: Where earlier readings stand.
        reading: What is shown.
        name: What it is called.
        better: Which way is better.
        target: Where it is to be; None where nobody has said.
    """
    before = _before(snapshot, reading)
    months = _months(snapshot, reading)
    change = _change(reading, before) if before is not None else None
    level = target.value if target is not None and months and _one_scale(reading, months) else None
    return Tile(
        name,
        figure(reading),
        change,
        _gain(change, better),
        "on the period before" if change is not None else "",
        target,
        months,
        level,
    )


def _before(snapshot: Snapshot, reading: Reading) -> Reading | None:
    """The same one window earlier; a figure at the end of the data with the one at that window's end."""
    now = snapshot.reading(reading.measure, reading.segment, "current")
    if now is None or now.value != reading.value:
        return None
    before = snapshot.reading(reading.measure, reading.segment, "previous")
    if before is None or not before.value or _all_new(snapshot, before):
        return None
    return before


def _all_new(snapshot: Snapshot, before: Reading) -> bool:
    """Whether everybody counts as new because the data begin there: that is no level to compare with."""
    span = snapshot.manifest.windows.get("all")
    return before.measure in FIRSTS and span is not None and before.period.start <= span.start


def _change(now: Reading, before: Reading) -> Figure:
    """How far it went: in points for shares and scores, else in per cent of what it was."""
    was, by = before.value or 0.0, (now.value or 0.0) - (before.value or 0.0)
    if now.unit in POINTS:
        scale, unit = POINTS[now.unit]
        size, how = scale * by, "now less the period before"
    else:
        unit, size, how = "%", 100 * by / abs(was), "change on the period before, as a share of it"
    sign = "+" if size > 0 else MINUS if size < 0 else ""
    text = f"{sign}{abs(size):,.{0 if abs(size) >= 10 else 1}f}{unit}"
    return Figure(text, size, (now, before), how=how)


def _gain(change: Figure | None, better: Direction) -> bool | None:
    if change is None or not change.value or better is Direction.NEITHER:
        return None
    return (change.value > 0) == (better is Direction.HIGHER)


def _months(snapshot: Snapshot, reading: Reading) -> tuple[float, ...]:
    """The latest whole months: one that the data cut off is no fall."""
    if reading.segment:
        return ()
    whole = [r for r in snapshot.points(reading.measure, "month") if _whole(snapshot, r.segment[0][1])]
    points = sorted(whole, key=lambda r: r.segment)
    return tuple(r.value for r in points[-MONTHS:] if r.value is not None)


def _whole(snapshot: Snapshot, month: str) -> bool:
    """Whether the data hold all days of a month."""
    span = snapshot.manifest.windows.get("all")
    if span is None:
        return True
    first = f"{span.start:%Y-%m}" if span.start.day > 1 else ""
    last = f"{span.end:%Y-%m}" if (span.end + dt.timedelta(days=1)).month == span.end.month else ""
    return month not in (first, last)


def _one_scale(reading: Reading, months: tuple[float, ...]) -> bool:
    """Whether the months are on the scale of the figure: a stock or a rate, not a part of a sum."""
    return reading.value is not None and min(months) <= reading.value <= max(months)
