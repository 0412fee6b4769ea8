"""The account of rows and money: what came in is what was loaded plus what was set aside."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Caveat:
    """Something that was assumed or noticed, with what it touches.

    Attributes:
        code: Short stable name (``anonymous-revenue``, ``notional-date``, ``blank-cells`` …).
        text: One or two sentences for a reader of the deck: what, how many, what it changes.
        where: File, column, table or measure concerned.
        how_many: Rows or cells concerned, where that can be counted.
    """

    code: str
    text: str
    where: str = ""
    how_many: int | None = None


@dataclass(frozen=True, slots=True)
class SourceAccount:
    """The account of one raw table; ``table`` is empty when nothing uses it, and ``reason`` says why."""

    source: str
    table: str
    rows_in: int
    loaded: int
    set_aside: int
    anonymous: int = 0
    money_in: Decimal | None = None
    money_loaded: Decimal | None = None
    money_set_aside: Decimal | None = None
    reason: str = ""

    @property
    def closes(self) -> bool:
        """Whether rows and money in equal loaded plus set aside."""
        money = (self.money_in or 0) == (self.money_loaded or 0) + (self.money_set_aside or 0)
        return self.rows_in == self.loaded + self.set_aside and money


@dataclass(frozen=True, slots=True)
class Account:
    """The account of a folder; sources that no table uses stand in ``sources`` but not in the totals."""

    sources: tuple[SourceAccount, ...]

    @property
    def used(self) -> tuple[SourceAccount, ...]:
        """The sources that a canonical table uses."""
        return tuple(s for s in self.sources if s.table)

    @property
    def unused(self) -> tuple[SourceAccount, ...]:
        """The sources that no canonical table uses."""
        return tuple(s for s in self.sources if not s.table)

    @property
    def rows_in(self) -> int:
        """Rows that came in, of the sources used."""
        return sum(s.rows_in for s in self.used)

    @property
    def loaded(self) -> int:
        """Rows that were loaded."""
        return sum(s.loaded for s in self.used)

    @property
    def set_aside(self) -> int:
        """Rows that were set aside."""
        return sum(s.set_aside for s in self.used)

    @property
    def closes(self) -> bool:
        """Whether every source closes."""
        return all(s.closes for s in self.used)
