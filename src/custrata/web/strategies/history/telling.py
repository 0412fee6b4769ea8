"""Revisions as people read them: who, when, how, which blocks; and what changed between two, in sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from custrata.strategy.document import Document
from custrata.strategy.revision.compare import Change, compare
from custrata.strategy.revision.wording import sections
from custrata.web.strategies.conflicts.showing import named_block
from custrata.web.strategies.conflicts.sides import marked
from custrata.web.strategies.models import BlockRevision, Origin, Strategy

A_PAGE = 30
"""Revisions that a page shows."""


@dataclass(frozen=True)
class Revision:
    """One save.

    Attributes:
        number: Its number.
        who: Who saved; empty for the program.
        at: When.
        origin: How it came, in words.
        note: What the person said about it.
        blocks: Addresses and names of the blocks that changed.
        own: Whether the one who asks saved it.
    """

    number: int
    who: str
    at: dt.datetime
    origin: str
    note: str
    blocks: tuple[tuple[str, str], ...]
    own: bool

    @property
    def few(self) -> tuple[tuple[str, str], ...]:
        """The first blocks."""
        return self.blocks[:6]

    @property
    def more(self) -> int:
        """How many further ones there are."""
        return max(0, len(self.blocks) - 6)


@dataclass(frozen=True)
class Told:
    """What changed in a section.

    Attributes:
        section: Its name.
        lines: Part, and what changed in it.
        texts: Sentences that changed: where, what stood, what stands, both marked.
    """

    section: str
    lines: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, SafeString, SafeString], ...]


def revisions_of(
    strategy: Strategy, user: int, *, block: str = "", before: int | None = None
) -> tuple[list[Revision], int | None]:
    """The revisions of a strategy, newest first.

    Args:
        strategy: Whose.
        user: Number of the person who asks.
        block: Address of the one block that is asked about; empty for all.
        before: Only revisions with a smaller number.

    Returns:
        A page of them, and the number before which the next page begins; None on the last page.
    """
    rows = BlockRevision.objects.filter(strategy=strategy)
    if block:
        rows = rows.filter(block=block)
    if before is not None:
        rows = rows.filter(number__lt=before)
    numbers = list(rows.order_by("-number").values_list("number", flat=True).distinct()[: A_PAGE + 1])
    shown = numbers[:A_PAGE]
    found: dict[int, list[BlockRevision]] = {number: [] for number in shown}
    wanted = BlockRevision.objects.filter(strategy=strategy, number__in=shown).select_related("author")
    for row in wanted.defer("text"):
        found[row.number].append(row)
    return [_revision(number, rows, user) for number, rows in found.items()], (
        shown[-1] if len(numbers) > A_PAGE else None
    )


def differences(before: Document, after: Document) -> list[Told]:
    """What changed between two versions, in sentences and as marked text.

    Args:
        before: The older one.
        after: The newer one.
    """
    # The number counts saves; it is nothing that the strategy says.
    changes = compare(before.model_copy(update={"revision": after.revision}), after)
    told = []
    for section, lines in sections(changes):
        said = tuple((line.part, "; ".join(line.told)) for line in lines)
        told.append(Told(section, said, tuple(_texts(c for c in changes if c.section == section))))
    return told


def _texts(changes: Iterable[Change]) -> list[tuple[str, SafeString, SafeString]]:
    pairs = dict.fromkeys(
        (change.part, *change.said) for change in changes if change.said and change.said[0] != change.said[1]
    )
    return [(part, *marked(was, now)) for part, was, now in pairs]


def _revision(number: int, rows: list[BlockRevision], user: int) -> Revision:
    first = rows[0]
    return Revision(
        number,
        str(first.author) if first.author else "",
        first.at,
        Origin(first.origin).label,
        first.note,
        tuple((row.block, named_block(row.block)) for row in rows),
        first.author_id == user,
    )
