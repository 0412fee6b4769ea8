"""From plain values to a document, with errors that name the place; the gate of every form but YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.text.paths import label, written
from custrata.strategy.text.reading import KINDS, REMEDIES
from custrata.strategy.upgrade import upgrade


def from_plain(plain: Any) -> Document:
    """The document that mappings, lists and scalars hold.

    Args:
        plain: Values as a form gives them; older forms are upgraded.

    Raises:
        DocumentError: When they hold none; names the path, and counts what else is wrong.

    Example:
        >>> from_plain({"company": "A"}).company
        'A'
    """
    if not isinstance(plain, Mapping):
        raise DocumentError("there is no strategy in it", remedy="begin with the field company")
    try:
        return Document.model_validate(upgrade(plain))
    except ValidationError as error:
        raise explained(error, plain) from error


def explained(error: ValidationError, plain: Any) -> DocumentError:
    """What is wrong with plain values, in words, at its path.

    Args:
        error: What the form of the document says of them.
        plain: The values.
    """
    first = error.errors()[0]
    path = written(_path(plain, first["loc"]))
    message = first["msg"].removeprefix("Value error, ")
    others = error.error_count() - 1
    return DocumentError(
        f"{message[:1].lower()}{message[1:]}",
        where=path or "document",
        how_many=others + 1 if others else None,
        remedy=REMEDIES.get(first["type"], "mend the value"),
        path=path,
    )


def _path(plain: Any, steps: tuple[int | str, ...]) -> tuple[str, ...]:
    path: list[str] = []
    for step in steps:
        if isinstance(plain, list | tuple) and isinstance(step, int) and step < len(plain):
            plain = plain[step]
            path.append(label(plain, step))
        elif isinstance(plain, Mapping) and isinstance(step, int) and step < len(plain):
            # Pairs that are written as a mapping, such as scores: the name says more than its place. The
            # step after it says whether the name or the value is meant.
            path.append(str(list(plain)[step]))
            return tuple(path)
        elif isinstance(plain, Mapping) and step in plain:
            plain = plain[step]
            path.append(str(step))
        elif str(step) not in KINDS:
            path.append(str(step))
    return tuple(path)
