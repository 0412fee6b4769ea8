"""Raw files written again without a person's rows; every other byte stays as it was."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterator
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
from custrata.engine.readers.unpack import unpack_gzip
from custrata.errors import CustrataError
from custrata.project.erasing.columns import Columns
from custrata.project.erasing.formats import workbooks
from custrata.project.erasing.formats.databases import without_in_duckdb, without_in_sqlite
from custrata.project.erasing.traces import Matcher
from custrata.project.erasing.writing import replace_bytes


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
    columns = tables.get("", {})
    match format_of(path):
        case "parquet":
            return _parquet(path, columns, matcher)
        case "sqlite":
            return _counted(without_in_sqlite(path, tables, matcher))
        case "duckdb":
            return _counted(without_in_duckdb(path, tables, matcher))
        case "excel":
            return _counted(workbooks.without(path, tables, matcher))
        case "gzip":
            return _gzip(path, tables, matcher)
        case "json":
            return _json(path, columns, matcher)
        case "delimited":
            return _delimited(path, columns, matcher)
        case _:
            return Rewritten()


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


def _gzip(path: Path, tables: dict[str, Columns], matcher: Matcher) -> Rewritten:
    """What is packed is unpacked, written again and packed."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".") as scratch:
        try:
            inside = unpack_gzip(path, Path(scratch))
        except CustrataError:
            return Rewritten(able=False)
        done = rewrite(inside, tables, matcher)
        if done.removed or done.cleaned:
            replace_bytes(path, gzip.compress(inside.read_bytes(), mtime=0))
    return done


def _counted(done: tuple[int, int] | None) -> Rewritten:
    return Rewritten(able=False) if done is None else Rewritten(*done)
