"""Saves of a strategy: each is a revision of some blocks; the second to the same block is shown the first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.dispatch import Signal

from custrata.errors import DocumentError
from custrata.strategy.blocks import Piece, changed, document_of, pieces_of, revised
from custrata.strategy.document import Document
from custrata.strategy.revision.setting import with_value
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.strategies.models import BlockRevision, Origin, Strategy, fresh_mark
from custrata.web.strategies.reading import Head, document_at, head_of, pieces_at, saved_here
from custrata.web.workspaces.models import Workspace

__all__ = ["Conflict", "Head", "Saved", "begin", "change", "document_at", "head_of", "pieces_at"]
__all__ += ["saved", "set_value", "strategy_of", "texts_at"]

Change = Callable[[Document], Document]

SIGNING = frozenset(
    {"strategy.functions_asked", "strategy.signed", "strategy.declined", "strategy.withdrawn"}
)
"""Acts that may change who has signed."""

saved = Signal()
"""Sent with ``workspace`` once a revision stands in the database."""


@dataclass(frozen=True)
class Saved:
    """What a save gave.

    Attributes:
        number: Number of the revision; the former one where nothing was changed.
        document: The strategy with it.
        blocks: Addresses of the blocks that were changed.
    """

    number: int
    document: Document
    blocks: tuple[str, ...]


class Conflict(Exception):
    """Somebody else has saved one of the blocks since it was read; nothing was saved.

    Attributes:
        number: Number of the latest revision, to save over knowingly.
        theirs: The blocks as they stand now, by address; None where they are gone.
        mine: The same blocks as they were to be saved.
        by: Who saved them, by address; empty where the program did.
    """

    def __init__(self, number: int, theirs: dict[str, Any], mine: dict[str, Any], by: dict[str, str]) -> None:
        super().__init__(f"somebody else has saved {', '.join(theirs)} in the meantime")
        self.number = number
        self.theirs = theirs
        self.mine = mine
        self.by = by


def strategy_of(workspace: Workspace) -> Strategy:
    """The head of a workspace's strategy; made where there is none."""
    return Strategy.objects.get_or_create(workspace=workspace)[0]


def begin(
    workspace: Workspace, document: Document, author: User | None, origin: Origin = Origin.DRAFT
) -> Saved:
    """Save a first strategy, or one in place of all that stands; the former one stays in the history.

    Args:
        workspace: Where.
        document: The strategy.
        author: Who; None for the program.
        origin: How it came.
    """
    strategy = strategy_of(workspace)
    return change(strategy, None, lambda before: document, author, origin=origin)


def set_value(
    strategy: Strategy,
    path: str,
    written: str,
    base: int,
    author: User | None,
    *,
    origin: Origin = Origin.PERSON,
) -> Saved:
    """Set one value by its path.

    Args:
        strategy: The head.
        path: Such as ``groups[gold].intent.intent``, or begun by an id: ``E04.text``.
        written: Text as it stands for a text; YAML for all else.
        base: Number of the revision that the person looked at.
        author: Who.
        origin: How it came.

    Raises:
        Conflict: The block was saved by somebody else since ``base``.
        DocumentError: The path leads nowhere, or the value does not fit.
    """
    return change(strategy, base, lambda before: with_value(before, path, written), author, origin=origin)


def change(
    strategy: Strategy,
    base: int | None,
    make: Change,
    author: User | None,
    *,
    origin: Origin = Origin.PERSON,
    note: str = "",
    act: str = "strategy.saved",
    **detail: Any,
) -> Saved:
    """Save what a change makes of the strategy, as one revision.

    Args:
        strategy: The head.
        base: Number of the revision that the person looked at; None where the latest is meant in any case.
        make: Gives the document as it shall be from the one that stands.
        author: Who; None for the program.
        origin: How it came.
        note: What the person says about it.
        act: What the log calls it.
        detail: Further facts for the log.

    Raises:
        Conflict: A block that changes was saved by somebody else since ``base``.
        DocumentError: What the change makes is no strategy.
    """
    with transaction.atomic():
        # PostgreSQL locks the row; on SQLite the transaction has begun as a writer, which is the same.
        now = Strategy.objects.select_for_update().select_related("workspace").get(pk=strategy.pk)
        standing = head_of(now).document if now.number else Document(schema_version=2, company="-")
        before = pieces_of(standing) if now.number else {}
        made = make(standing)
        after = pieces_of(made)
        pieces = changed(before, after)
        if not pieces:
            return Saved(now.number, standing, ())
        _refuse_forged(author, origin, act, pieces)
        if base is not None:
            _refuse_overtaken(now, base, before, pieces)
        # A strategy that has a past goes on counting.
        number = now.number + 1 if now.number else made.revision
        # What was made may have been put together unchecked: only what the form takes is saved.
        document = (
            revised(standing, pieces, revision=number)
            if now.number
            else document_of(after.values(), revision=number)
        )
        rows = BlockRevision.objects.bulk_create(
            [_row(now, number, piece, author, origin, note) for piece in pieces]
        )
        now.number, now.mark = number, fresh_mark()
        now.save(update_fields=["number", "mark"])
        blocks = tuple(piece.address for piece in pieces)
        record(
            act,
            workspace=now.workspace,
            actor=author,
            thing=blocks[0] if len(blocks) == 1 else f"{len(blocks)} blocks",
            revision=number,
            origin=str(origin),
            **detail,
        )
        transaction.on_commit(lambda: _after(now, document, rows), robust=True)
    strategy.number, strategy.mark = now.number, now.mark
    return Saved(number, document, blocks)


def _refuse_forged(author: User | None, origin: Origin, act: str, pieces: Iterable[Piece]) -> None:
    """Nobody signs for another function by editing its signature: whoever answers does so on the sign-off."""
    edited = author is not None and origin in (Origin.PERSON, Origin.API, Origin.MERGE)
    signed = [piece.address for piece in pieces if piece.address.startswith("sign_offs[")]
    if edited and signed and act not in SIGNING:
        raise DocumentError(
            "a signature is given, not written",
            where=signed[0],
            remedy="sign or decline on the sign-off page",
        )


def _row(
    strategy: Strategy, number: int, piece: Piece, author: User | None, origin: Origin, note: str
) -> BlockRevision:
    return BlockRevision(
        strategy=strategy,
        number=number,
        block=piece.address,
        place=piece.place,
        text="" if piece.value is None else json.dumps(piece.value, ensure_ascii=False, default=str),
        author=author,
        origin=origin,
        note=note[:300],
    )


def _refuse_overtaken(
    strategy: Strategy, base: int, before: dict[str, Piece], pieces: Iterable[Piece]
) -> None:
    """Refuse where a block whose words change was given other words since; a move among siblings is none."""
    mine = {
        p.address: p.value for p in pieces if p.address not in before or before[p.address].value != p.value
    }
    later = BlockRevision.objects.filter(strategy=strategy, number__gt=base, block__in=mine).select_related(
        "author"
    )
    by = {row.block: str(row.author) if row.author else "" for row in later}
    if not by:
        return
    read = texts_at(strategy, base, by)
    theirs = {block: before[block].value if block in before else None for block in by}
    other = [block for block in by if read.get(block) != theirs[block] and theirs[block] != mine[block]]
    if other:
        raise Conflict(
            strategy.number,
            {block: theirs[block] for block in other},
            {block: mine[block] for block in other},
            {block: by[block] for block in other},
        )


def texts_at(strategy: Strategy, number: int, blocks: Iterable[str]) -> dict[str, Any]:
    """What some blocks held at a revision, by address; None where a block was taken out.

    Args:
        strategy: The head.
        number: The revision.
        blocks: Their addresses.
    """
    rows = BlockRevision.objects.filter(strategy=strategy, number__lte=number, block__in=list(blocks))
    return {row.block: json.loads(row.text) if row.text else None for row in rows.order_by("number")}


def _after(strategy: Strategy, document: Document, rows: list[BlockRevision]) -> None:
    """What follows a commit: the document is known here, and whoever follows saves is told."""
    saved_here(strategy, document, rows)
    saved.send(Strategy, workspace=strategy.workspace)
