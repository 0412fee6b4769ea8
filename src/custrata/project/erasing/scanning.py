"""Every file of a project looked through for a person, inside archives, workbooks and pages as well."""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet

from custrata.project.erasing.formats.databases import texts_of_duckdb
from custrata.project.erasing.traces import Traces

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_MOST = 200 * 2**20
"""Bytes of one file that are looked through at once."""


@dataclass(frozen=True)
class Hit:
    """A file that names the person.

    Attributes:
        file: Where, relative to what was looked through.
        times: How often.
    """

    file: str
    times: int


def scan(root: Path, traces: Traces) -> tuple[Hit, ...]:
    """Look through every file under a folder.

    Args:
        root: The folder, or one file.
        traces: Who is looked for: keys, addresses, numbers and names that stand for one person alone.

    Returns:
        The files that name the person.
    """
    files = [root] if root.is_file() else sorted(path for path in root.rglob("*") if path.is_file())
    counted = ((path, _times(path, traces)) for path in files if not path.is_symlink())
    base = root.parent if root.is_file() else root
    return tuple(Hit(path.relative_to(base).as_posix(), times) for path, times in counted if times)


def _times(path: Path, traces: Traces) -> int:
    if path.suffix in (".parquet", ".pq"):
        return sum(traces.stand_in(text) for text in _parquet_texts(path))
    with path.open("rb") as file:
        if file.read(12)[8:] == b"DUCK":
            return sum(traces.stand_in(text) for text in texts_of_duckdb(path))
    return sum(_count(data, traces) for data in _pieces(path))


def _count(data: bytes, traces: Traces) -> int:
    found = 0
    for text in {data.decode("utf-8", "ignore"), data.decode("latin-1"), data.decode("utf-16-le", "ignore")}:
        found = max(found, traces.times(text))
    return found


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        data = file.read(_MOST)
    yield data
    if data.startswith(b"PK\x03\x04"):
        yield from _members(path)
    elif data.startswith(b"\x1f\x8b"):
        try:
            yield gzip.decompress(data)[:_MOST]
        except (OSError, EOFError, zlib.error):
            return
    elif data.startswith(b"%PDF"):
        for stream in _STREAM.finditer(data):
            try:
                yield zlib.decompress(stream.group(1))
            except zlib.error:
                continue


def _members(path: Path) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                if member.file_size <= _MOST:
                    yield archive.read(member)
    except (zipfile.BadZipFile, RuntimeError, zlib.error):
        return


def _parquet_texts(path: Path) -> Iterator[str]:
    try:
        table = parquet.read_table(path)
    except (OSError, pa.ArrowException):
        return
    for field in table.schema:
        if pa.types.is_string(field.type) or pa.types.is_large_string(field.type):
            yield from (value for value in table[field.name].to_pylist() if value is not None)
