"""Two groups carry the same tag.

Avoid: one mark in the systems for customers who are to be treated differently.

Prefer: one tag a group, the same word in every system.

Why: whoever works in the systems cannot tell the groups apart, so the second intent is never carried out.

Mend: give one of them a tag of its own, or make the two one group.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for group in document.groups:
        tag = group.tag.strip().casefold()
        if tag and tag in first:
            yield PITFALL.finding(
                f"groups[{group.id}]",
                f"“{group.name}” carries the same tag as “{first[tag]}”: {group.tag}.",
                "Give it a tag of its own, or make the two one group.",
            )
        first.setdefault(tag, group.name)


PITFALL = Pitfall(
    code="SG102",
    slug="tag_shared",
    title="Two groups carry the same tag",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
