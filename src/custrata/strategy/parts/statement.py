"""The three kinds of statement: claims that data can break, proposals that people own, gaps that wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.wording.sentence import fill, placeholders


def _pairs(value: object) -> object:
    return tuple((str(k), v) for k, v in value.items()) if isinstance(value, Mapping) else value


SegmentPairs = Annotated[
    tuple[tuple[str, str], ...],
    BeforeValidator(_pairs),
    PlainSerializer(lambda pairs: dict(pairs)),
]
"""Pairs of dimension and value; written as a mapping, empty for the whole base."""


class ReadingKey(Part):
    """Which reading is meant: measure, part of the base, name of the period."""

    measure: str
    segment: SegmentPairs = ()
    period: str = "all"

    @property
    def key(self) -> tuple[str, tuple[tuple[str, str], ...], str]:
        """The key under which a snapshot holds the reading."""
        return self.measure, self.segment, self.period


class Figure(ReadingKey):
    """A number in a sentence, bound to readings, with what it may do before the sentence is false.

    The number is the reading named here, plus the readings in ``plus``, less those in ``minus``, divided by
    the sum of those in ``over``.

    Attributes:
        name: The placeholder that the text uses, in braces.
        value: The number when the sentence was written; None when it was not known.
        unit: ``share``, ``ratio``, ``days``, ``points``, what is counted, or a currency code.
        plus: Readings that are added.
        minus: Readings that are taken off.
        over: Readings whose sum divides.
        tolerance: How far the number may move either way, in its own unit.
        threshold: What the number must not cross, in its own unit; wins over the tolerance.
        direction: On which side of the threshold the sentence holds.
        least_n: How many things the number must rest on to prove anything.

    Example:
        >>> Figure(name="share", measure="revenue", segment={"tier": "gold"}, value=0.41, unit="share").key
        ('revenue', (('tier', 'gold'),), 'all')
    """

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    value: float | None = None
    unit: str = ""
    plus: tuple[ReadingKey, ...] = ()
    minus: tuple[ReadingKey, ...] = ()
    over: tuple[ReadingKey, ...] = ()
    tolerance: Annotated[float, Field(ge=0)] | None = None
    threshold: float | None = None
    direction: Literal["at least", "at most"] | None = None
    least_n: Annotated[int, Field(ge=0)] = 10

    @property
    def keys(self) -> tuple[ReadingKey, ...]:
        """All readings that the number is made of, the one named first."""
        own = ReadingKey(measure=self.measure, segment=self.segment, period=self.period)
        return (own, *self.plus, *self.minus, *self.over)

    @model_validator(mode="after")
    def _two_sides(self) -> Figure:
        if (self.threshold is None) != (self.direction is None):
            raise ValueError("threshold and direction go together")
        return self


class _Sentence(Part):
    id: Id
    text: Annotated[str, Field(min_length=1)]
    figures: tuple[Figure, ...] = ()

    @model_validator(mode="after")
    def _figures_named(self) -> _Sentence:
        names = [f.name for f in self.figures]
        if len(set(names)) != len(names):
            raise ValueError("two figures have the same name")
        unknown = sorted(set(placeholders(self.text)) - set(names))
        if unknown:
            raise ValueError(f"the text names {', '.join(unknown)}, which is no figure of it")
        return self

    def figure(self, name: str) -> Figure | None:
        """The figure of this name, or None."""
        return next((f for f in self.figures if f.name == name), None)

    def said(self, values: Mapping[str, float | None] | None = None) -> str:
        """The sentence with its numbers: those it was written with, or those given by name.

        Args:
            values: Numbers of today by figure name; names that are absent keep the number as written.
        """
        now = values or {}
        numbers = {f.name: (now.get(f.name, f.value), f.unit) for f in self.figures}
        return fill(self.text, numbers)


class Claim(_Sentence):
    """A statement that data can support or contradict; every number in it is a placeholder bound to readings.

    Attributes:
        id: ``E01``, ``E02`` … in the order in which the claims were written.
        text: The sentence, with placeholders such as ``{share}`` or ``{n|customer|customers}``.
        short: The same in fewer words, for narrow places, if somebody wants that; a draft leaves it empty, so
            that an edit of the text reaches every place.
        figures: What the placeholders mean.
        topic: What the claim is about, the same word in every draft (``concentration``, ``retention`` …).
        as_of: The day at which the data stood when it was written.
        fresh_days: How many days old the data may be before the claim is stale.
    """

    kind: Literal["claim"] = "claim"
    short: str = ""
    topic: str = ""
    as_of: dt.date | None = None
    fresh_days: Annotated[int, Field(ge=1)] = 366

    @model_validator(mode="after")
    def _short_named(self) -> Claim:
        unknown = sorted(set(placeholders(self.short)) - {f.name for f in self.figures})
        if unknown:
            raise ValueError(f"the short text names {', '.join(unknown)}, which is no figure of it")
        return self

    def said_short(self, values: Mapping[str, float | None] | None = None) -> str:
        """The short form with its numbers, or the whole sentence where there is no short form."""
        if not self.short:
            return self.said(values)
        return self.model_copy(update={"text": self.short}).said(values)


class Proposal(_Sentence):
    """A judgement that cannot be computed; it needs an owner, and stands as agreed once it is signed."""

    kind: Literal["proposal"] = "proposal"
    owner: Owner = Owner()
    signed_on: dt.date | None = None


class Gap(Part):
    """What is not known, and what would have to come for it to be known."""

    kind: Literal["gap"] = "gap"
    id: Id
    text: Annotated[str, Field(min_length=1)]
    waits_for: Annotated[str, Field(min_length=1)]
    owner: Owner = Owner()

    def said(self, values: Mapping[str, float | None] | None = None) -> str:
        """The gap as one sentence that says what it waits for."""
        return f"{self.text} Waits for {self.waits_for}."


Statement = Annotated[Claim | Proposal | Gap, Field(discriminator="kind")]
"""One of the three kinds."""
