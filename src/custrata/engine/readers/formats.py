"""Which format a file is in: its first bytes say it, and where they do not, its name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

Format = Literal["delimited", "json", "excel", "parquet", "sqlite", "duckdb", "gzip", "silent", "unknown"]

_SUFFIXES: dict[Format, str] = {
    "delimited": ".csv .tsv .tab .txt .dat .psv .prn .asc",
    "json": ".json .jsonl .ndjson",
    "excel": ".xlsx .xlsm .xlsb .xls .ods",
    "parquet": ".parquet .pq",
    "sqlite": ".sqlite .sqlite3 .db .db3",
    "duckdb": ".duckdb .ddb",
    "gzip": ".gz",
    "silent": ".md .rst .markdown .png .jpg .jpeg .gif .svg .webp .ico .bmp .tif .tiff .py .pyc .r .rmd "
    ".ipynb .sql .js .ts .css .sh .toml .yaml .yml .ini .cfg .log .lock .bib .tex .html .htm .pptx .docx "
    ".pdf .sqlite-wal .sqlite-shm .db-wal .db-shm .db-journal .wal",
}
_BY_SUFFIX = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_SILENT_NAMES = (
    "license",
    "licence",
    "readme",
    "notice",
    "changelog",
    "copying",
    "authors",
    "makefile",
    "citation",
)


def format_of(path: Path) -> Format:
    """Say in which format a file is.

    Args:
        path: A regular file.

    Returns:
        ``silent`` for documents, code and pictures, which nobody expects to be read as data; ``unknown`` when
        neither name nor bytes say anything.
    """
    if path.stem.casefold().split(".")[0] in _SILENT_NAMES and path.suffix.casefold() in (
        "",
        ".txt",
        ".md",
        ".rst",
    ):
        return "silent"
    named = _BY_SUFFIX.get(path.suffix.casefold(), "unknown")
    return named if named == "silent" else _by_bytes(path, named)


def _by_bytes(path: Path, named: Format) -> Format:
    with path.open("rb") as file:
        head = file.read(16)
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"SQLite format 3\x00"):
        return "sqlite"
    if head[8:12] == b"DUCK":
        return "duckdb"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "excel"
    if head.startswith(b"PK\x03\x04") and named in ("excel", "delimited"):
        return "excel"
    return _by_text(head, named)


def _by_text(head: bytes, named: Format) -> Format:
    """Programs write text under the names of workbooks and objects under the names of texts."""
    if (
        named == "excel"
        and head
        and not head.startswith((b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08", b"PK"))
    ):
        return "delimited"
    return (
        "json" if named == "delimited" and re.match(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"', head) else named
    )
