"""What a person says a raw table means, carried into the mapping."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping as Pairs
from dataclasses import dataclass, replace
from typing import Any

from custrata.engine.snapshots import replace_text
from custrata.errors import ContractError
from custrata.project.place import Place
from custrata.project.supplying.asked import (
    FEEDBACK,
    Asked,
    asked_of,
    asking,
    filled,
    numbers_of,
    supposed,
    with_asked,
)
from custrata.project.supplying.looking import LookedColumn, LookedTable
from custrata.sources.contract import CONTRACT, Kind
from custrata.sources.mapping import Mapped, Mapping, Source, Take, Unused, mapping_text, missing_columns
from custrata.sources.mapping.reading import take_from_plain

LEFT_OUT = "left out by hand"
"""Reason of a table that a person does not want read."""
ATTRIBUTE = "+"
"""In place of a field: the column is kept as a further column of customers."""


@dataclass(frozen=True)
class TableChoice:
    """What a person says of one raw table.

    Attributes:
        table: The canonical table; empty for not used.
        fields: Raw column → canonical field, ``+`` for an attribute, empty for not used.
        asked: How the feedback in it was asked; None says nothing of it.
    """

    table: str
    fields: Pairs[str, str]
    asked: Asked | None = None


def choice_of(mapping: Mapping, looked: LookedTable) -> TableChoice:
    """How the mapping reads a raw table, as choices column by column.

    Args:
        mapping: The mapping.
        looked: The raw table.
    """
    source = _source(mapping, looked.source)
    asked = asked_of(mapping, looked.source)
    if source is None:
        return TableChoice("", {column.name: "" for column in looked.columns}, asked)
    taken = {
        m.derivation.column: name for name, m in source.columns.items() if isinstance(m.derivation, Take)
    }
    kept = {t.column: ATTRIBUTE for t in source.attributes.values()}
    return TableChoice(
        source.table, {c.name: taken.get(c.name, kept.get(c.name, "")) for c in looked.columns}, asked
    )


def derived(mapping: Mapping, source: str) -> tuple[tuple[str, str], ...]:
    """Fields of a raw table that are not one column as it stands, with how they come about."""
    found = _source(mapping, source)
    pairs = found.columns.items() if found else ()
    return tuple((name, str(m.derivation)) for name, m in pairs if not isinstance(m.derivation, Take))


def corrected(mapping: Mapping, looked: LookedTable, choice: TableChoice) -> Mapping:
    """The mapping with what a person says of one raw table; what they did not touch stays as it was.

    Args:
        mapping: The mapping so far.
        looked: The raw table.
        choice: What the person says.

    Raises:
        ContractError: Two columns are said to be one field, a field that is needed has none, or a scale is
            none.
    """
    standing = choice_of(mapping, looked)
    if (choice.table, choice.fields) == (standing.table, standing.fields):
        return with_asked(mapping, looked.source, choice.asked) if choice.asked else mapping
    unused = tuple(u for u in mapping.unused if u.source != looked.source)
    if not choice.table:
        others = tuple(s for s in mapping.sources if s.source != looked.source)
        return replace(mapping, sources=others, unused=(*unused, Unused(looked.source, LEFT_OUT)))
    chief = _source(mapping, looked.source)
    others = tuple(s for s in mapping.sources if s is not chief)
    source, asked = _corrected(chief, looked, choice), choice.asked
    if choice.table == FEEDBACK:
        asked = filled(asked, supposed_of(looked, choice.fields))
        source = asking(source, asked)
    if lacking := missing_columns(source):
        raise ContractError(
            f"as {choice.table} it needs {', '.join(lacking)}",
            where=looked.source,
            remedy="choose the column for each of them, or leave the table out",
        )
    after = replace(mapping, sources=(*others, source), unused=unused)
    return with_asked(after, looked.source, asked) if asked else after


def ratings_in(looked: LookedTable, fields: Pairs[str, str]) -> tuple[str, ...]:
    """The ratings in the first rows of a raw table, by what a person says of its columns.

    Args:
        looked: The raw table.
        fields: Raw column → canonical field.
    """
    at = (n for n, column in enumerate(looked.columns) if fields.get(column.name) == "rating")
    return numbers_of(looked.samples, at)


def supposed_of(looked: LookedTable, fields: Pairs[str, str]) -> Asked:
    """How feedback was asked, by the name and the first rows of the column that holds its ratings.

    Args:
        looked: The raw table.
        fields: Raw column → canonical field.
    """
    named = next((column.name for column in looked.columns if fields.get(column.name) == "rating"), "")
    return supposed(ratings_in(looked, fields), named)


def answered(mapping: Mapping, answers: Pairs[str, str]) -> Mapping:
    """The mapping with answers to its questions.

    Args:
        mapping: The mapping.
        answers: Text of a question → name of the option.

    Raises:
        ContractError: An answer is none of the options.
    """
    questions = []
    for question in mapping.questions:
        answer = answers.get(question.text, question.answer)
        if answer and answer not in {option.name for option in question.options}:
            raise ContractError(
                "this is none of the answers",
                where=question.text,
                remedy="choose one of those that stand there",
            )
        questions.append(replace(question, answer=answer))
    return replace(mapping, questions=tuple(questions))


def save_mapping(place: Place, mapping: Mapping) -> str:
    """Write the mapping where the command line reads it; returns its hash.

    A mapping that says what the guess said is still a guess: it stays open to a better one.
    """
    text = mapping_text(mapping)
    if not place.mapping.is_file() or place.mapping.read_text(encoding="utf-8") != text:
        replace_text(place.mapping, text)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _source(mapping: Mapping, name: str) -> Source | None:
    """The chief reading of a raw table; customers and products taken out of its rows stand beside it."""
    found = [s for s in mapping.sources if s.source == name]
    return next((s for s in found if s.whole), found[0] if found else None)


def _corrected(old: Source | None, looked: LookedTable, choice: TableChoice) -> Source:
    was = old if old is not None and old.table == choice.table else None
    columns: dict[str, Mapped] = {}
    for name, mapped in (was.columns if was else {}).items():
        if not isinstance(mapped.derivation, Take):
            columns[name] = mapped
    attributes: dict[str, Take] = {}
    for column in looked.columns:
        field = choice.fields.get(column.name, "")
        if field == ATTRIBUTE:
            attributes.update(_attribute(was, column))
        elif field:
            _refuse_twice(columns, field, choice.table, column, looked.source)
            columns[field] = _mapped(was, field, column, choice.table)
    if was:
        return replace(was, columns=columns, attributes=attributes)
    return Source(choice.table, looked.source, columns, attributes)


def _refuse_twice(
    columns: Pairs[str, Mapped], field: str, table: str, column: LookedColumn, source: str
) -> None:
    if not CONTRACT[table].has(field):
        raise ContractError(
            f"{table} has no field {field}",
            where=f"{source}: {column.name}",
            remedy="choose one of its fields",
        )
    if field in columns and isinstance(columns[field].derivation, Take):
        raise ContractError(
            f"two columns are said to be {field}", where=f"{source}: {column.name}", remedy="keep one of them"
        )


def _mapped(was: Source | None, field: str, column: LookedColumn, table: str) -> Mapped:
    before = was.columns.get(field) if was else None
    if before is not None and isinstance(before.derivation, Take) and before.derivation.column == column.name:
        return before
    return Mapped(_taken(column, CONTRACT[table].column(field).kind))


def _taken(column: LookedColumn, kind: Kind) -> Take:
    plain: Any = column.name
    if kind in ("date", "instant"):
        plain = column.as_date
    elif kind in ("money", "number", "integer"):
        plain = column.as_number
    return take_from_plain(plain)


def _attribute(was: Source | None, column: LookedColumn) -> dict[str, Take]:
    before = {name: t for name, t in was.attributes.items() if t.column == column.name} if was else {}
    if before:
        return before
    name = "".join(c if c.isalnum() else "_" for c in column.name.casefold()).strip("_") or "attribute"
    return {name: take_from_plain(column.as_attribute)}
