"""The strategy as the database holds it: read whole once, then followed revision by revision."""

from __future__ import annotations

import datetime as dt
import json
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from django.db.models import Max

from custrata.errors import DocumentError
from custrata.strategy.blocks import Piece, document_of, revised
from custrata.strategy.document import Document
from custrata.web.strategies.models import BlockRevision, Strategy

MOST_KEPT = 32
"""Documents kept in one process."""


@dataclass(frozen=True)
class Head:
    """The strategy as it stands.

    Attributes:
        number: Number of the latest revision.
        document: What it says; ``document.revision`` is the number.
    """

    number: int
    document: Document


Written = dict[str, dt.datetime]
"""Blocks that a revision wrote, and when: no two revisions are the same in both."""

# No function of one value, as keeping.Kept has it: a head is made of the latest one that is known of the same
# strategy, and a save puts in what nobody has asked for yet.
_kept: OrderedDict[tuple[int, str], tuple[Document, Written]] = OrderedDict()
_lock = Lock()


def head_of(strategy: Strategy) -> Head:
    """The strategy as it stands.

    Args:
        strategy: The head.

    Raises:
        DocumentError: Nothing has been saved yet.
    """
    if strategy.number == 0:
        raise DocumentError("there is no strategy yet", remedy="build the data, then draft a strategy")
    key = (strategy.pk, strategy.mark)
    with _lock:
        found = _kept.get(key)
    if found is None:
        found = _followed(strategy) or _read(strategy)
        _keep(key, found)
    return Head(strategy.number, found[0])


def document_at(strategy: Strategy, number: int) -> Document:
    """The strategy as it stood at a revision.

    Args:
        strategy: The head.
        number: From 1 to the head's.
    """
    return document_of(pieces_at(strategy, number).values(), revision=number)


def pieces_at(strategy: Strategy, number: int) -> dict[str, Piece]:
    """The blocks as they stood at a revision, by address.

    Args:
        strategy: The head.
        number: From 0, where there are none, to the head's.
    """
    rows = BlockRevision.objects.filter(strategy=strategy.pk, number__lte=number)
    latest = rows.values("block").annotate(at=Max("number"))
    wanted = {row["block"]: row["at"] for row in latest}
    found = rows.filter(number__in=set(wanted.values())).only("number", "block", "place", "text")
    kept = [row for row in found if wanted[row.block] == row.number and row.text]
    return {row.block: _piece(row) for row in kept}


def saved_here(strategy: Strategy, document: Document, rows: list[BlockRevision]) -> None:
    """Remember what a save made, so that nobody reads it.

    Args:
        strategy: The head with the mark that the save gave.
        document: The strategy with it.
        rows: The blocks as they were written.
    """
    _keep((strategy.pk, strategy.mark), (document, {row.block: row.at for row in rows}))


def forget() -> None:
    """Forget all that was read."""
    with _lock:
        _kept.clear()


def _followed(strategy: Strategy) -> tuple[Document, Written] | None:
    """The latest document that is known here, with the blocks that were saved since; None where none is."""
    with _lock:
        known = [(d, written) for (pk, _), (d, written) in _kept.items() if pk == strategy.pk]
    before = [one for one in known if one[0].revision < strategy.number and one[1]]
    if not before:
        return None
    document, written = max(before, key=lambda one: one[0].revision)
    rows = list(
        BlockRevision.objects.filter(
            strategy=strategy.pk, number__gte=document.revision, number__lte=strategy.number
        ).only("number", "block", "place", "text", "at")
    )
    # A database that was put back may count the same numbers again, for other words.
    if _written(rows, document.revision) != written:
        return None
    pieces = {row.block: _piece(row) for row in rows if row.number > document.revision}
    made = revised(document, pieces.values(), revision=strategy.number)
    return made, _written(rows, strategy.number)


def _read(strategy: Strategy) -> tuple[Document, Written]:
    rows = BlockRevision.objects.filter(strategy=strategy.pk, number=strategy.number).only("block", "at")
    written = _written(list(rows), strategy.number)
    return document_at(strategy, strategy.number), written


def _written(rows: list[BlockRevision], number: int) -> Written:
    return {row.block: row.at for row in rows if row.number == number}


def _piece(row: BlockRevision) -> Piece:
    return Piece(row.block, row.place, json.loads(row.text) if row.text else None)


def _keep(key: tuple[int, str], found: tuple[Document, Written]) -> None:
    with _lock:
        _kept[key] = found
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
