"""What the builders of sources look at, and the words they share."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.sources.contract import CONTRACT, Kind
from custrata.sources.formats.dates import DAY_FIRST, MONTH_FIRST
from custrata.sources.mapping import Constant, Lookup, Mapped, Option, Question, Source, Take
from custrata.sources.mapping.derivation import columns_of
from custrata.sources.profile import ColumnProfile, TableProfile
from custrata.sources.recognise.choose import Chosen
from custrata.sources.recognise.fields import Candidate
from custrata.sources.recognise.readings import Reading
from custrata.sources.recognise.relate import Relations, amount_rivals
from custrata.sources.recognise.takes import Orders, mapped, take


@dataclass(frozen=True, slots=True)
class Context:
    """One reading among the others."""

    reading: Reading
    chosen: Chosen
    relations: Relations
    orders: Orders

    @property
    def profile(self) -> TableProfile:
        """The raw table."""
        return self.reading.profile

    @property
    def relation(self) -> str:
        """Name of the raw relation."""
        return self.profile.table.relation

    def column(self, table: str, name: str, candidate: Candidate) -> Mapped:
        """A candidate as a canonical column, misspelled ids read as what they mean."""
        kind = CONTRACT[table].column(name).kind
        found = mapped(self.profile, candidate, kind, self.orders)
        if kind != "id" or not isinstance(found.derivation, Take):
            return found
        read_as = self.misspelled(candidate.column)
        return (
            Mapped(Take(candidate.name, read_as=read_as), found.confidence, found.samples)
            if read_as
            else found
        )

    def misspelled(self, column: ColumnProfile) -> tuple[tuple[str, str], ...]:
        """Values of an id column that another table spells differently."""
        found = {
            pair
            for (child, _), overlap in self.relations.overlaps.items()
            if child == (self.relation, column.name) and overlap.share >= 0.5
            for pair in overlap.near
        }
        return tuple(sorted(found))

    def columns(self, *leave_out: str) -> dict[str, Mapped]:
        """All columns of the reading as canonical columns, in the contract's order."""
        table = self.reading.table
        names = [
            c.name
            for c in CONTRACT[table].columns
            if c.name in self.reading.columns and c.name not in leave_out
        ]
        return {n: self.column(table, n, self.reading.columns[n]) for n in names}

    def take(self, column: ColumnProfile, kind: Kind) -> Take:
        """A raw column of this table as a derivation."""
        return take(self.profile, column, kind, self.orders)

    def source(
        self,
        table: str,
        columns: dict[str, Mapped],
        *,
        attributes: dict[str, Take] | None = None,
        one_row_per: tuple[str, ...] = (),
        where: tuple[str, ...] = (),
        answers: tuple[str, ...] = (),
        note: str = "",
    ) -> Source:
        """A source of a canonical table from this raw table, columns in the contract's order."""
        ordered = {c.name: columns[c.name] for c in CONTRACT[table].columns if c.name in columns}
        confidence = round(min([1.0, *(m.confidence for m in ordered.values())]), 2)
        return Source(
            table,
            self.reading.source,
            ordered,
            attributes or {},
            one_row_per,
            where,
            answers,
            note,
            confidence,
        )

    def lookup(self, role_column: ColumnProfile, other: Reading, name: str) -> Lookup | None:
        """A canonical column of another reading, found over an id of this table; None without a way."""
        place = (self.relation, role_column.name)
        there = other.profile.table.relation
        wanted = other.columns.get(name)
        if wanted is None:
            return None
        for (child, parent), overlap in sorted(self.relations.overlaps.items(), key=lambda pair: pair[0]):
            if child == place and parent[0] == there and overlap.share >= 0.5:
                kind = CONTRACT[other.table].column(name).kind
                return Lookup(
                    other.source,
                    role_column.name,
                    parent[1],
                    take(other.profile, wanted.column, kind, self.orders),
                )
        return None

    def questions(self, sources: list[Source]) -> list[Question]:
        """What a person has to choose: the order of day and month, and which of two amounts is the one."""
        asked = self._which_amount()
        for source in sources:
            for name, column in source.columns.items():
                for raw in columns_of(column.derivation):
                    if isinstance(column.derivation, Take) and (self.relation, raw) in self.orders.open:
                        asked.append(self._day_or_month(source, name, self.profile.of(raw)))
        return asked

    def _which_amount(self) -> list[Question]:
        rivals = [
            rival
            for rival in amount_rivals(self.reading)
            if self.relations.differing.get((self.relation, self.reading.columns["amount"].name, rival.name))
        ]
        if not rivals:
            return []
        columns = [self.reading.columns["amount"].column, *rivals]
        names = " and ".join(repr(c.name) for c in columns)
        options = tuple(Option(c.name, self.take(c, "money")) for c in columns)
        text = f"In {self.reading.source}, {names} both read as the money received, and differ. Which is it?"
        return [Question(text, "transactions", self.reading.source, "amount", options)]

    def _day_or_month(self, source: Source, name: str, column: ColumnProfile) -> Question:
        def options(order: str) -> Take:
            known = Orders({(self.relation, column.name): order})
            return take(self.profile, column, "date", known)

        votes = self.orders.decided.get((self.relation, column.name), (0, 0))
        text = f"In {source.source}, does {column.name!r} (such as {column.samples[0]}) write the "
        text += "day or the month first?"
        if all(votes):
            text += f" {votes[0]:,} of its cells can only have the day first, {votes[1]:,} only the month; "
            text += "those in the other order are not read."
        return Question(
            text,
            source.table,
            source.source,
            name,
            (Option(DAY_FIRST, options(DAY_FIRST)), Option(MONTH_FIRST, options(MONTH_FIRST))),
        )


def constant(value: str) -> Mapped:
    """The same value in every row, by convention."""
    return Mapped(Constant(value), 0.9)
