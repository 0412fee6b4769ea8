"""The mapping as a value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from custrata.sources.contract import ANONYMOUS_ALLOWED, CONTRACT
from custrata.sources.mapping.derivation import Derivation, Take

EVERY = "all of them"
"""The answer that keeps every raw table a question names."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """One canonical column of one source; how sure and the samples do not count when two are compared."""

    derivation: Derivation
    confidence: float = field(default=1.0, compare=False)
    samples: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """One raw table read as one canonical table.

    Attributes:
        table: The canonical table.
        source: The raw table, as people name it.
        columns: Canonical column → where it comes from.
        attributes: Further columns of customers, by their new names.
        one_row_per: Raw columns of which each combination is one row; empty when each raw row is one.
        where: Raw columns that must be filled for a row to count at all.
        answers: Raw columns that become a row each (surveys).
        note: Why it is read so.
        confidence: How sure the reading of the table is, 0 to 1; not compared.
    """

    table: str
    source: str
    columns: dict[str, Mapped]
    attributes: dict[str, Take] = field(default_factory=dict)
    one_row_per: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    note: str = ""
    confidence: float = field(default=1.0, compare=False)

    @property
    def whole(self) -> bool:
        """Whether every raw row is a row of the table."""
        return not (self.one_row_per or self.where or self.answers)


def missing_columns(source: Source) -> tuple[str, ...]:
    """Required columns that the source does not give; keys can be made, and some rows may be anonymous."""
    contract = CONTRACT[source.table]
    spared = {contract.key} if contract.name != "customers" else set()
    spared |= {"customer_id"} if contract.name in ANONYMOUS_ALLOWED else set()
    return tuple(n for n in contract.required if n not in source.columns and n not in spared)


@dataclass(frozen=True, slots=True)
class Unused:
    """A raw table that no canonical table uses, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Option:
    """One way to answer a question: what is called, and the column's derivation if it is chosen."""

    name: str
    use: Derivation | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Two readings are equally good: a person chooses.

    Attributes:
        text: The question.
        table: Canonical table concerned.
        source: Raw table concerned; empty when the options are raw tables.
        column: Canonical column concerned; empty when the options are raw tables.
        options: The readings.
        answer: Name of the option chosen; empty while it is open.
    """

    text: str
    table: str
    source: str
    column: str
    options: tuple[Option, ...]
    answer: str = ""

    def __str__(self) -> str:
        names = ", ".join(repr(o.name) for o in self.options)
        return f"{self.text} Answer with one of {names}."


@dataclass(frozen=True, slots=True)
class Mapping:
    """All that is known of how raw tables become canonical ones; sources stand in the contract's order."""

    sources: tuple[Source, ...]
    unused: tuple[Unused, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Put the sources in the contract's order, those of one table as they come."""
        names = list(CONTRACT)
        ordered = tuple(sorted(self.sources, key=lambda s: names.index(s.table)))
        object.__setattr__(self, "sources", ordered)

    def of(self, table: str) -> tuple[Source, ...]:
        """The sources of one canonical table."""
        return tuple(s for s in self.sources if s.table == table)

    @property
    def tables(self) -> tuple[str, ...]:
        """The canonical tables that have a source, in the order of their first one."""
        return tuple(dict.fromkeys(s.table for s in self.sources))

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Questions without an answer."""
        return tuple(q for q in self.questions if not q.answer)


def settled(mapping: Mapping) -> Mapping:
    """The mapping with every answered question carried out."""
    for question in mapping.questions:
        if question.answer:
            mapping = _settle(mapping, question)
    return mapping


def _settle(mapping: Mapping, question: Question) -> Mapping:
    if not question.column:
        if question.answer == EVERY:
            return mapping
        others = {o.name for o in question.options} - {question.answer, EVERY}
        kept = tuple(s for s in mapping.sources if s.source not in others)
        left = tuple(
            Unused(name, f"{question.answer} was chosen to count instead") for name in sorted(others)
        )
        return replace(mapping, sources=kept, unused=(*mapping.unused, *left))
    use = next(o.use for o in question.options if o.name == question.answer)
    if use is None:
        return mapping
    return replace(mapping, sources=tuple(_with(s, question, use) for s in mapping.sources))


def _with(source: Source, question: Question, use: Derivation) -> Source:
    if (source.table, source.source) != (question.table, question.source):
        return source
    return replace(source, columns={**source.columns, question.column: Mapped(use)})
