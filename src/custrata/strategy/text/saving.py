"""Saves a document over a text that a person may have edited, and keeps what the person added."""

from __future__ import annotations

from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.text.comments import collect, in_order, put_back
from custrata.strategy.text.nodes import parse
from custrata.strategy.text.reading import load
from custrata.strategy.text.writing import dump, to_plain, to_text


def save_over(text: str, document: Document) -> str:
    """The document as text, with the comments and the order of an older text.

    Args:
        text: The older text; comments at values that the document still has are kept, and the order of keys.
        document: What the new text must hold.

    Raises:
        DocumentError: When the older text is no YAML.
    """
    old = parse(text)
    if not isinstance(old.value, dict):
        return dump(document)
    ordered = to_text(in_order(to_plain(document), old))
    new = put_back(ordered, collect(text, old))
    try:
        kept = load(new) == document
    except DocumentError:
        kept = False
    return new if kept else ordered
