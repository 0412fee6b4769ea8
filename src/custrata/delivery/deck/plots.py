"""Plots with two axes, as values: who gives and gets, predicted and actual, lines over time, who earns."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.delivery.figures import NOTHING, Figure, Prose, Spelling


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


@dataclass(frozen=True, slots=True)
class CurveMark:
    """A dot on a curve with its value and words beside it."""

    at: float
    figure: Figure
    head: Prose
    words: Prose


@dataclass(frozen=True, slots=True)
class Whale:
    """Cumulative share of a total over customers ranked by it; both axes in shares (1 is all).

    Attributes:
        points: Share of customers and cumulative share of the total.
        marks: Dots with words.
        peak_at: Share of customers at the highest point.
        axis: What stands across.
        earns: Words over what is earned.
        gives_back: Words over what is given back.
        figures: Figures behind the curve that are printed nowhere else.
        band: Lower and upper end at each point, where what serving costs is known as a range only.
    """

    points: tuple[tuple[float, float], ...]
    marks: tuple[CurveMark, ...]
    peak_at: float
    axis: str
    earns: tuple[Prose, Prose] = (NOTHING, NOTHING)
    gives_back: tuple[Prose, Prose] = (NOTHING, NOTHING)
    figures: tuple[Figure, ...] = ()
    band: tuple[tuple[float, float], ...] = ()

    @property
    def said(self) -> tuple[tuple[Prose, Prose], ...]:
        """The words over what is earned and over what is given back, each a head and what follows it."""
        return tuple((head, rest) for head, rest in (self.earns, self.gives_back) if head.text)

    @property
    def top(self) -> float:
        """End of the value axis: the next quarter above the highest point."""
        highest = max(*(y for _, y in self.points), *(high for _, high in self.band), 0.0)
        return (int((highest + 0.06) / 0.25) + 1) * 0.25

    @property
    def ticks(self) -> tuple[str, ...]:
        """What is written at the axes."""
        across = [f"{tenth}%" for tenth in range(0, 101, 10)]
        return tuple(dict.fromkeys([*across, *(f"{25 * n}%" for n in range(round(self.top / 0.25) + 1))]))
