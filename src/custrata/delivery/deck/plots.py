"""Plots with two axes, as values: who gives and gets, predicted against actual, lines over time."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.delivery.figures import Figure, Spelling


@dataclass(frozen=True, slots=True)
class Spot:
    """A group of customers on a map; ``high`` marks those that the title is about."""

    label: str
    across: Figure
    up: Figure
    high: bool = False


@dataclass(frozen=True, slots=True)
class ExchangeMap:
    """What customers get against what they give, index 0 to 100 each, one spot a group.

    Attributes:
        spots: The groups; both figures carry their interval, which is drawn as a cross.
        across: What stands across.
        up: What stands upwards.
        corners: Names of the quadrants: top left, top right, bottom left, bottom right.
        middle: Where little ends and much begins, across and upwards.
    """

    spots: tuple[Spot, ...]
    across: str
    up: str
    corners: tuple[str, str, str, str]
    middle: tuple[float, float] = (50.0, 50.0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Predicted against actual, one point a group of customers; on the dashed diagonal both are equal.

    Attributes:
        points: Predicted and actual of each group; the actual carries its interval.
        across: What stands across.
        up: What stands upwards.
    """

    points: tuple[tuple[Figure, Figure], ...]
    across: str
    up: str

    @property
    def top(self) -> float:
        """End of both axes: one twelfth above all that is drawn."""
        ends = [f.value or 0.0 for pair in self.points for f in pair]
        ends += [high for _, actual in self.points if (high := actual.ends[1]) is not None]
        return max(ends, default=0.0) * 13 / 12 or 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line; None leaves a gap. A dashed line is what was expected, a solid one what came."""

    name: str
    figures: tuple[Figure | None, ...]
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over one order, mostly of months, from zero."""

    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    written: Spelling
    heading: str = ""

    @property
    def top(self) -> float:
        """End of the value axis: one tenth above the highest point."""
        known = [f.value for line in self.lines for f in line.figures if f is not None and f.value]
        return max(known, default=0.0) * 1.1 or 1.0


@dataclass(frozen=True, slots=True)
class Radar:
    """Levels on a few axes: where things stand, and where they are wanted.

    Attributes:
        axes: Names of the axes.
        now: Where each stands.
        wanted: Where each is wanted; None where nobody has said.
        top: The highest level.
    """

    axes: tuple[str, ...]
    now: tuple[Figure, ...]
    wanted: tuple[Figure | None, ...] = ()
    top: int = 5
