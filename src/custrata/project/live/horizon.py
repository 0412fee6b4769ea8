"""How far ahead the numbers of a customer look, and up to which day they look back, in words."""

from __future__ import annotations

import re

from custrata.snapshot import Manifest

_AHEAD = re.compile(r"(\d+) months? ahead(?:, discounted at ([\d.]+%) a year)?")

NEXT_YEAR = "in the next 365 days"
"""How far ahead expected orders look, whatever the horizon of lifetime value."""


def ahead(manifest: Manifest) -> str:
    """How far lifetime value looks ahead, as the build says it; empty where it says nothing.

    Args:
        manifest: What the snapshot says about itself.
    """
    found = list(
        dict.fromkeys(m.groups() for rule in manifest.rules.get("value", ()) for m in _AHEAD.finditer(rule))
    )
    if not found:
        return ""
    months = sorted({int(months) for months, _ in found})
    span = f"{months[0]}" if len(months) == 1 else f"{months[0]} to {months[-1]}"
    rate = found[0][1]
    return f"next {span} month{'' if months == [1] else 's'}" + (
        f", discounted at {rate} a year" if rate else ""
    )


def behind(manifest: Manifest) -> str:
    """The days that the history covers; empty where days are notional.

    Args:
        manifest: What the snapshot says about itself.
    """
    whole = manifest.windows.get("all")
    return "" if manifest.notional or whole is None else f"{whole.start:%-d %b %Y} to {whole.end:%-d %b %Y}"
