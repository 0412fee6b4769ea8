"""How far a strategy is signed, in the words of the mark on every slide and of the list on the cover."""

from __future__ import annotations

from custrata.delivery.deck.material import day_text
from custrata.strategy.document import Document
from custrata.strategy.revision.content import Signature, SignState, agreed, signatures, signed_on_other

NEWER = " · figures newer than the signatures"
"""Stands behind the mark where the words are signed and the figures came later."""


def standing(document: Document, fingerprint: str) -> tuple[str, bool]:
    """The mark, and whether every owner has signed the present content.

    Args:
        document: The strategy.
        fingerprint: That of the snapshot whose figures are shown.

    Returns:
        Such as ``DRAFT · 3 of 5 owners signed``; an edit after a signature opens it again. Signed words over
        figures that no signature was given on are said to be that.
    """
    found = signatures(document)
    held = [s for s in found if s.state is SignState.SIGNED]
    if agreed(document):
        # A signature itself counts a revision up: what was signed is what the document says now.
        newer = NEWER if signed_on_other(document, fingerprint) else ""
        return f"Signed, revision {document.revision}{newer}", True
    opened = any(s.state is SignState.OPEN_AGAIN for s in found)
    since = ", changed since signed" if opened else ""
    return f"DRAFT · {len(held)} of {len(found)} owners signed{since}", False


def said(signature: Signature) -> str:
    """Where the agreement of one function stands, for the cover.

    Args:
        signature: The agreement as it stands now.
    """
    by = f" by {signature.name}" if signature.name else ""
    match signature.state:
        case SignState.SIGNED:
            return f"signed{by}, {day_text(signature.on)}" if signature.on else f"signed{by}"
        case SignState.OPEN_AGAIN:
            return f"changed since signed{by}"
        case SignState.DECLINED:
            return f"declined{by}"
        case _:
            return "not signed"
