"""Parquet files."""

from __future__ import annotations

import glob
from collections.abc import Iterator

from custrata.engine.readers.names import literal
from custrata.engine.readers.relations import Findings, Source, finish_table, load_query
from custrata.sources.raw import RawTable

_PANDAS_INDEX = "__index_level_"


def read_parquet(source: Source) -> Iterator[RawTable]:
    """Read a Parquet file; its types are kept, nested values become JSON text.

    Raises:
        duckdb.Error: The file is damaged.
    """
    scan = f"FROM read_parquet({literal(glob.escape(str(source.path)))}, hive_partitioning = false)"
    described = source.connection.execute(f"DESCRIBE {scan}").fetchall()
    headers = [str(row[0]) for row in described]
    load_query(source, headers, scan)
    notes = tuple(f"{h} looks like the index of a data frame" for h in headers if h.startswith(_PANDAS_INDEX))
    yield finish_table(source, headers, Findings(notes=notes))
