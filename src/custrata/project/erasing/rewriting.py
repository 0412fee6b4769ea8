"""Raw files written again without a person's rows; every other byte stays as it was."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.parquet as parquet

from custrata.engine.readers.delimited.charset import find_charset
from custrata.engine.readers.delimited.plan import plan_reading
from custrata.engine.readers.delimited.records import read_records
from custrata.engine.readers.formats import format_of
from custrata.errors import CustrataError
from custrata.project.erasing.columns import Columns
from custrata.project.erasing.traces import Matcher
from custrata.project.erasing.writing import replace_bytes

_SEEN_BY_BYTES = ("delimited", "json", "parquet", "sqlite")


@dataclass(frozen=True)
class Rewritten:
    """What became of one raw file.

    Attributes:
        removed: Rows that went.
        cleaned: Rows that stay with the person's words taken out.
        able: Whether the file is of a kind that can be written again.
    """

    removed: int = 0
    cleaned: int = 0
    able: bool = True


def rewrite(path: Path, tables: dict[str, Columns], matcher: Matcher) -> Rewritten:
    """Write a raw file again without a person; a file without them is not touched.

    Args:
        path: The file.
        tables: Columns with keys, by part of the file; the part of a plain file is empty.
        matcher: Says which rows go.
    """
    kind = format_of(path)
    if kind not in _SEEN_BY_BYTES:
        return Rewritten(able=kind in ("silent", "unknown"))
    columns = tables.get("", {})
    match kind:
        case "parquet":
            return _parquet(path, columns, matcher)
        case "sqlite":
            return _sqlite(path, tables, matcher)
        case "json":
            return _json(path, columns, matcher)
        case _:
            return _delimited(path, columns, matcher)


def _delimited(path: Path, columns: Columns, matcher: Matcher) -> Rewritten:
    charset = find_charset(path)
    raw = path.read_bytes()
    text = raw[charset.mark :].decode(charset.name, _errors(charset.name))
    lines = text.splitlines(keepends=True) if "\n" not in text else _lines(text)
    kept: list[str] = []
    removed = cleaned = 0
    for chunk, cells in _records(path, lines, columns):
        if any(matcher.takes(kind, cell) for kind, cell in cells):
            removed += 1
            continue
        clean = matcher.clean(chunk)
        cleaned += clean != chunk
        kept.append(clean)
    if removed or cleaned:
        replace_bytes(path, raw[: charset.mark] + "".join(kept).encode(charset.name, _errors(charset.name)))
    return Rewritten(removed, cleaned)


def _errors(charset: str) -> str:
    """Bytes that are no characters come through as they are."""
    return "surrogatepass" if charset.lower().startswith(("utf-16", "utf-32")) else "surrogateescape"


def _lines(text: str) -> list[str]:
    parts = text.split("\n")
    return [part + "\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _records(path: Path, lines: list[str], columns: Columns) -> Iterator[tuple[str, list[tuple[Any, str]]]]:
    """Every record as it is written, with its cells of keys; what stands between records goes on its own."""
    with tempfile.TemporaryDirectory() as scratch:
        try:
            plan = plan_reading(path, Path(scratch))
        except CustrataError:
            # No table: its text is cleaned, line by line.
            yield from ((line, []) for line in lines)
            return
        wanted = [
            (at, columns[name.strip()]) for at, name in enumerate(plan.headers) if name.strip() in columns
        ]
        records = [(r.line, r.cells) for r in read_records(lines, plan.dialect)]
    ends = [line for line, _ in records[1:]] + [len(lines) + 1]
    yield from ((line, []) for line in lines[: records[0][0] - 1] if records)
    for (line, cells), end in zip(records, ends, strict=True):
        keys = [(kind, cells[at]) for at, kind in wanted if at < len(cells)] if line >= plan.begins else []
        yield "".join(lines[line - 1 : end - 1]), keys


def _json(path: Path, columns: Columns, matcher: Matcher) -> Rewritten:
    text = path.read_text(encoding="utf-8-sig")
    try:
        whole = json.loads(text)
    except ValueError:
        return _json_lines(path, text, columns, matcher)
    kept, removed, cleaned = _thinned(whole, columns, matcher)
    if removed or cleaned:
        replace_bytes(path, (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
    return Rewritten(removed, cleaned)


def _json_lines(path: Path, text: str, columns: Columns, matcher: Matcher) -> Rewritten:
    kept: list[str] = []
    removed = cleaned = 0
    for line in _lines(text):
        row = json.loads(line) if line.strip() else None
        if isinstance(row, dict) and _goes(row, columns, matcher):
            removed += 1
            continue
        clean = matcher.clean(line)
        cleaned += clean != line
        kept.append(clean)
    if removed or cleaned:
        replace_bytes(path, "".join(kept).encode("utf-8"))
    return Rewritten(removed, cleaned)


def _thinned(value: Any, columns: Columns, matcher: Matcher) -> tuple[Any, int, int]:
    if isinstance(value, list):
        rows = [row for row in value if not (isinstance(row, dict) and _goes(row, columns, matcher))]
        inner = [_thinned(row, columns, matcher) for row in rows]
        gone = len(value) - len(rows) + sum(n for _, n, _ in inner)
        return [row for row, _, _ in inner], gone, sum(n for _, _, n in inner)
    if isinstance(value, dict):
        parts = {key: _thinned(part, columns, matcher) for key, part in value.items()}
        return (
            {key: part for key, (part, _, _) in parts.items()},
            sum(n for _, n, _ in parts.values()),
            sum(n for _, _, n in parts.values()),
        )
    if isinstance(value, str):
        clean = matcher.clean(value)
        return clean, 0, int(clean != value)
    return value, 0, 0


def _goes(row: dict[str, Any], columns: Columns, matcher: Matcher) -> bool:
    return any(
        matcher.takes(kind, str(row[name])) for name, kind in columns.items() if row.get(name) is not None
    )


def _parquet(path: Path, columns: Columns, matcher: Matcher) -> Rewritten:
    table = parquet.read_table(path)
    stay = pa.array([True] * table.num_rows, type=pa.bool_())
    for name, kind in columns.items():
        if name in table.column_names:
            goes = [
                value is not None and matcher.takes(kind, str(value)) for value in table[name].to_pylist()
            ]
            stay = compute.and_(stay, pa.array([not gone for gone in goes], type=pa.bool_()))
    kept = table.filter(stay)
    touched = [False] * kept.num_rows
    for at, field in enumerate(kept.schema):
        if pa.types.is_string(field.type) or pa.types.is_large_string(field.type):
            old = kept[field.name].to_pylist()
            new = [None if value is None else matcher.clean(value) for value in old]
            if new != old:
                touched = [t or a != b for t, a, b in zip(touched, old, new, strict=True)]
                kept = kept.set_column(at, field, pa.array(new, type=field.type))
    removed = table.num_rows - kept.num_rows
    if removed or any(touched):
        sink = pa.BufferOutputStream()
        parquet.write_table(kept, sink)
        replace_bytes(path, sink.getvalue().to_pybytes())
    return Rewritten(removed, sum(touched))


def _sqlite(path: Path, tables: dict[str, Columns], matcher: Matcher) -> Rewritten:
    removed = cleaned = 0
    with closing(sqlite3.connect(path)) as database, database:
        for name in [
            row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]:
            gone, changed = _sqlite_table(database, name, tables.get(name, {}), matcher)
            removed, cleaned = removed + gone, cleaned + changed
    if removed or cleaned:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            # What was deleted still stands in free pages until the file is written anew.
            database.execute("VACUUM")
    return Rewritten(removed, cleaned)


def _sqlite_table(
    database: sqlite3.Connection, name: str, columns: Columns, matcher: Matcher
) -> tuple[int, int]:
    quoted = name.replace('"', '""')
    try:
        rows = database.execute(f'SELECT rowid, * FROM "{quoted}"')
    except sqlite3.DatabaseError:  # a table without row numbers, or one of an extension
        return 0, 0
    heads = [head[0] for head in rows.description][1:]
    gone, changed = [], []
    for number, *cells in rows:
        row = dict(zip(heads, cells, strict=True))
        if _goes(row, columns, matcher):
            gone.append((number,))
            continue
        clean = {head: matcher.clean(cell) for head, cell in row.items() if isinstance(cell, str)}
        changed += [(text, number, head) for head, text in clean.items() if text != row[head]]
    database.executemany(f'DELETE FROM "{quoted}" WHERE rowid = ?', gone)
    for text, number, head in changed:
        column = head.replace('"', '""')
        database.execute(f'UPDATE "{quoted}" SET "{column}" = ? WHERE rowid = ?', (text, number))
    return len(gone), len({number for _, number, _ in changed})
