"""A customer group, a profile or a proposition is meant for everyone.

Avoid: a group called “All customers”, or a proposition “for everyone who wants to save time”.

Prefer: a group that leaves somebody out: told apart by what its customers need or do, and by a mark that
systems carry.

Why: whoever is for everyone can favour nobody; no product, price or message follows from it.

Mend: say whom it is for and who is left out. What holds for every group belongs to the level “what we stand
for”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.texts import bare
from custrata.strategy.parts.offering.proposition import Level
from custrata.strategy.pitfalls.pitfall import Pitfall

_ALL = (
    r"(?:every(?:one|body)|any(?:one|body)|all"
    r"|(?:all|every|any)(?: of)?(?: our| the)? (?:customers?|users?|clients?"
    r"|buyers?|consumers?|people|persons?|compan(?:y|ies)|business(?:es)?|organi[sz]ations?|households?|segments?|markets?)"
    r"|the (?:whole|entire) market)"
)
_WHOLE = re.compile(rf"^\W*(?:for )?{_ALL}\W*$", re.IGNORECASE)
_WANTING = re.compile(
    rf"^\W*(?:for )?{_ALL} who (?:(?:wants?|needs?|likes?|loves?) (?:to )?"
    r"(?:save (?:time|money)|grow|succeed|win|more|better|quality|the best|our \w+|us|it)\b"
    r"|(?:can|could|might) (?:buy|pay))",
    re.IGNORECASE,
)
_AIMED = re.compile(
    rf"\b(?:is|are) for {_ALL}(?=\W*$)|\b(?:serve|target|win|sell to|win with) {_ALL}(?=\W*$)"
    rf"|^\W*{_ALL} (?:is|are)(?: a| our)? (?:potential |ideal )?(?:customers?|target(?: group| market)?)\b",
    re.IGNORECASE,
)
MEND = "Say whom it is for and who is left out; what holds for all belongs to “what we stand for”."


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for place, text in _audiences(document):
        words = bare(text)
        if _WHOLE.match(words) or _WANTING.match(words) or _AIMED.search(words):
            yield PITFALL.finding(place, f"“{text.strip(' .')}” leaves nobody out.", MEND)


def _audiences(document: Document) -> Iterator[tuple[str, str]]:
    for group in document.groups:
        if not group.segment:
            yield f"groups[{group.id}]", group.name
    for proposition in document.propositions:
        if proposition.level is Level.OFFERS and proposition.for_whom:
            yield f"propositions[{proposition.id}].for_whom", proposition.for_whom
    for profile in document.profiles:
        if profile.statement.kind != "gap":
            yield f"profiles[{profile.id}].statement", profile.statement.text


PITFALL = Pitfall(
    code="SE101",
    slug="everyone_as_segment",
    title="A group or a proposition is for everyone",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
