"""How far a strategy is signed, in the words of the mark on every slide."""

from __future__ import annotations

from custrata.strategy.document import Document


def standing(document: Document) -> tuple[str, bool]:
    """The mark, and whether every owner has signed the present content.

    Args:
        document: The strategy.
    """
    signed = [s.signed for s in document.sign_offs]
    if signed and all(signed):
        return f"Signed, revision {document.revision}", True
    return f"DRAFT · {sum(signed)} of {len(signed)} owners signed", False
