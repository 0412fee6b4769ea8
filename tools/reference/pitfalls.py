"""The pages of the mistakes that ``custrata check`` looks for: one each, and their table."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from markdown import code, prose, table

if TYPE_CHECKING:
    from custrata.strategy.pitfalls.pitfall import Pitfall

FOLDER = "pitfalls"


def page() -> Iterator[str]:
    """The table of all pitfalls."""
    from custrata.strategy.lint.registry import all_pitfalls

    yield "# Findings of check\n"
    yield from prose("""
        The mistakes that `custrata check` looks for in a strategy. Errors and warnings make it leave with
        exit code 1, notes do not. A code never changes its meaning. Each finding names the place in the
        document, the reason and the mend. A mistake speaks of what somebody wrote, never of what is open; in
        doubt the check is silent. How a finding is let stand: [check a strategy](../how-to/check.md).
        """)
    rows = (
        (f"[{code(p.code)}]({FOLDER}/{p.code}.md)", p.title, str(p.severity), "yes" if p.needs_data else "")
        for p in all_pitfalls()
    )
    yield from table(("code", "mistake", "weight", "needs data"), rows)


def pages() -> Iterator[tuple[str, Iterable[str]]]:
    """Name and lines of the page of each pitfall."""
    from custrata.strategy.lint.registry import all_pitfalls

    for pitfall in all_pitfalls():
        manual = import_module(pitfall.module)
        yield f"{FOLDER}/{pitfall.code}.md", _one(pitfall, inspect.getdoc(manual) or "")


def _one(pitfall: Pitfall, manual: str) -> Iterator[str]:
    needs = "It needs the data of a build" if pitfall.needs_data else "It needs no data"
    first, *paragraphs = manual.split("\n\n")
    yield f"# {pitfall.code}: {pitfall.title}\n"
    yield " ".join(first.split()) + "\n"
    for paragraph in paragraphs:
        word, _, rest = paragraph.partition(": ")
        told = " ".join(rest.split())
        yield f"**{word}:** {told[:1].upper()}{told[1:]}\n"
    yield f"Weight: {pitfall.severity}. {needs}. [All findings](../pitfalls.md)"
