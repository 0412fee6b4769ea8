"""Lifetime value of one customer as a picture: its interval, the middle of its tier."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

_SIZES = (("full", 520), ("slim", 340))


@dataclass(frozen=True)
class Span:
    """An estimate with its ends, each as a number and as it is written.

    Attributes:
        low: Lower end.
        value: The estimate.
        high: Upper end.
        words: The three as they are written.
        middle: The middle of the tier; None where it is not known.
        middle_words: The same as it is written.
    """

    low: float
    value: float
    high: float
    words: tuple[str, str, str]
    middle: float | None = None
    middle_words: str = ""


def drawn(span: Span) -> SafeString:
    """The picture, at two widths.

    Args:
        span: What it shows.
    """
    said = f"Lifetime value {span.words[1]}, interval {span.words[0]} to {span.words[2]}"
    pictures = [_one(span, kind, width, said) for kind, width in _SIZES]
    return format_html("{}{}", *pictures)


def _one(span: Span, kind: str, width: int, said: str) -> SafeString:
    top = max(span.high, span.middle or 0.0, 1e-9) * 1.08
    least = min(span.low, 0.0)

    def at(value: float) -> float:
        return round(12 + (width - 24) * (value - least) / (top - least), 1)

    return format_html(
        '<svg class="{}" role="img" aria-label="{}" viewBox="0 0 {} 78">'
        '<line x1="8" x2="{}" y1="40" y2="40" class="ax"/>'
        '<rect x="{}" y="22" width="{}" height="10" class="fb" rx="5"/>'
        '<circle cx="{}" cy="27" r="5.5" class="f1 ring"/>'
        '<text x="{}" y="14" class="lab" text-anchor="middle">{}</text>'
        '<text x="{}" y="55" class="tick" text-anchor="middle">{}</text>'
        '<text x="{}" y="55" class="tick" text-anchor="middle">{}</text>{}</svg>',
        kind,
        said,
        width,
        width - 8,
        at(span.low),
        max(at(span.high) - at(span.low), 1),
        at(span.value),
        _inside(at(span.value), width),
        span.words[1],
        _inside(at(span.low), width),
        span.words[0],
        _inside(at(span.high), width),
        span.words[2],
        _middle(span, at(span.middle), width) if span.middle is not None else "",
    )


def _middle(span: Span, x: float, width: int) -> SafeString:
    """The middle of the tier as a dashed line; its words stand on the side that has room for them."""
    return format_html(
        '<line x1="{}" x2="{}" y1="17" y2="37" class="k2 dash"/>'
        '<text x="{}" y="72" class="tick" text-anchor="{}">middle of the tier {}</text>',
        x,
        x,
        x,
        "end" if x > width / 2 else "start",
        span.middle_words,
    )


def _inside(x: float, width: int) -> float:
    return min(max(x, 30), width - 30)
