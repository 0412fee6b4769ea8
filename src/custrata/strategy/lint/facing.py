"""What customers are to read: propositions, messages, outcomes and what they think on their way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from custrata.strategy.document import Document
from custrata.strategy.lint.texts import bare, own_texts, texts_in
from custrata.strategy.parts.offering.proposition import Alternative, PropositionTest
from custrata.strategy.parts.papers.message_map import MessageUse
from custrata.strategy.parts.part import Part, walk


class Facing(NamedTuple):
    """A text towards customers: its place, its words, and the id of the group; empty for every group."""

    place: str
    words: str
    group: str


OURS = {Alternative: ("name",), PropositionTest: ("with_whom", "result"), MessageUse: ("channel",)}
"""Fields inside those parts that customers do not read, or that are their own words."""


def promised(document: Document) -> Iterator[Facing]:
    """What is promised to customers: propositions, messages, and the promise of each group."""
    for group in document.groups:
        if group.proposition is not None:
            place = f"groups[{group.id}].proposition"
            yield from (Facing(*text, group.id) for text in texts_in(group.proposition, place))
    for proposition in document.propositions:
        yield from _read(proposition, f"propositions[{proposition.id}]", proposition.group)
    for paper in document.message_maps:
        yield from _read(paper, f"message_maps[{paper.id}]", paper.group)


def lived(document: Document) -> Iterator[Facing]:
    """What is to become true for customers, and what they think on their way."""
    for outcome in document.outcomes:
        place, groups = f"outcomes[{outcome.id}].statement", outcome.groups
        group = groups[0] if len(groups) == 1 else ""
        yield from (Facing(*text, group) for text in own_texts(outcome.statement, place))
    for journey in document.journey_maps:
        for stage in journey.stages:
            place = f"journey_maps[{journey.id}].stages[{stage.id}]"
            for position, thought in enumerate(stage.thinks):
                yield Facing(f"{place}.thinks[{position}]", bare(thought), journey.group)
            if stage.outcome is not None:
                found = own_texts(stage.outcome, f"{place}.outcome")
                yield from (Facing(*text, journey.group) for text in found)


def _read(part: Part, path: str, group: str) -> Iterator[Facing]:
    for place, inner in walk(part, path):
        hidden = {f"{place}.{field}" for field in OURS.get(type(inner), ())}
        for text in own_texts(inner, place):
            if text.place not in hidden:
                yield Facing(*text, group)
