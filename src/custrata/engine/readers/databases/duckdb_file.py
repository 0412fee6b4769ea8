"""DuckDB files, with the keys that they declare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from custrata.engine.readers.names import literal, quoted
from custrata.engine.readers.relations import Findings, Source, finish_table, load_query
from custrata.errors import InputError
from custrata.sources.raw import RawTable, UnreadFile

_ATTACHED = "read_from"


@dataclass(frozen=True, slots=True)
class _Table:
    schema: str
    name: str

    @property
    def part(self) -> str:
        return self.name if self.schema == "main" else f"{self.schema}.{self.name}"


def read_duckdb(source: Source) -> Iterator[RawTable | UnreadFile]:
    """Read every table of a DuckDB file; views are left out.

    Raises:
        duckdb.Error: The file is damaged, in use by a program that writes, or of a newer version.
        InputError: It holds no table.
    """
    source.connection.execute(f"ATTACH {literal(str(source.path))} AS {_ATTACHED} (READ_ONLY)")
    try:
        listed = source.connection.execute(
            "SELECT schema_name, table_name FROM duckdb_tables() "
            f"WHERE database_name = '{_ATTACHED}' AND NOT internal ORDER BY ALL"
        ).fetchall()
        if not listed:
            raise InputError("the database holds no tables", remedy="leave it out")
        for table in sorted((_Table(*row) for row in listed), key=lambda t: t.part):
            yield _read_table(replace(source, part=table.part), table)
    finally:
        source.connection.execute(f"DETACH {_ATTACHED}")


def _read_table(source: Source, table: _Table) -> RawTable | UnreadFile:
    place = f"{_ATTACHED}.{quoted(table.schema)}.{quoted(table.name)}"
    headers = [str(row[0]) for row in source.connection.execute(f"DESCRIBE {place}").fetchall()]
    load_query(source, headers, f"FROM {place}")
    return finish_table(source, headers, _declared(source, table))


def _declared(source: Source, table: _Table) -> Findings:
    found = source.connection.execute(
        "SELECT constraint_type, constraint_column_names, referenced_table, referenced_column_names "
        f"FROM duckdb_constraints() WHERE database_name = '{_ATTACHED}' "
        "AND schema_name = ? AND table_name = ? ORDER BY constraint_index",
        [table.schema, table.name],
    ).fetchall()
    keys = tuple(name for kind, names, _, _ in found if kind == "PRIMARY KEY" for name in names)
    refers = tuple(
        (column, (target, far))
        for kind, names, target, others in found
        if kind == "FOREIGN KEY"
        for column, far in zip(names, others, strict=True)
    )
    return Findings(keys=keys, refers=refers)
