"""What may stand in a field: words of a closed list, ids of other parts, names of measures."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

from custrata.measures.catalogue import CATALOGUE
from custrata.strategy.document import Document
from custrata.strategy.parts.offering.proposition import Proposition
from custrata.strategy.parts.papers.empathy_map import EmpathyMap
from custrata.strategy.parts.papers.message_map import MessageMap
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.running.responsibility import Raci
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.revision.compare import called

Option = tuple[str, str]
"""What is stored, and what people read."""

POINTS_AT = {
    "group": "groups",
    "groups": "groups",
    "goal": "goals",
    "goals": "goals",
    "initiative": "initiatives",
    "initiatives": "initiatives",
    "assumption": "assumptions",
    "outcome": "outcomes",
    "offer": "offers",
    "capability": "capabilities",
}
"""Fields that name other parts by id, and the list in which these stand."""

NAMELESS = (Proposition, EmpathyMap, MessageMap, Raci)
"""Parts that are called by the group or the step that they are about."""

OF_MEASURES = frozenset(
    {"measure", "metric", "effort_measure", "leading", "lagging", "guardrails", "key_metrics", "kpis"}
)
"""Fields that name measures."""


def chosen_from(kind: type[Part], name: str, document: Document) -> tuple[Option, ...]:
    """What a field takes; nothing where it takes any text.

    Args:
        kind: The kind of part.
        name: The field.
        document: Whose parts may be named.
    """
    closed = _closed(kind, name)
    if closed:
        return tuple((word, word.replace("_", " ")) for word in closed)
    items = getattr(document, POINTS_AT.get(name, ""), ())
    return tuple((item.id, title_of(item, document)) for item in items)


def measures() -> tuple[Option, ...]:
    """The measures of the catalogue by id."""
    return tuple((measure, known.title) for measure, known in CATALOGUE.items())


def title_of(part: Any, document: Document) -> str:
    """What people call a part: its name, else what it is about, else its sentence, else its id.

    Args:
        part: The part.
        document: Where what it is about stands.
    """
    name = called(part) or _about(part, document)
    if name:
        return name
    inner = (getattr(part, field) for field in type(part).model_fields)
    said = next((i.said() for i in (part, *inner) if isinstance(i, Claim | Proposal | Gap)), "")
    texts = (getattr(part, field, "") for field in ("what", "decision", "voice", "question", "measure"))
    return said or next((text for text in texts if isinstance(text, str) and text), "") or part.id


def _about(part: Any, document: Document) -> str:
    """Whom or what a part without a name of its own is about; empty for all others."""
    if not isinstance(part, NAMELESS):
        return ""
    pointed = part.on if isinstance(part, Raci) else part.group
    if not pointed and not isinstance(part, Raci):
        return "All customers"
    there: tuple[Any, ...] = (*document.groups, *document.initiatives, *document.goals)
    found = next((one for one in there if one.id == pointed), None)
    return title_of(found, document) if found is not None else ""


@cache
def _closed(kind: type[Part], name: str) -> tuple[str, ...]:
    if kind.model_fields.get(name) is None:
        return ()
    return tuple(_words(kind.model_fields[name].annotation))


def _words(annotation: Any) -> Iterator[str]:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _words(typing.get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType):
        for option in typing.get_args(annotation):
            yield from _words(option)
    elif origin is typing.Literal:
        yield from (str(word) for word in typing.get_args(annotation))
    elif isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (str(member.value) for member in annotation)
