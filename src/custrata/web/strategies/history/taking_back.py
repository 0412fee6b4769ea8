"""A block, a save or the whole strategy as it was before: always a new revision, never a rewritten one."""

from __future__ import annotations

from custrata.errors import DocumentError
from custrata.strategy.blocks import Piece, document_of, pieces_of
from custrata.strategy.document import Document
from custrata.web.accounts.models import User
from custrata.web.strategies.models import BlockRevision, Origin, Strategy
from custrata.web.strategies.saving import Saved, change, document_at, pieces_at

SIGNATURES = "sign_offs"
"""Begins the addresses of signatures: these are given and taken back by who gave them."""


def restore(strategy: Strategy, number: int, base: int, author: User, block: str = "") -> Saved:
    """Bring back what stood at a revision; signatures stay as they are.

    Args:
        strategy: Whose.
        number: The revision.
        base: Number of the revision that the person looked at.
        author: Who.
        block: Address of the one block that is brought back; empty for the whole.

    Raises:
        Conflict: A block that is brought back was saved by somebody else since ``base``.
        DocumentError: What comes of it is no strategy.
    """
    if block.startswith(SIGNATURES):
        raise DocumentError(
            "a signature is not brought back",
            where=block,
            remedy="the function signs again on the page Sign-off",
        )
    what = block or "the whole strategy"
    former = pieces_of(document_at(strategy, number))

    def make(now: Document) -> Document:
        pieces = pieces_of(now)
        wanted = {block} if block else {a for a in {*former, *pieces} if not a.startswith(SIGNATURES)}
        return _with(now, pieces, {address: former.get(address) for address in wanted})

    note = f"{what} as in revision {number}"
    return change(strategy, base, make, author, origin=Origin.RESTORE, note=note, act="strategy.restored")


def undo(strategy: Strategy, number: int, author: User) -> Saved:
    """Take back one's own save, as long as nobody changed its blocks since.

    Args:
        strategy: Whose.
        number: The save.
        author: Who; only the one who saved may take it back.

    Raises:
        Conflict: A block of it was saved by somebody else since.
        DocumentError: It was not one's own, or it is the first.
    """
    rows = list(BlockRevision.objects.filter(strategy=strategy, number=number, author=author))
    if not rows or number <= 1:
        raise DocumentError("only one's own save can be taken back", remedy="restore it from the history")
    former = pieces_at(strategy, number - 1)
    blocks = {row.block: former.get(row.block) for row in rows}
    return change(
        strategy,
        number,
        lambda now: _with(now, pieces_of(now), blocks),
        author,
        origin=Origin.UNDO,
        note=f"takes back revision {number}",
        act="strategy.undone",
    )


def _with(now: Document, pieces: dict[str, Piece], wanted: dict[str, Piece | None]) -> Document:
    kept = {address: piece for address, piece in pieces.items() if address not in wanted}
    back = {address: piece for address, piece in wanted.items() if piece is not None}
    return document_of((kept | back).values(), revision=now.revision)
