"""JSON: one object a line, or an array of objects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from custrata.engine.readers.delimited.text import Text, open_text
from custrata.engine.readers.relations import Findings, Source, finish_table, load_query
from custrata.errors import InputError
from custrata.sources.raw import RawTable, RejectedRow

_BATCH = 20_000
_LARGEST_ARRAY = 1 << 28
_WIDEST = 2_000
_STAGED = "reading.staged"


class _Digits(str):
    """A number as it stands in the file."""


@dataclass(slots=True)
class Entry:
    """One object of the file: the line (or ordinal) it stands at, its members, or what is wrong."""

    line: int
    members: dict[str, str | None] | None
    problem: str = ""
    text: str = ""


@dataclass(slots=True)
class _Columns:
    """Columns in the order in which the file first names them."""

    names: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    def learn(self, rows: list[dict[str, str | None]]) -> list[str]:
        new = [name for name in dict.fromkeys(name for row in rows for name in row) if name not in self.known]
        self.names += new
        self.known.update(new)
        if len(self.names) > _WIDEST:
            raise InputError(
                f"the objects have more than {_WIDEST:,} different names", remedy="export it as a table"
            )
        return new


def read_json(source: Source) -> Iterator[RawTable]:
    """Read JSON Lines or a JSON array of objects; numbers keep their digits, nested values stay JSON text.

    Raises:
        InputError: The file is no JSON, or holds no objects.
    """
    text = open_text(source.path, source.scratch)
    rejected: list[RejectedRow] = []
    columns = _Columns()
    rows: list[dict[str, str | None]] = []
    for entry in read_entries(text, source.path):
        if entry.members is None:
            rejected.append(RejectedRow(entry.line, "", entry.problem, entry.text[:500]))
            continue
        rows.append(entry.members)
        if len(rows) == _BATCH:
            _append(source, columns, rows)
            rows = []
    _append(source, columns, rows)
    if not columns.names:
        raise InputError("the file holds no JSON objects", remedy="export it with one object a line")
    load_query(source, columns.names, f"FROM {_STAGED}")
    source.connection.execute(f"DROP TABLE {_STAGED}")
    yield finish_table(source, columns.names, Findings(tuple(rejected), text.notes))


def read_entries(text: Text, path: Path) -> Iterator[Entry]:
    """Give the objects of a JSON text in order, with what could not be read; the name may promise lines."""
    start = [line.strip() for line in islice((line for line in text.lines() if line.strip()), 2)]
    by_name = path.suffix.casefold() in (".jsonl", ".ndjson")
    return _array(text) if start and not by_name and _is_one_value(start) else _by_line(text)


def _is_one_value(start: list[str]) -> bool:
    """Whether a file is one value over all its lines, not one object a line; its first lines tell."""
    try:
        first = _parsed(start[0])
    except (ValueError, RecursionError):
        return start[0] in ("{", "[") or (start[0][0] in "[{" and start[0][-1] not in "}]")
    return isinstance(first, list) or (len(start) == 1 and bool(_items(first)))


def _by_line(text: Text) -> Iterator[Entry]:
    for number, line in enumerate(text.lines(), start=1):
        if line.strip():
            yield _entry(number, line.strip())


def _entry(number: int, line: str) -> Entry:
    try:
        value = _parsed(line)
        return _as_row(number, value, line)
    except RecursionError:
        return Entry(number, None, "nested too deeply", line)
    except ValueError:
        return Entry(number, None, "not valid JSON", line)


def _parsed(text: str) -> Any:
    return json.loads(text, parse_float=_Digits, parse_int=_Digits, parse_constant=_nothing)


def _array(text: Text) -> Iterator[Entry]:
    if text.path.stat().st_size > _LARGEST_ARRAY:
        raise InputError("a JSON array of this size is not read", remedy="export it with one object a line")
    try:
        value = _parsed("".join(text.lines()))
    except (ValueError, RecursionError) as error:
        raise InputError("the file is not valid JSON", remedy="export it with one object a line") from error
    for number, item in enumerate(_items(value), start=1):
        yield _as_row(number, item, "")


def _as_row(number: int, value: Any, text: str) -> Entry:
    if not isinstance(value, dict):
        return Entry(number, None, "not an object", text or _dumped(value))
    return Entry(number, {name: _text(member) for name, member in value.items()})


def _items(value: Any) -> list[Any]:
    """The rows of an array, or of an object that wraps one array of objects."""
    if isinstance(value, list):
        return value
    members = value.values() if isinstance(value, dict) else ()
    lists = [v for v in members if isinstance(v, list) and v and isinstance(v[0], dict)]
    return lists[0] if len(lists) == 1 else []


def _nothing(constant: str) -> None:
    """NaN and Infinity are no JSON and no number."""


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return _dumped(value)


def _dumped(value: Any) -> str:
    """Write a nested value as JSON in which numbers keep their digits."""
    if isinstance(value, _Digits):
        return str(value)
    if isinstance(value, dict):
        return "{" + ",".join(f"{_dumped(str(k))}:{_dumped(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_dumped, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _append(source: Source, columns: _Columns, rows: list[dict[str, str | None]]) -> None:
    import pyarrow as pa

    known = len(columns.names)
    columns.learn(rows)
    if not columns.names:
        return
    names = [f"c{place}" for place in range(len(columns.names))]
    if not known:
        source.connection.execute("CREATE SCHEMA IF NOT EXISTS reading")
        source.connection.execute(f"CREATE OR REPLACE TABLE {_STAGED} ({' VARCHAR, '.join(names)} VARCHAR)")
    for name in names[known:] if known else ():
        source.connection.execute(f"ALTER TABLE {_STAGED} ADD COLUMN {name} VARCHAR")
    cells = [pa.array([row.get(name) for row in rows], pa.string()) for name in columns.names]
    source.connection.register("arriving_objects", pa.table(cells, names=names))
    source.connection.execute(f"INSERT INTO {_STAGED} FROM arriving_objects")
    source.connection.unregister("arriving_objects")
