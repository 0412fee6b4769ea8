"""A group stands in the strategy, and nothing is meant for it.

Avoid: listing every group that the data show.

Prefer: groups that something follows from: an intent, a goal, a promise, or a word that they are not
served.

Why: a group without a consequence costs attention in every review and changes no decision.

Mend: give it an intent with an owner, name it in a goal or proposition, or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.gathering import Gathered
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.part import Part, fields_among
from custrata.strategy.parts.statement import Gap
from custrata.strategy.pitfalls.agreement import in_force
from custrata.strategy.pitfalls.pitfall import Pitfall

POINTING = ("group", "groups", "serves", "needed_for", "feeds")
"""Fields in which parts name groups."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    named, segments = set(_named(document)), _segments(document)
    if not named.intersection(group.id for group in document.groups) or not in_force(document):
        return
    gaps = [gap.text.casefold() for _, gap in document.statements() if isinstance(gap, Gap)]
    for group in document.groups:
        read = bool(group.segment) and group.segment in segments
        open_said = any(group.name.casefold() in text for text in gaps)
        if group.intent is None and group.id not in named and not read and not open_said:
            yield PITFALL.finding(
                f"groups[{group.id}]",
                f"“{group.name}” has no intent, and no goal, initiative, promise or profile names it.",
                "Say what is meant for it, or take it out.",
            )


def _names(path: str, part: Part) -> Iterator[str]:
    for field in () if isinstance(part, Document) else fields_among(part, POINTING):
        value = getattr(part, field)
        yield from (value,) if isinstance(value, str) else (name for name in value if isinstance(name, str))


_named = Gathered(_names)


def _segments(document: Document) -> set[tuple[tuple[str, str], ...]]:
    return {result.segment for objective in document.objectives for result in objective.key_results}


PITFALL = Pitfall(
    code="OR101",
    slug="orphan_segment",
    title="A group has no intent, and nothing names it",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
