"""What parts of the document point at by id, and which ids may stand there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from custrata.strategy.document import Document
from custrata.strategy.gathering import Gathered
from custrata.strategy.parts.papers.research import Research
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.running.responsibility import Raci
from custrata.strategy.parts.steering.governance import InsightSource
from custrata.vocabulary import Stage

GROUP = ("group",)
PLANNED = ("goal", "initiative", "outcome")

POINTERS: Mapping[str, tuple[str, ...]] = {
    "assumption": ("assumption",),
    "goal": ("goal",),
    "goals": ("goal",),
    "group": (*GROUP, "tier"),
    "groups": (*GROUP, "tier"),
    "initiative": ("initiative",),
    "needed_for": (*PLANNED, "proposition", *GROUP, "offer", "standard"),
    "outcome": ("outcome",),
    "promise": ("promise",),
    "rests_on": ("claim",),
    "serves": (*PLANNED, *GROUP, "tier"),
}
"""Fields that hold ids → the kinds of parts that they may name; more kinds than asked for, never fewer."""

OF_ONE_PART: Mapping[type[Part], tuple[str, tuple[str, ...]]] = {
    Raci: ("on", (*PLANNED, "objective", "stage")),
    InsightSource: ("feeds", ("any",)),
}
"""Fields that hold ids in one kind of part only; elsewhere the same word means something else."""

SENTENCES = frozenset({(Research, "goal")})
"""Fields of the same names that hold sentences."""


def known_ids(document: Document) -> dict[str, frozenset[str]]:
    """The ids of a document by kind; ``any`` holds all of them and the names of its chapters."""
    stages = {plan.id for plan in document.lifecycle} | {step.id for step in document.transitions}
    ids = {
        "assumption": {part.id for part in document.assumptions},
        "claim": {part.id for part in document.claims()},
        "goal": {part.id for part in document.goals},
        "group": {part.id for part in document.groups},
        "initiative": {part.id for part in document.initiatives},
        "objective": {part.id for part in document.objectives},
        "offer": {part.id for part in document.offers},
        "outcome": {part.id for part in document.outcomes},
        "promise": {promise.id for part in document.propositions for promise in part.promises},
        "proposition": {part.id for part in document.propositions},
        "stage": stages | {stage.value for stage in Stage},
        "standard": {part.id for part in document.service_standards},
        "tier": {part.id for part in document.tiers} | {part.tier.value for part in document.tiers},
    }
    everything = set(_ids(document)) | {""}
    return {
        kind: frozenset(known)
        for kind, known in {**ids, "any": everything | set(Document.model_fields)}.items()
    }


_ids = Gathered(lambda path, part: [str(found)] if (found := getattr(part, "id", "")) else [])


def _pointers(path: str, part: Part) -> Iterator[tuple[str, str, str, Collection[str]]]:
    return ((path, *pointer) for pointer in pointed_at(part))


pointers = Gathered(_pointers)
"""Path, field, id and kinds, for each pointer of a document, in its order."""


def pointed_at(part: Part) -> Iterator[tuple[str, str, Collection[str]]]:
    """Field, id and the kinds of parts that the id may name, for each pointer of a part itself."""
    own = OF_ONE_PART.get(type(part))
    pointers = {**POINTERS, **dict([own])} if own else POINTERS
    for field in type(part).model_fields:
        if field in pointers and (type(part), field) not in SENTENCES:
            value = getattr(part, field)
            names = value if isinstance(value, tuple) else (value,)
            yield from ((field, name, pointers[field]) for name in names if isinstance(name, str) and name)
