"""Small drawings of a row: the way from base to target, and the line of earlier builds."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from custrata.delivery.deck.chapters.strategy.way import Way

WIDE, HIGH, EDGE = 84, 24, 4
LEFT, RIGHT = -40.0, 125.0
"""Per cent of the way that a track shows; what lies beyond is drawn at its edge."""


def spark(values: Sequence[float], target: float | None, words: str) -> SafeString:
    """A line of earlier values, the last one as a dot, the target dashed.

    Args:
        values: The oldest first.
        target: Where it is to be; None where nobody has said.
        words: What it shows, for who cannot see it.
    """
    if not values:
        return SafeString("")
    low, high = (
        min([*values, *([] if target is None else [target])]),
        max([*values, *([] if target is None else [target])]),
    )
    points = [(_across(at, len(values)), _up(value, low, high)) for at, value in enumerate(values)]
    line = " ".join(f"{x},{y}" for x, y in points)
    aim = SafeString("")
    if target is not None:
        y = _up(target, low, high)
        aim = format_html('<line x1="0" x2="{}" y1="{}" y2="{}" class="ax dash"/>', WIDE, y, y)
    return format_html(
        '<svg class="spark" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}">{}'
        '<polyline points="{}" class="ln k1"/><circle cx="{}" cy="{}" r="3" class="f1 ring"/></svg>',
        *(WIDE, HIGH, WIDE, HIGH, words, aim, line, *points[-1]),
    )


def track(way: Way | None, words: str) -> SafeString:
    """The way from base to target: now as a dot with its interval, target as a ring, plan as a tick.

    Args:
        way: How far it has come; None where there is no way to go.
        words: What it shows, for who cannot see it.
    """
    if way is None:
        return SafeString("")
    ticks = [0.0, 100.0, *([way.wanted] if way.wanted else [])]
    marks = format_html_join(
        "",
        '<line x1="{}" x2="{}" y1="2" y2="14" class="{}"/>',
        ((_along(t), _along(t), "zero dash" if t == way.wanted else "ax") for t in ticks),
    )
    band = SafeString("")
    if way.low is not None and way.high is not None:
        left, right = _along(way.low), _along(way.high)
        band = format_html(
            '<rect x="{}" y="5" width="{}" height="6" rx="2" class="fb"/>',
            left,
            max(1.0, round(right - left, 1)),
        )
    return format_html(
        '<svg class="track" viewBox="0 0 120 16" width="120" height="16" role="img" aria-label="{}">'
        '<line x1="0" x2="120" y1="8" y2="8" class="g"/>{}{}'
        '<circle cx="{}" cy="8" r="4.5" class="hollow k1"/>'
        '<circle cx="{}" cy="8" r="4" class="{} ring"/></svg>',
        *(words, marks, band, _along(100.0), _along(way.at), "f2" if way.backwards else "f1"),
    )


def _across(at: int, many: int) -> float:
    return round(EDGE + (WIDE - 2 * EDGE) * (at / (many - 1) if many > 1 else 1.0), 1)


def _up(value: float, low: float, high: float) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return round(HIGH - EDGE - (HIGH - 2 * EDGE) * share, 1)


def _along(percent: float) -> float:
    held = min(max(percent, LEFT), RIGHT)
    return round(4 + 112 * (held - LEFT) / (RIGHT - LEFT), 1)
