"""What should have one owner has a team, a committee or several names.

Avoid: “Marketing and Sales” or “everyone” as the one who answers; two names in one field.

Prefer: one person, who may ask whomever they want. The others are responsible, consulted or informed.

Why: of two who answer, each waits for the other; of ten, nobody waits at all.

Mend: name one person in `owner`, and put the others into the responsibilities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.gathering import Gathered
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.part import Owner, Part, fields_among
from custrata.strategy.pitfalls.pitfall import Pitfall

FIELDS = ("owner", "accountable", "sponsor")
"""Fields that ask for one person; rights to decide may well lie with a board."""

_GROUP = re.compile(
    r"^\W*(?:the |our |whole |all )*(?:all|everyone|everybody|we|management|leadership"
    r"|(?:all|every) (?:functions?|teams?|departments?|staff|of us)"
    r"|(?:[\w&/-]+ ){0,4}(?:teams?|squads?|committee|council|task ?force|(?:working|steering) group"
    r"|departments?))\W*$",
    re.IGNORECASE,
)
_SEVERAL_NAMES = re.compile(r"\S\s*(?:&|/|;|\+)\s*\S|\S\s+(?:and|und|et|y|plus)\s+\S", re.IGNORECASE)
_LIST = re.compile(r"^[^,]+(?:,\s*[A-Z][^,\s]*\s+[A-Z][^,]*)+$")
"""Two names after each other, each with its capitals: a title behind a comma begins small."""

_TITLE = re.compile(r"\b(?:chief|officer|head|director|vp|president|manager|lead)\b", re.IGNORECASE)

_SEVERAL_ROLES = re.compile(
    r"^(?:everyone|everybody|all)\b"
    r"|\b(?:head|chief|director|vp|manager)\b[^,;/&]*(?:\band\b|[&/;,])\s*(?:the )?(?:head|chief|vp)\b",
    re.IGNORECASE,
)


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for place, owner in _committees(document):
        yield PITFALL.finding(
            place,
            f"“{owner.name or owner.role}” is more than one person.",
            "Name one person who answers; the others are responsible, consulted or informed.",
        )


def _of_part(path: str, part: Part) -> Iterator[tuple[str, Owner]]:
    for field in fields_among(part, FIELDS):
        owner = getattr(part, field)
        if isinstance(owner, Owner) and _several(owner):
            yield f"{path}.{field}" if path else field, owner


_committees = Gathered(_of_part)


def _several(owner: Owner) -> bool:
    if owner.name:
        return _several_names(owner.name)
    return bool(_GROUP.match(owner.role) or _SEVERAL_ROLES.search(owner.role))


def _several_names(name: str) -> bool:
    person, _, behind = name.partition(",")
    if _TITLE.search(person):  # A role stands for the name: one head may have two fields.
        return bool(_SEVERAL_ROLES.search(name))
    listed = bool(_LIST.match(name)) and not _TITLE.search(behind)
    return listed or bool(_GROUP.match(name) or _SEVERAL_NAMES.search(person))


PITFALL = Pitfall(
    code="OW102",
    slug="owner_is_a_committee",
    title="Several people are one owner",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
