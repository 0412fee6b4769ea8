"""Step: the bytes of a folder become raw relations, or the reason why none did."""

from __future__ import annotations

from pathlib import Path

from custrata.errors import InputError
from custrata.flow.engine import Engine
from custrata.sources.raw import Folder

_NAMED = 5


def read_raw(data: Path, engine: Engine) -> Folder:
    """Read all data files.

    Args:
        data: A folder of raw tables, or one file.
        engine: Reads them and holds the relations.

    Raises:
        InputError: Not one table came out; every file is named with its reason.
    """
    folder = engine.read(data)
    if folder.tables:
        return folder
    files = [f"{file.file} ({file.reason})" for file in folder.unread[:_NAMED]]
    raise InputError(
        "no file gives a table",
        where="; ".join(files) or data.name,
        how_many=len(folder.unread) if len(folder.unread) > _NAMED else None,
        remedy=folder.unread[0].remedy if folder.unread else "put exports there: CSV, Excel, Parquet, SQLite",
    )
