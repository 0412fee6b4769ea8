"""The waterfall of a segment, lying down: one bar a condition, what falls out in grey with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_SIZES = (("full", 560), ("slim", 330))
_STEP, _BAR, _RIGHT = 48, 22, 88


@dataclass(frozen=True)
class Bar:
    """A condition: in words, how many are left, how many fall out."""

    words: str
    left: int
    out: int


def drawn(everybody: int, bars: Sequence[Bar], said: str) -> SafeString:
    """The waterfall, at two widths.

    Args:
        everybody: All customers.
        bars: The conditions in their order.
        said: The finding, for who does not see it.
    """
    whole = (Bar("All customers", everybody, 0), *bars)
    return format_html("{}{}", *(_one(whole, kind, width, said) for kind, width in _SIZES))


def _one(bars: Sequence[Bar], kind: str, width: int, said: str) -> SafeString:
    reach = max(bars[0].left, 1)
    room = width - _RIGHT
    letters = int(width / 6.4)
    parts = format_html_join(
        "", "{}", ((_bar(bar, place, reach, room, letters),) for place, bar in enumerate(bars))
    )
    return format_html(
        '<svg class="{}" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>',
        kind,
        said,
        width,
        _STEP * len(bars),
        parts,
    )


def _bar(bar: Bar, place: int, reach: int, room: int, letters: int) -> SafeString:
    top = _STEP * place
    left, out = round(room * bar.left / reach, 1), round(room * bar.out / reach, 1)
    words = bar.words if len(bar.words) <= letters else f"{bar.words[: letters - 1]}…"
    fell = (
        format_html(
            '<rect x="{}" y="{}" width="{}" height="{}" class="fr"/>', left, top + 18, max(out, 1), _BAR
        )
        if bar.out
        else SafeString("")
    )
    number = format_html('<tspan class="big">{}</tspan>', f"{bar.left:,}")
    lost = format_html(' <tspan class="tick">−{}</tspan>', f"{bar.out:,}") if bar.out else SafeString("")
    return format_html(
        '<text x="0" y="{}">{}</text><rect x="0" y="{}" width="{}" height="{}" class="f1"/>{}'
        '<text x="{}" y="{}" class="lab">{}{}</text>',
        top + 13,
        words,
        top + 18,
        max(left, 1) if bar.left else 0,
        _BAR,
        fell,
        min(left + out, room) + 6,
        top + 33,
        number,
        lost,
    )
