"""Drawings as high as a line of text: earlier values as a line, and now between base and target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

_LONG, _END = 120, 4
"""Length of a track in pixels, and what is left at each end for its marks."""


@dataclass(frozen=True)
class Size:
    """How large a line of values is.

    Attributes:
        width: In pixels.
        height: In pixels.
        edge: What is left at each side for the last dot.
        dot: Half the width of that dot.
        line: Further classes of the line.
        spot: Further classes of the dot.
    """

    width: int
    height: int
    edge: int
    dot: float
    line: str = ""
    spot: str = ""


IN_TILE = Size(72, 22, 3, 2.5, line=" thin")
IN_ROW = Size(84, 24, 4, 3, spot=" ring")


def spark(
    values: Sequence[float], target: float | None, size: Size, *, words: str = "", colour: int = 1
) -> SafeString:
    """Earlier values as a line, the last one dotted, the target dashed; nothing without values.

    Args:
        values: The oldest first.
        target: Where they are to be; None where nobody has said.
        size: How large.
        words: What it shows, for who cannot see it; empty where the page says it beside.
        colour: Which of the look's colours.
    """
    if not values:
        return SafeString("")
    shown = [*values, *([] if target is None else [target])]
    low, high = min(shown), max(shown)
    step = (size.width - 2 * size.edge) / max(len(values) - 1, 1)
    first = size.edge if len(values) > 1 else size.width - size.edge

    def down(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return round(size.height - size.edge - (size.height - 2 * size.edge) * share, 1)

    points = [(round(first + at * step, 1), down(value)) for at, value in enumerate(values)]
    aim = SafeString("")
    if target is not None:
        y = down(target)
        aim = format_html('<line x1="0" x2="{}" y1="{}" y2="{}" class="ax dash"/>', size.width, y, y)
    return format_html(
        '<svg class="spark" viewBox="0 0 {} {}" width="{}" height="{}" {}>{}'
        '<polyline points="{}" class="ln k{}{}"/><circle cx="{}" cy="{}" r="{}" class="f{}{}"/></svg>',
        *(size.width, size.height, size.width, size.height),
        format_html('role="img" aria-label="{}"', words) if words else SafeString('aria-hidden="true"'),
        aim,
        " ".join(f"{x},{y}" for x, y in points),
        *(colour, size.line, *points[-1], size.dot, colour, size.spot),
    )


def track(
    words: str,
    now: float | None,
    ends: tuple[float | None, float | None],
    target: float | None,
    *,
    ticks: Sequence[float] = (),
    wanted: float | None = None,
    colour: int = 1,
) -> SafeString:
    """Now as a dot with its interval and the target as a ring, on one line; each place a share of its length.

    Args:
        words: What it shows, for who cannot see it.
        now: Where it stands; None draws no dot.
        ends: The ends of its interval; None draws none.
        target: Where it is to be; None draws no ring.
        ticks: Places that are marked.
        wanted: A place that is marked by a dashed line.
        colour: Which of the look's colours the dot has.
    """
    drawn = [_upright(tick, "ax") for tick in ticks]
    if wanted is not None:
        drawn.append(_upright(wanted, "zero dash"))
    if ends[0] is not None and ends[1] is not None:
        left, right = _along(ends[0]), _along(ends[1])
        wide = max(1.0, round(right - left, 2))
        drawn.append(format_html('<rect x="{}" y="5" width="{}" height="6" rx="2" class="fb"/>', left, wide))
    if target is not None:
        drawn.append(format_html('<circle cx="{}" cy="8" r="4.5" class="hollow k1"/>', _along(target)))
    if now is not None:
        drawn.append(format_html('<circle cx="{}" cy="8" r="4" class="f{} ring"/>', _along(now), colour))
    return format_html(
        '<svg class="track" viewBox="0 0 {} 16" width="{}" height="16" role="img" aria-label="{}">'
        '<line x1="0" x2="{}" y1="8" y2="8" class="g"/>{}</svg>',
        *(_LONG, _LONG, words, _LONG, SafeString("".join(drawn))),
    )


def _upright(share: float, kind: str) -> SafeString:
    at = _along(share)
    return format_html('<line x1="{}" x2="{}" y1="2" y2="14" class="{}"/>', at, at, kind)


def _along(share: float) -> float:
    return round(_END + (_LONG - 2 * _END) * min(max(share, 0.0), 1.0), 2)
