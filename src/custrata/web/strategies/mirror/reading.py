"""An edit of the file becomes a revision, block by block; what both sides changed waits for a decision."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.db import transaction

from custrata.errors import CustrataError, DocumentError
from custrata.project.revising.mirroring import file_text, text_mark
from custrata.project.revising.saving import keep
from custrata.strategy.blocks import Piece, changed, document_of, pieces_of
from custrata.strategy.document import Document
from custrata.strategy.text import load
from custrata.web.audit.record import record
from custrata.web.strategies.models import Dispute, Origin, Strategy
from custrata.web.strategies.saving import change, pieces_at
from custrata.web.workspaces.models import Workspace

EDITED = "edited in strategy.yaml"


@dataclass(frozen=True)
class Parted:
    """Edits of the file, told apart.

    Attributes:
        free: Blocks that only the file changed.
        both: Blocks that were changed here, too.
    """

    free: tuple[Piece, ...]
    both: tuple[Piece, ...]


def read_in(workspace: Workspace) -> bool:
    """Take the edits of the file in.

    Args:
        workspace: Whose.

    Returns:
        Whether the file is known now; not when it holds no strategy, as then it is left for a person to mend.

    Raises:
        InputError: The folder of the project is gone.
    """
    place = workspace.place
    with transaction.atomic():
        strategy = Strategy.objects.select_for_update().get(workspace=workspace)
        try:
            text = file_text(place)
            if text_mark(text) == strategy.mirrored:
                return _known(strategy, text, strategy.mirrored_number)
            if not text:
                # Nobody edits by taking the file away: it is written anew.
                return _known(strategy, "", 0)
            document = load(text)
        except CustrataError as error:
            Strategy.objects.filter(pk=strategy.pk).update(trouble=str(error))
            return False
        if _is_ours(strategy, document):
            return _known(strategy, text, document.revision)
        keep(place, text)
        _take(strategy, document)
        return _known(strategy, text, strategy.mirrored_number)


def _known(strategy: Strategy, text: str, number: int) -> bool:
    Strategy.objects.filter(pk=strategy.pk).update(
        mirrored=text_mark(text), mirrored_number=number, trouble=""
    )
    return True


def _is_ours(strategy: Strategy, document: Document) -> bool:
    """Whether the file was written from here, and only the note of it was lost."""
    number = document.revision
    return 0 < number <= strategy.number and pieces_at(strategy, number) == pieces_of(document)


def _take(strategy: Strategy, document: Document) -> None:
    parted = _parted(strategy, document)
    try:
        change(
            strategy,
            None,
            lambda now: _with(now, parted.free),
            None,
            origin=Origin.FILE,
            note=EDITED,
            act="strategy.read",
        )
    except DocumentError:
        # Each side is a strategy, but not the two together: a person has to choose.
        parted = Parted((), (*parted.free, *parted.both))
    for piece in parted.both:
        _dispute(strategy, piece)


def _parted(strategy: Strategy, document: Document) -> Parted:
    base = pieces_at(strategy, strategy.mirrored_number or strategy.number)
    here = pieces_at(strategy, strategy.number)
    edits = [p for p in changed(base, pieces_of(document)) if _value(here, p.address) != p.value]
    free = tuple(p for p in edits if _value(here, p.address) == _value(base, p.address))
    return Parted(free, tuple(p for p in edits if p not in free))


def _value(pieces: dict[str, Piece], address: str) -> object:
    found = pieces.get(address)
    return found.value if found else None


def _with(document: Document, edits: tuple[Piece, ...]) -> Document:
    pieces = pieces_of(document) | {piece.address: piece for piece in edits}
    return document_of(pieces.values(), revision=document.revision)


def _dispute(strategy: Strategy, piece: Piece) -> None:
    text = "" if piece.value is None else json.dumps(piece.value, ensure_ascii=False)
    found, new = Dispute.objects.get_or_create(
        strategy=strategy,
        block=piece.address,
        text=text,
        defaults={"base": strategy.mirrored_number or strategy.number},
    )
    if new:
        record(
            "strategy.disputed", workspace=strategy.workspace, actor=None, thing=found.block, origin="file"
        )
