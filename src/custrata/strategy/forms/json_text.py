"""The strategy as JSON text, for programs."""

from __future__ import annotations

import json
from typing import Any

from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.forms.plain import from_plain
from custrata.strategy.text.writing import to_plain


def to_json(document: Document) -> str:
    """The document as JSON, fields in the order of the document, defaults left out.

    Args:
        document: What to write.

    Returns:
        Text from which :func:`from_json` makes an equal document; equal documents have equal texts.

    Example:
        >>> print(to_json(Document(schema_version=2, company="A")))
        {
          "schema_version": 2,
          "company": "A",
          "revision": 1
        }
        <BLANKLINE>
    """
    return json.dumps(to_plain(document), ensure_ascii=False, indent=2, default=str, allow_nan=False) + "\n"


def from_json(text: str) -> Document:
    """The document that a JSON text holds.

    Args:
        text: JSON as :func:`to_json` writes it, edited or not.

    Raises:
        DocumentError: When the text is no JSON, names a field twice, or holds no strategy; with the place.
    """
    try:
        plain = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_once, parse_constant=_refused)
    except json.JSONDecodeError as error:
        raise DocumentError(
            f"the text is not JSON: {error.msg}",
            where=f"line {error.lineno}",
            remedy="mend the line; commas and quotes are the usual causes",
        ) from error
    except (RecursionError, ValueError) as error:
        raise DocumentError(
            "the text nests too deep, or holds a number too long, for a strategy",
            remedy="check that it is the right file",
        ) from error
    return from_plain(plain)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DocumentError(
            "a field stands there twice", where=twice, remedy="take one of the two out, and mind which"
        )
    return found


def _refused(word: str) -> Any:
    raise DocumentError(f"a strategy cannot hold {word}", where=word, remedy="write a number, or null")
