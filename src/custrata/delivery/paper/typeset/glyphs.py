"""Which letters the shipped fonts can print, and text made fit for them."""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

FONTS = Path(str(files("custrata.delivery.paper.typeset").joinpath("fonts")))
"""Liberation Sans, regular and bold, under the SIL Open Font License (OFL.txt beside them)."""

LONGEST_WORD = 26
"""Letters after which a word may break, so that no word is wider than its column."""

MISSING = "\N{WHITE SQUARE}"
"""Stands for a letter that no font at hand can print."""

_BREAK = "\N{ZERO WIDTH SPACE}"
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LONG = re.compile(rf"\S{{{LONGEST_WORD},}}")


def legible(text: str) -> str:
    r"""Text without what cannot be printed: controls, halves of letters; long words may break.

    Example:
        >>> legible("a\x00b\ncd")
        'ab cd'
    """
    spaced = re.sub(r"\s+", " ", text)
    kept = "".join(c for c in spaced if unicodedata.category(c) not in _DROPPED)
    return _LONG.sub(lambda m: _broken(m.group()), unicodedata.normalize("NFC", kept))


def _broken(word: str) -> str:
    step = LONGEST_WORD // 2
    return _BREAK.join(word[at : at + step] for at in range(0, len(word), step))


def uncovered(text: str) -> frozenset[str]:
    """Letters of a text that the shipped fonts do not hold."""
    return frozenset(c for c in set(text) if ord(c) not in covered() and c != _BREAK)


def boxed(text: str) -> str:
    """The text with a box for every letter that the shipped fonts do not hold."""
    gone = uncovered(text)
    return "".join(MISSING if c in gone else c for c in text)


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """Code points that every shipped font holds."""
    held = [_characters(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset.intersection(*held) if held else frozenset()


def _characters(font: bytes) -> frozenset[int]:
    """Code points of a font's table of format 4 (OpenType, cmap)."""
    tables = struct.unpack(">H", font[4:6])[0]
    records = (struct.unpack(">4sIII", font[12 + 16 * i : 28 + 16 * i]) for i in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    count = struct.unpack(">H", font[start + 2 : start + 4])[0]
    for i in range(count):
        at = start + 4 + 8 * i
        offset = start + struct.unpack(">I", font[at + 4 : at + 8])[0]
        if struct.unpack(">H", font[offset : offset + 2])[0] == 4:
            return _segments(font, offset)
    return frozenset()


def _segments(font: bytes, at: int) -> frozenset[int]:
    pairs = struct.unpack(">H", font[at + 6 : at + 8])[0] // 2

    def row(offset: int, kind: str = "H") -> tuple[int, ...]:
        return struct.unpack(f">{pairs}{kind}", font[at + offset : at + offset + 2 * pairs])

    ends, starts = row(14), row(16 + 2 * pairs)
    deltas, ranges = row(16 + 4 * pairs, "h"), row(16 + 6 * pairs)
    found = set()
    for i, (first, last, delta, shift) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = (code + delta) & 0xFFFF
            if shift:
                place = at + 16 + 6 * pairs + 2 * i + shift + 2 * (code - first)
                glyph = struct.unpack(">H", font[place : place + 2])[0]
            if glyph:
                found.add(code)
    return frozenset(found)
