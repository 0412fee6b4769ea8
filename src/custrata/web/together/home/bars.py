"""Claims by state, as one bar."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from custrata.delivery import tokens
from custrata.project.showing.home.zones import Tally

BAR = 100
"""Width of a bar, in its own units."""


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
