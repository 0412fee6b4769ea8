"""From document to text: plain values in the order of the document, defaults left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from io import StringIO
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from custrata.strategy.document import Document
from custrata.strategy.parts.part import Part

WIDTH = 110
_UNFOLDED = 10**9
ALWAYS = frozenset({"kind", "schema_version", "id", "revision"})
"""Fields that are written even when they hold what they would hold anyway."""

FIRST = ("kind", "id", "name")
"""Fields that are written before the others, so that a person sees at once what the lines are about."""

ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that only survive in quotes with escapes: controls and ends of line other than the usual one."""

PAIRS = frozenset({"segment", "scores"})
"""Fields that are pairs inside and a mapping in the text; the word may name another field elsewhere."""


def dump(document: Document) -> str:
    """The document as YAML that a person can edit.

    Args:
        document: What to write.

    Returns:
        Text from which :func:`custrata.strategy.text.load` makes an equal document.
    """
    return to_text(to_plain(document))


def to_plain(part: Part) -> dict[str, Any]:
    """A part as mappings, lists and scalars; fields that hold their default are left out."""
    plain: dict[str, Any] = {}
    for name, value in spoken(part):
        pairs = name in PAIRS and isinstance(value, tuple)
        plain[name] = {plain_value(k): plain_value(v) for k, v in value} if pairs else plain_value(value)
    return plain


def spoken(part: Part) -> Iterator[tuple[str, Any]]:
    """The fields of a part that say something, with what they hold, in the order of the text."""
    for name, default in _written(type(part)):
        value = getattr(part, name)
        if (name in ALWAYS and value is not None) or (value is not default and value != default):
            yield name, value


@cache
def _written(kind: type[Part]) -> tuple[tuple[str, Any], ...]:
    """The fields of a kind of part in the order of the text, with their defaults."""
    fields = kind.model_fields
    ordered = sorted(fields, key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
    return tuple((name, _default(fields[name])) for name in ordered)


def _default(info: FieldInfo) -> Any:
    return PydanticUndefined if info.is_required() else info.get_default(call_default_factory=True)


def to_text(plain: dict[str, Any] | list[Any]) -> str:
    """Plain values as YAML text, long sentences folded."""
    yaml = YAML()
    # Folding a quoted text between its escapes loses blanks: where there are such texts, nothing is folded.
    yaml.width = _UNFOLDED if _has_escapes(plain) else WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    yaml.representer.ignore_aliases = lambda _: True
    stream = StringIO()
    yaml.dump(plain, stream)
    return stream.getvalue()


def _has_escapes(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_has_escapes(part) for pair in value.items() for part in pair)
    if isinstance(value, list):
        return any(_has_escapes(item) for item in value)
    return isinstance(value, DoubleQuotedScalarString)


def plain_value(value: Any) -> Any:
    """A value of a field as mappings, lists and scalars."""
    if isinstance(value, Part):
        return to_plain(value)
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, str) and ODD.search(value):
        return DoubleQuotedScalarString(value)
    return value.value if isinstance(value, Enum) else value
