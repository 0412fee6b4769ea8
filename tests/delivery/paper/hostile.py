"""The full strategy with every text that people write made hostile to a typesetter."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.delivery.paper.written import full_document, full_snapshot

from custrata.delivery.deliverable import Given
from custrata.evidence.check import evaluate
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Part

MARKUP = '#import "x": * $a^2$ ] ) `raw` *b* _i_ <tag> @ref // \\u{0} #sys.inputs = h ~ -- "q"'
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
# fmt: off
_WRITTEN = {
    "text", "waits_for", "words", "name", "title", "question", "would_change", "set_up", "reasons",
    "guardrails", "does_not", "handovers", "wording", "proof", "thinks", "decision_moments",
    "content", "human_touch", "company", "for_whom", "who_need", "we_provide", "unlike", "channel",
    "decided", "stop", "start", "go_on", "minutes",
}
# fmt: on
"""Fields that hold people's words."""


def spoilt(text: str, extra: str = MARKUP) -> str:
    """A text with markup in front of it; placeholders stay."""
    return f"{extra} {text}"


@cache
def hostile(extra: str = MARKUP) -> Given:
    """Everything that a page is given, with hostile texts."""
    document = _walked(full_document(), extra)
    snapshot = full_snapshot()
    return Given(snapshot, document, evaluate(document, snapshot))


def _walked(document: Document, extra: str) -> Document:
    return Document.model_validate(_spoilt(document, extra))


def _spoilt(part: Part, extra: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in type(part).model_fields:
        value = getattr(part, field)
        if isinstance(value, Part):
            value = _spoilt(value, extra)
        elif isinstance(value, tuple):
            value = tuple(_item(v, field, extra) for v in value)
        elif isinstance(value, str) and value and field in _WRITTEN and not _is_figure(part):
            value = spoilt(value, extra)
        found[field] = value
    return found


def _item(value: object, field: str, extra: str) -> object:
    if isinstance(value, Part):
        return _spoilt(value, extra)
    return spoilt(value, extra) if isinstance(value, str) and field in _WRITTEN else value


def _is_figure(part: Part) -> bool:
    return type(part).__name__ in {"Figure", "ReadingKey", "Owner"}
