"""A rule as a value: conditions on what is known of a customer, joined by all, any and not."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from custrata.errors import CustrataError

_WRITABLE = r"^[^\x00]*$"
"""No database compares with the letter NUL."""
Words = Annotated[str, Field(min_length=1, max_length=300, pattern=_WRITABLE)]
MOST_VALUES = 5000
"""Values that one condition may list: a page's selection fits, a base of customers does not."""
MOST_PARTS = 100
MOST_DEPTH = 8


class RuleError(CustrataError):
    """The text of a rule does not hold one, or asks for what is not known of customers."""


class _Rule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False)


class Amount(_Rule):
    """A number within bounds.

    Attributes:
        column: What is compared.
        at_least: Lower bound, itself included.
        at_most: Upper bound, itself included.
        above: Lower bound, itself left out.
        below: Upper bound, itself left out.
    """

    column: Words
    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None

    @model_validator(mode="after")
    def _bounded(self) -> Amount:
        low = [b for b in (self.at_least, self.above) if b is not None]
        high = [b for b in (self.at_most, self.below) if b is not None]
        if not low and not high:
            raise ValueError("a number wants a bound: at_least, at_most, above or below")
        if low and high and max(low) > min(high):
            raise ValueError(f"nothing lies between {max(low):g} and {min(high):g}: swap the bounds")
        return self


class Text(_Rule):
    """A word that is one of some, or that contains some letters.

    Attributes:
        column: What is compared.
        is_: The words that count; written ``is``.
        contains: Letters that must stand in it; capitals make no difference.
        or_unknown: Whether customers of whom the word is not known count as well.
    """

    column: Words
    is_: Annotated[tuple[Words, ...], Field(alias="is", max_length=MOST_VALUES)] = ()
    contains: Annotated[str, Field(max_length=300, pattern=_WRITABLE)] = ""
    or_unknown: bool = False

    @model_validator(mode="after")
    def _one_way(self) -> Text:
        if bool(self.is_) == bool(self.contains):
            raise ValueError("a text wants either is or contains")
        return self


class Day(_Rule):
    """A day within a span.

    Attributes:
        column: What is compared.
        since: First day that counts.
        until: Last day that counts.
        last_days: So many days up to the last day of the data.
    """

    column: Words
    since: dt.date | None = None
    until: dt.date | None = None
    last_days: Annotated[int, Field(ge=1, le=36_500)] | None = None

    @model_validator(mode="after")
    def _spanned(self) -> Day:
        if self.since is None and self.until is None and self.last_days is None:
            raise ValueError("a day wants since, until or last_days")
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"no day lies between {self.since} and {self.until}: swap them")
        return self


class Known(_Rule):
    """Whether something is known at all."""

    column: Words
    known: bool


class InGroup(_Rule):
    """Whether the customer belongs to a group of the strategy; ``group`` is its id."""

    group: Words


class Every(_Rule):
    """All of the parts hold; without parts it is everybody."""

    all: Annotated[tuple[Rule, ...], Field(max_length=MOST_PARTS)]


class Some(_Rule):
    """At least one of the parts holds."""

    any: Annotated[tuple[Rule, ...], Field(min_length=1, max_length=MOST_PARTS)]


class Not(_Rule):
    """The part does not hold; who is not known to fulfil it counts as not fulfilling it."""

    not_: Annotated[Rule, Field(alias="not")]


Leaf = Amount | Text | Day | Known | InGroup
Rule = Amount | Text | Day | Known | InGroup | Every | Some | Not

for _model in (Every, Some, Not):
    _model.model_rebuild()


EVERYBODY = Every(all=())
"""The rule that holds for every customer."""


def parts(rule: Rule) -> tuple[Rule, ...]:
    """The rules joined by a rule; nothing for a condition."""
    match rule:
        case Every():
            return rule.all
        case Some():
            return rule.any
        case Not():
            return (rule.not_,)
    return ()


def leaves(rule: Rule) -> tuple[Leaf, ...]:
    """The conditions of a rule, in their order."""
    if isinstance(rule, Every | Some | Not):
        return tuple(leaf for part in parts(rule) for leaf in leaves(part))
    return (rule,)


def columns_of(rule: Rule) -> frozenset[str]:
    """What a rule asks of customers."""
    return frozenset(leaf.column for leaf in leaves(rule) if not isinstance(leaf, InGroup))


def steps(rule: Rule) -> tuple[Rule, ...]:
    """The conditions that a customer must pass one after another.

    Example:
        >>> gold, new = Text(column="tier", is_=("gold",)), Amount(column="age", at_most=90)
        >>> len(steps(Every(all=(gold, new)))), len(steps(Some(any=(gold, new))))
        (2, 1)
    """
    return rule.all if isinstance(rule, Every) else (rule,)


def plain(rule: Rule) -> dict[str, Any]:
    """A rule as plain values, as it is written in YAML and JSON."""
    return rule.model_dump(mode="json", by_alias=True, exclude_defaults=True)
