"""Small drawings beside figures: months as a line, claims by state as a bar."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from custrata.delivery import tokens
from custrata.project.showing.home.tiles import Tile
from custrata.project.showing.home.zones import Tally

WIDTH, HEIGHT, EDGE = 72, 22, 3
"""Size of a spark in pixels, with the room that its last dot needs."""

BAR = 100
"""Width of a bar, in its own units."""


def spark(tile: Tile) -> SafeString:
    """The months of a tile as a line, the latest one dotted, its target dashed; nothing without months.

    Args:
        tile: What is shown.
    """
    if len(tile.months) < 3:
        return SafeString("")
    values = [*tile.months, *([tile.level] if tile.level is not None else [])]
    low, high = min(values), max(values)

    def down(value: float) -> float:
        return round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value - low) / ((high - low) or 1.0), 1)

    step = (WIDTH - 2 * EDGE) / (len(tile.months) - 1)
    points = [(round(EDGE + at * step, 1), down(value)) for at, value in enumerate(tile.months)]
    line = " ".join(f"{across},{y}" for across, y in points)
    tone = "2" if tile.gain is False else "1"
    aim = SafeString("")
    if tile.level is not None:
        y = down(tile.level)
        aim = format_html('<line x1="0" x2="{}" y1="{}" y2="{}" class="ax dash"/>', WIDTH, y, y)
    return format_html(
        '<svg width="{}" height="{}" viewBox="0 0 {} {}" aria-hidden="true">{}'
        '<polyline class="ln k{} thin" points="{}"/><circle cx="{}" cy="{}" r="2.5" class="f{}"/></svg>',
        *(WIDTH, HEIGHT, WIDTH, HEIGHT, aim, tone, line, *points[-1], tone),
    )


def bar(tally: Tally) -> SafeString:
    """The claims of a zone as one bar, parted by state; its words say the same.

    Args:
        tally: The claims.
    """
    parts = format_html_join(
        "",
        '<rect x="{}" y="0" width="{}" height="6" rx="1" class="tb-{}"/>',
        _parts([(tokens.STATE_ROLE[state], number) for state, number in tally.counts]),
    )
    return format_html(
        '<svg class="tb" viewBox="0 0 {} 6" preserveAspectRatio="none" role="img" aria-label="{}">{}</svg>',
        BAR,
        tally.said,
        parts,
    )


def _parts(counts: Sequence[tuple[str, int]]) -> list[tuple[float, float, str]]:
    """Where each part begins and how wide it is, with a gap between parts."""
    total, gap = sum(number for _, number in counts) or 1, 1.0
    room, at, found = BAR - gap * (len(counts) - 1), 0.0, []
    for role, number in counts:
        wide = room * number / total
        found.append((round(at, 2), round(wide, 2), role))
        at += wide + gap
    return found
