"""From text to document, with errors that name the place."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.text.nodes import Node, parse
from custrata.strategy.text.paths import label, written
from custrata.strategy.upgrade import upgrade

KINDS = frozenset({"claim", "proposal", "gap"})
REMEDIES = {
    "extra_forbidden": "take the field out, or mend its spelling",
    "missing": "add the field",
    "string_type": "put the value in quotes",
    "union_tag_not_found": "say of which kind the statement is: claim, proposal or gap",
    "union_tag_invalid": "say of which kind the statement is: claim, proposal or gap",
    "string_pattern_mismatch": "begin with a letter; use letters, digits, - and _",
}


def load(text: str) -> Document:
    """The document that a text holds.

    Args:
        text: YAML as :func:`custrata.strategy.text.dump` writes it, edited or not.

    Raises:
        DocumentError: When it holds none; names the path and the line, and counts what else is wrong.
    """
    root = parse(text)
    data = root.plain()
    if not isinstance(data, dict):
        raise DocumentError(
            "the text holds no strategy", remedy="write one with `custrata draft`, or begin with `company:`"
        )
    try:
        return Document.model_validate(upgrade(data))
    except ValidationError as error:
        raise _explained(error, root) from error


def _explained(error: ValidationError, root: Node) -> DocumentError:
    first = error.errors()[0]
    path, line = _place(root, first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    others = error.error_count() - 1
    return DocumentError(
        f"{message[:1].lower()}{message[1:]}",
        where=f"{written(path) or 'document'}, line {line + 1}",
        how_many=others + 1 if others else None,
        remedy=REMEDIES.get(first["type"], "mend the value"),
        path=written(path),
        line=line + 1,
    )


def _place(root: Node, loc: tuple[int | str, ...]) -> tuple[tuple[str, ...], int]:
    node, path, line = root, [], root.line
    for step in loc:
        inner: Any = None
        if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            inner = node.value[step]
            path.append(label(inner.plain(), step))
        elif isinstance(node.value, dict):
            if isinstance(step, int) and step < len(node.value):
                # Pairs that are written as a mapping, such as scores: named, and not by their place.
                name = list(node.value)[step]
                return (*path, str(name)), node.value[name].key_line
            if step in node.value:
                inner = node.value[step]
                path.append(str(step))
            elif str(step) not in KINDS:
                path.append(str(step))
        if inner is not None:
            node, line = inner, inner.key_line
    return tuple(path), line
