from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import duckdb
import pytest

from custrata.engine.readers.folder import read_folder
from custrata.engine.readers.relations import Source
from custrata.sources.raw import Folder


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder of data."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def read(
    place: Path, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> Callable[..., tuple[Folder, list[list[tuple[object, ...]]]]]:
    """Write files into the folder, read it, and give what was found with the rows of each table."""

    def write_and_read(**files: bytes | str) -> tuple[Folder, list[list[tuple[object, ...]]]]:
        for name, content in files.items():
            path = place / name.replace("__", ".")
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        found = read_folder(place, connection, tmp_path / "scratch")
        return found, [
            connection.execute(f"FROM {t.relation} ORDER BY _row").fetchall() for t in found.tables
        ]

    return write_and_read


@pytest.fixture
def source_of(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> Callable[[Path], Source]:
    """Make the source of one file."""

    def make(path: Path) -> Source:
        scratch = tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        return Source(path.name, path, connection, scratch, count(1))

    return make
