"""The published JSON Schema of the strategy: closed, draft 2020-12."""

from __future__ import annotations

import json
from typing import Any

from custrata.strategy.document import Document
from custrata.strategy.forms.shape import Sort, slots
from custrata.strategy.parts.part import Part

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema of the document as JSON and YAML write it.

    Example:
        >>> json_schema()["additionalProperties"]
        False
    """
    found = Document.model_json_schema()
    kinds = {kind.__name__: kind for kind in kinds_of(Document)}
    for name, shape in found["$defs"].items():
        if name in kinds:
            _as_mappings(kinds[name], shape)
    return {
        "$schema": DIALECT,
        "title": "Customer strategy",
        **{k: v for k, v in found.items() if k != "title"},
    }


def schema_text() -> str:
    """The schema as the file that is published."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def kinds_of(kind: type[Part]) -> tuple[type[Part], ...]:
    """A kind of part and all that may stand in it, each once, the outer before the inner.

    Args:
        kind: Where to begin.
    """
    found: dict[type[Part], None] = {kind: None}
    for slot in slots(kind):
        for inner in slot.kinds:
            found |= dict.fromkeys(kinds_of(inner))
    return tuple(found)


def _as_mappings(kind: type[Part], shape: dict[str, Any]) -> None:
    """Pairs are written as a mapping, whatever they are inside."""
    for slot in slots(kind):
        if slot.sort is not Sort.PAIRS:
            continue
        old = shape["properties"][slot.name]
        value = old["items"]["prefixItems"][1]
        kept = {key: old[key] for key in ("title",) if key in old}
        shape["properties"][slot.name] = {
            **kept,
            "type": "object",
            "additionalProperties": value,
            "default": {},
        }
