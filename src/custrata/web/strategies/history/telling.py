"""Revisions as people read them: who, when, how, which blocks; and what changed between two, in sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from custrata.strategy.document import Document, SignOff
from custrata.strategy.revision.compare import Change, compare
from custrata.strategy.revision.wording import sections
from custrata.web.strategies.conflicts.showing import named_block
from custrata.web.strategies.conflicts.sides import marked
from custrata.web.strategies.history.taking_back import SIGNATURES
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
    found = compare(before.model_copy(update={"revision": after.revision}), after)
    changes = [c for c in found if not c.path.startswith(SIGNATURES)]
    told: dict[str, Told] = {}
    for section, lines in sections([c for c in changes if not _reworded(c)]):
        said = tuple((line.part, "; ".join(line.told)) for line in lines)
        told[section] = Told(section, said, ())
    for section in dict.fromkeys(c.section for c in changes if _reworded(c)):
        texts = tuple(_texts(c for c in changes if c.section == section))
        told[section] = Told(section, told[section].lines if section in told else (), texts)
    return [*told.values(), *_signed(before, after)]


def _reworded(change: Change) -> bool:
    """Whether a sentence says something else, which marked text tells better than words about it."""
    return change.said is not None and change.said[0] != change.said[1]


def _signed(before: Document, after: Document) -> list[Told]:
    """The answers of functions that changed, as people say them and not as they are stored."""
    was = {one.function: one for one in before.sign_offs}
    lines = [
        (one.function.capitalize(), answer_of(one)) for one in after.sign_offs if was.get(one.function) != one
    ]
    gone = [(name.capitalize(), "is asked no more") for name in was if name not in _functions(after)]
    return [Told("Sign-off", (*lines, *gone), ())] if lines or gone else []


def _functions(document: Document) -> set[str]:
    return {one.function for one in document.sign_offs}


def answer_of(sign_off: SignOff) -> str:
    """What a function answered, in words.

    Example:
        >>> answer_of(SignOff(function="board", name="Ann", declined_because="Too dear."))
        'declined by Ann: Too dear.'
    """
    by = f" by {sign_off.name}" if sign_off.name else ""
    if sign_off.declined_because:
        return f"declined{by}: {sign_off.declined_because}"
    if sign_off.signed_on:
        return f"signed{by} on {sign_off.signed_on:%-d %b %Y}"
    return "is asked"


def _texts(changes: Iterable[Change]) -> list[tuple[str, SafeString, SafeString]]:
    pairs = dict.fromkeys(
        (change.part, *change.said) for change in changes if change.said and _reworded(change)
    )
    return [(part, *marked(was, now)) for part, was, now in pairs]


def _origin(number: int, origin: Origin) -> str:
    # The first revision is the file as it was found: nobody edited anything here yet.
    return "read from the file" if (number, origin) == (1, Origin.FILE) else str(origin.label)


def _revision(number: int, rows: list[BlockRevision], user: int) -> Revision:
    first = rows[0]
    return Revision(
        number,
        str(first.author) if first.author else "",
        first.at,
        _origin(number, Origin(first.origin)),
        first.note,
        tuple((row.block, named_block(row.block)) for row in rows),
        first.author_id == user,
    )
