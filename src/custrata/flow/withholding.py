"""Step: rows of who was erased stay out, whatever the format of the file that brings them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Protocol

from custrata.flow.engine import Engine
from custrata.sources.mapping import Mapping
from custrata.sources.mapping.derivation import columns_of
from custrata.sources.profile import relation_of
from custrata.sources.raw import Folder, RawTable


class Away(Protocol):
    """Says who stays away."""

    @property
    def columns(self) -> Collection[str]:
        """Columns of the contract by which a row belongs to somebody."""
        ...

    def among(self, column: str, values: Iterable[str]) -> list[str]:
        """Those of the values of a column that stay away."""
        ...

    def clean(self, text: str) -> str:
        """A text without who stays away."""
        ...


def withheld(folder: Folder, mapping: Mapping, engine: Engine, away: Away | None) -> Folder:
    """The raw tables without rows of who stays away; the same folder where there are none.

    Args:
        folder: The raw tables, whose relations the engine holds.
        mapping: What their columns mean.
        engine: Runs the questions and keeps the rows that are left.
        away: Who stays away; None for nobody.
    """
    if away is None:
        return folder
    keys = _keys(mapping, away)
    tables = tuple(_without(table, keys[table.source], engine, away) for table in folder.tables)
    same = all(new is old for new, old in zip(tables, folder.tables, strict=True))
    return folder if same else replace(folder, tables=tables)


def _keys(mapping: Mapping, away: Away) -> dict[str, dict[str, set[str]]]:
    """Raw columns with keys by raw table, each with the columns of the contract that it fills."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for source in mapping.sources:
        for name, mapped in source.columns.items():
            # A customer's own row names its parent: it goes with the customer, not with the parent.
            if name in away.columns and (name != "parent_id" or source.table != "customers"):
                for raw in columns_of(mapped.derivation):
                    found[source.source][raw].add(name)
    return found


def _without(table: RawTable, keys: dict[str, set[str]], engine: Engine, away: Away) -> RawTable:
    rejected = tuple(replace(row, text=away.clean(row.text)) for row in table.rejected)
    clean = table if rejected == table.rejected else replace(table, rejected=rejected)
    rows = relation_of(table)
    stay = rows
    for raw, columns in keys.items():
        if raw not in rows.columns:
            continue
        values = rows.select(value=rows[raw].cast("string")).distinct()
        held = [row["value"] for row in engine.rows(values) if row["value"] is not None]
        gone = sorted({value for column in columns for value in away.among(column, held)})
        if gone:
            cell = stay[raw].cast("string")
            stay = stay.filter(cell.isnull() | cell.notin(gone))
    if stay is rows:
        return clean
    relation = f"{table.relation}_withheld"
    count = engine.keep(relation, stay)
    engine.drop(table.relation)
    return replace(clean, relation=relation, rows=count)
