"""What is gathered from every part of a document: block by block, so that an edit costs one block."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from custrata.keeping import Kept
from custrata.strategy.parts.part import MOST_BLOCKS, Part, block_walked, blocks

R = TypeVar("R")


class Gathered(Generic[R]):
    """A function of a document that is the sum of what it finds in each part.

    A revision holds the blocks of the one before but for those that were edited; what was found in a block
    stands as long as the block does.

    Args:
        collect: Gives what it finds in a part by path and part, looking at nothing else, and not at the parts
            inside it.

    Example:
        >>> from custrata.strategy.document import Document, Horizon
        >>> kinds = Gathered(lambda path, part: [(path, type(part).__name__)])
        >>> kinds(Document(schema_version=2, company="A"))[:2]
        (('', 'Document'), ('horizon', 'Horizon'))
    """

    def __init__(self, collect: Callable[[str, Part], Iterable[R]]) -> None:
        self._collect = collect
        self._of_block: Kept[Part, tuple[R, ...]] = Kept(self._in_block, MOST_BLOCKS)
        self._of_whole: Kept[Part, tuple[R, ...]] = Kept(self._in_whole, most=16)

    def __call__(self, document: Part) -> tuple[R, ...]:
        """What is found in all parts, in the order of the document."""
        return document.ask(self._of_whole)

    def _in_block(self, block: Part, path: str) -> tuple[R, ...]:
        return tuple(
            found for place, part in block_walked(block, path) for found in self._collect(place, part)
        )

    def _in_whole(self, document: Part) -> tuple[R, ...]:
        found: list[R] = []
        for path, block in blocks(document):
            found += self._collect(path, block) if block.whole else self._of_block(block, path)
        return tuple(found)
