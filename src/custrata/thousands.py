"""Commas in a typed number: they part thousands; where they part anything else, nothing is guessed."""

from __future__ import annotations

import re

_GROUPED = re.compile(r"[^\d.,]*\d{1,3}(?:,\d{3})+(?!\d|,)[^,]*")
WORD = "write 1,200 or 1.5: a comma parts thousands, a point the decimals"


def ungrouped(text: str) -> str:
    """A typed number without the commas that part its thousands.

    Args:
        text: As it was typed; what stands around the digits stays.

    Raises:
        ValueError: A comma parts something else than thousands, as in ``1,5``, ``1.234,5`` or ``1,20``: what
            was meant would be a guess, and a wrong one is ten or a thousand times too large.

    Example:
        >>> ungrouped("€1,200,000.5"), ungrouped("1.5")
        ('€1200000.5', '1.5')
    """
    if "," in text and not _GROUPED.fullmatch(text):
        raise ValueError(WORD)
    return text.replace(",", "")
