"""Writing tables to a folder, so that no half file ever stands under its final name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import pyarrow.csv
import pyarrow.parquet

from custrata.errors import InputError

TableFormat = Literal["csv", "parquet"]


def write_tables(tables: Mapping[str, Any], folder: Path, format: TableFormat = "csv") -> tuple[Path, ...]:
    """Write each table to a file of its name: beside it first, then under its name in one step.

    Args:
        tables: Arrow tables by name.
        folder: Where they go; made if it is not there.
        format: ``csv`` for people and small tables, ``parquet`` for large ones.

    Returns:
        The files, in the order of the tables. The same tables give the same bytes.

    Raises:
        InputError: The folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_written(table, folder / f"{name}.{format}") for name, table in tables.items())
    except OSError as error:
        raise InputError(
            f"the tables cannot be written ({error.strerror})",
            where=str(folder),
            remedy="name a folder that can be written to and has room",
        ) from error


def _written(table: Any, path: Path) -> Path:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.suffix == ".csv":
            pyarrow.csv.write_csv(table, beside)
        else:
            pyarrow.parquet.write_table(table, beside, compression="zstd")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path
