"""The engine inside: DuckDB, in memory up to a limit, then in a spill folder."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import ibis
import ibis.expr.types as ir

from custrata.errors import SettingError, SnapshotError
from custrata.sources.raw import Folder, RawTable

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa
    from ibis.expr.operations import Node

_OPTIONS = threading.Lock()
MOST_THREADS = 1024
TEXTS = 512
"""Texts of queries that a process remembers: some five builds, 60 kB each with what they were made from."""


class DuckDBEngine:
    """Runs what the builders build, on one machine.

    Args:
        scratch: A folder for spilled and transcoded data; it must exist and is the caller's to remove.
        memory: Most memory to use, such as ``"4GB"``; None takes 70% of the machine's.
        threads: Number of threads; None takes one a processor.

    Raises:
        SettingError: ``memory`` or ``threads`` is not one that DuckDB takes.
    """

    name = "duckdb"

    def __init__(self, scratch: Path, *, memory: str | None = None, threads: int | None = None) -> None:
        self.scratch = scratch
        _check_limits(memory, threads)
        try:
            self.connection = duckdb.connect(":memory:", config=_config(scratch, memory, threads))
        except duckdb.Error as error:
            raise SettingError(
                f"the engine refuses its limits ({_first_line(error)})",
                where="memory, threads",
                remedy="give memory such as 4GB and threads of at least 1",
            ) from error
        self.connection.execute("SET TimeZone = 'UTC'")
        # DuckDB draws its own bar on stdout when a query takes long: there stands nothing but results.
        self.connection.execute("SET enable_progress_bar = false")

    def close(self) -> None:
        """Free the memory; the engine cannot be used afterwards."""
        self.connection.close()

    def read(self, folder: Path) -> Folder:
        """Read all data files of a folder into raw relations."""
        from custrata.engine.readers.folder import read_folder

        return read_folder(folder, self.connection, self.scratch)

    def lines(self, folder: Path, table: RawTable, ordinals: Collection[int]) -> dict[int, int]:
        """The physical lines at which rows of a raw table stand in their file."""
        from custrata.engine.readers.lines import lines_of

        return lines_of(folder, table, ordinals)

    def sql(self, expression: ir.Expr) -> str:
        """The text of the query for people, in this engine's dialect."""
        return _text_of(expression.op())

    def rows(self, expression: ir.Expr) -> list[dict[str, Any]]:
        """Run an expression and bring its few rows here.

        Args:
            expression: A table or scalar expression over relations that the engine holds.
        """
        result = self._run(self.sql(expression))
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def arrow(self, expression: ir.Table) -> pa.Table:
        """Run an expression and bring all its rows here as an Arrow table."""
        return self._run(self.sql(expression)).to_arrow_table()

    def arrays(self, expression: ir.Table) -> dict[str, npt.NDArray[Any]]:
        """Run an expression and bring its columns here as arrays, for estimators.

        Args:
            expression: A table without money columns: decimals are cast to float64 by the builder.

        Returns:
            One array a column: numbers as they are, an empty number as nan, text as objects.
        """
        table = self.arrow(expression)
        return {name: table.column(name).to_numpy() for name in table.column_names}

    def keep_arrays(self, name: str, columns: Mapping[str, npt.NDArray[Any]]) -> int:
        """Hold columns that an estimator made as a relation of that name.

        Args:
            name: The relation; an older one is replaced.
            columns: Arrays of one length; nan is kept as empty.

        Returns:
            Number of rows.
        """
        import pyarrow as pa

        held = pa.table({key: pa.array(values, from_pandas=True) for key, values in columns.items()})
        self.connection.register("held_columns", held)
        self._run(f"CREATE OR REPLACE TABLE {_quoted(name)} AS SELECT * FROM held_columns")
        self.connection.unregister("held_columns")
        return int(held.num_rows)

    def keep(self, name: str, expression: ir.Table) -> int:
        """Materialise an expression as a relation of that name, replacing an older one.

        Returns:
            Number of rows.
        """
        self._run(f"CREATE OR REPLACE TABLE {_quoted(name)} AS {self.sql(expression)}")
        return self.count(name)

    def keep_rows(self, name: str, types: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> int:
        """Hold a few rows made outside as a relation.

        Args:
            name: The relation.
            types: Ibis type by column.
            rows: The rows; a missing key is empty.
        """
        from ibis.backends.sql.datatypes import DuckDBType

        columns = {key: DuckDBType.from_ibis(kind).sql("duckdb") for key, kind in ibis.schema(types).items()}
        defined = ", ".join(f"{_quoted(key)} {kind}" for key, kind in columns.items())
        self._run(f"CREATE OR REPLACE TABLE {_quoted(name)} ({defined})")
        if rows:
            self._insert(name, types, rows)
        return len(rows)

    def count(self, name: str) -> int:
        """Number of rows of a relation."""
        row = self._run(f"SELECT count(*) FROM {_quoted(name)}").fetchone()
        return int(row[0]) if row else 0

    def _insert(self, name: str, types: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> None:
        import pyarrow as pa  # it loads pandas, which takes half a second: only where there are rows

        schema = ibis.schema(types).to_pyarrow()
        held = pa.Table.from_pylist([{key: row.get(key) for key in types} for row in rows], schema=schema)
        self.connection.register("held_rows", held)
        self._run(f"INSERT INTO {_quoted(name)} SELECT * FROM held_rows")
        self.connection.unregister("held_rows")

    def drop(self, name: str) -> None:
        """Forget a relation, if there is one."""
        for kind in ("view", "table"):
            # A parameter would make DuckDB load pandas to see whether it is a frame.
            held = f"SELECT database_name, schema_name FROM duckdb_{kind}s()"
            for place in self._run(f"{held} WHERE {kind}_name = {_literal(name)}").fetchall():
                self._run(f"DROP {kind} {'.'.join(_quoted(part) for part in (*place, name))}")

    def schema(self, name: str) -> ibis.Schema:
        """Names and types of the columns of a relation."""
        from ibis.backends.sql.datatypes import DuckDBType

        described = self._run(f"DESCRIBE {_quoted(name)}").fetchall()
        return ibis.schema({row[0]: DuckDBType.from_string(row[1]) for row in described})

    def table(self, name: str) -> ir.Table:
        """The unbound table that stands for a relation of the engine."""
        return ibis.table(self.schema(name), name=name)

    def export(self, name: str, path: Path) -> None:
        """Write a relation as a Parquet file."""
        # The lowest level: higher ones take half as long again here and save hardly a byte.
        how = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1"
        self._run(f"COPY {_quoted(name)} TO {_literal(str(path))} ({how})")

    def deliver(self, name: str, path: Path) -> None:
        """Write a relation as a file for people, ``.csv`` or ``.parquet``, whole or not at all.

        Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{os.getpid()}.{path.name}")
        try:
            if path.suffix.lower() == ".csv":
                self._run(
                    f"COPY ({self._without_formulas(name)}) TO {_literal(str(beside))} (FORMAT csv, HEADER)"
                )
            else:
                self.export(name, beside)
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)

    def _without_formulas(self, name: str) -> str:
        cells = []
        for column, kind in self.schema(name).items():
            quoted = _quoted(column)
            guarded = (
                f"CASE WHEN regexp_matches({quoted}, '^[=+@\\t\\r-]') THEN '''' || {quoted} ELSE {quoted} END"
            )
            cells.append(f"{guarded} AS {quoted}" if kind.is_string() else quoted)
        return f"SELECT {', '.join(cells)} FROM {_quoted(name)}"

    def attach(self, name: str, path: Path) -> None:
        """Let a Parquet file stand as a relation."""
        self._run(
            f"CREATE OR REPLACE VIEW {_quoted(name)} AS SELECT * FROM read_parquet({_literal(str(path))})"
        )

    def contents(self, name: str, *, without: Collection[str] = ()) -> str:
        """A hash over the rows of a relation that does not depend on their order.

        Args:
            name: The relation.
            without: Columns that do not count.

        Returns:
            Row count, sum and exclusive or of 64-bit row hashes, joined by colons.
        """
        columns = sorted(column for column in self.schema(name).names if column not in without)
        parts = ", ".join(f"coalesce({_quoted(c)}::VARCHAR, chr(1))" for c in columns) or "''"
        digest = f"md5_number_lower(concat_ws(chr(2), {parts}))"
        row = self._run(
            f"SELECT count(*), sum(h::HUGEINT), bit_xor(h) FROM (SELECT {digest} AS h FROM {_quoted(name)})"
        ).fetchone()
        return ":".join([",".join(columns), *(str(value) for value in row or ())])

    def _run(self, sql: str) -> duckdb.DuckDBPyConnection:
        try:
            return self.connection.execute(sql)
        except duckdb.OutOfMemoryException as error:
            raise SnapshotError(
                "the memory limit does not suffice for this build",
                where=_first_line(error),
                remedy="give more with --memory, or fewer threads with --threads 1",
            ) from error
        except duckdb.IOException as error:
            raise SnapshotError(
                f"the disk refuses ({_first_line(error)})",
                where=str(self.scratch.name),
                remedy="free space or make the folder writable, then run again",
            ) from error


def _check_limits(memory: str | None, threads: int | None) -> None:
    given = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT])i?B", memory.strip(), re.IGNORECASE) if memory else None
    if memory and not (given and 0 < float(given[1]) < 10**6):
        raise SettingError(
            "this is no amount of memory", where=f"memory: {memory}", remedy="give memory such as 4GB"
        )
    if threads is not None and not 1 <= threads <= MOST_THREADS:
        raise SettingError(
            "this is no number of threads", where=f"threads: {threads}", remedy=f"give 1 to {MOST_THREADS}"
        )


def _config(scratch: Path, memory: str | None, threads: int | None) -> dict[str, Any]:
    config: dict[str, Any] = {
        "temp_directory": str(scratch / "spill"),
        "memory_limit": memory or f"{_machine_memory_bytes() * 7 // 10 // 2**20}MiB",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    if threads is not None:
        config["threads"] = threads
    return config


def _machine_memory_bytes() -> int:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 4 * 2**30


@lru_cache(maxsize=TEXTS)
def _text_of(node: Node) -> str:
    # Fusing nested selects makes shorter text, but takes a fifth of the time of a small build.
    with _OPTIONS:
        fuse, ibis.options.sql.fuse_selects = ibis.options.sql.fuse_selects, False
        try:
            return str(ibis.to_sql(node.to_expr(), dialect="duckdb"))
        finally:
            ibis.options.sql.fuse_selects = fuse


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
