"""What a level of maturity asks for, and how it stands: met, not met, not known, or only said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from custrata.strategy.document import Document
from custrata.strategy.parts.steering.maturity import Dimension
from custrata.strategy.views.presence import Thing

LEVELS = {1: "ad hoc", 2: "emerging", 3: "structured", 4: "advanced", 5: "transformative"}
"""The five levels."""


ONLY_PROPOSED = "proposed, and signed by nobody"
"""What is missing where a draft says something that nobody stands behind."""


class Source(StrEnum):
    """What can show a criterion."""

    DOCUMENT = "document"
    DATA = "data"
    ANSWER = "answer"


class State(StrEnum):
    """How a criterion stands."""

    MET = "met"
    UNMET = "not met"
    UNKNOWN = "not known"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Shown:
    """How a criterion stands.

    Attributes:
        state: Met, not met, not known, or said.
        evidence: Measures, paths, or who said it and when; what is missing where it is not met.
    """

    state: State
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """Something that a level asks for.

    Attributes:
        id: Its name, under which data show it.
        text: What must be true, as a short sentence without a full stop.
        source: What can show it.
        thing: Looks for it in the document; None where data or an answer tell.
    """

    id: str
    text: str
    source: Source
    thing: Thing | None = None

    def in_document(self, document: Document, signed: Document) -> Shown:
        """How it stands by what the document holds; not known where the document cannot tell.

        Args:
            document: The strategy.
            signed: The same without what is only proposed.
        """
        if self.thing is None:
            return Shown(State.UNKNOWN)
        found, proposed = self.thing.look(signed), self.thing.look(document)
        if found.there:
            return Shown(State.MET, found.where)
        return Shown(State.UNMET, (ONLY_PROPOSED,) if proposed.there else proposed.missing)


@dataclass(frozen=True, slots=True)
class Cell:
    """One level of one dimension.

    Attributes:
        dimension: The dimension.
        level: 1 to 5.
        text: What a company on this level looks like.
        criteria: What it asks for.
    """

    dimension: Dimension
    level: int
    text: str
    criteria: tuple[Criterion, ...]
