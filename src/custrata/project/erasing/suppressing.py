"""Whoever was erased stays away: raw files that come later are cleared of them before they are read."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from custrata.engine.snapshots import replace_text
from custrata.project.erasing.columns import KINDS, Columns, columns_of_tables
from custrata.project.erasing.rewriting import Rewritten, rewrite
from custrata.project.erasing.thinning import thin_all
from custrata.project.erasing.traces import GONE, Kind, Traces, plain_key
from custrata.project.place import Place

FILE = "suppressed.json"
"""Who stays away, beside the snapshots."""
SEEN = "suppressed.seen"
"""The files that were cleared already."""
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Suppressed:
    """Who stays away, as hashes: the list itself names nobody.

    Attributes:
        salt: Random; the same key has another hash in another project.
        marks: Hashes of kinds with keys.
        on: Day of the latest erasure.
    """

    salt: str
    marks: frozenset[str]
    on: str = ""

    @property
    def columns(self) -> Collection[str]:
        """Columns of the contract by which a row belongs to somebody."""
        return KINDS

    def takes(self, kind: Kind, cell: str) -> bool:
        """Whether a row goes because of a cell."""
        return _mark(self.salt, kind, cell) in self.marks

    def among(self, column: str, values: Iterable[str]) -> list[str]:
        """Those of the values of a column of the contract that stay away."""
        return [value for value in values if self.takes(KINDS[column], value)]

    def clean(self, text: str) -> str:
        """A text without addresses of who stays away."""
        if "@" not in text:
            return text
        return _ADDRESS.sub(lambda m: GONE if self.takes("email", m.group()) else m.group(), text)


def suppress(place: Place, traces: Traces, on: dt.date | None = None) -> None:
    """Let a person stay away from now on.

    Args:
        place: Where the parts of the project lie.
        traces: Who.
        on: The day, for snapshots that come back from a backup.
    """
    kept = read(place) or Suppressed(secrets.token_hex(16), frozenset())
    keys: list[tuple[Kind, str]] = [("customer", key) for key in traces.customers]
    keys += [("person", key) for key in traces.persons]
    keys += [("email", key) for key in traces.emails]
    marks = kept.marks | {_mark(kept.salt, kind, key) for kind, key in keys}
    day = on.isoformat() if on else kept.on
    text = json.dumps({"salt": kept.salt, "marks": sorted(marks), "on": day}, indent=1)
    replace_text(place.state / FILE, text + "\n")
    (place.state / SEEN).unlink(missing_ok=True)


def read(place: Place) -> Suppressed | None:
    """Who stays away from a project; None for nobody.

    Args:
        place: Where the parts of the project lie.
    """
    file = place.state / FILE
    if not file.is_file():
        return None
    kept = json.loads(file.read_text(encoding="utf-8"))
    return Suppressed(kept["salt"], frozenset(kept["marks"]), kept.get("on", ""))


def keep_away(place: Place) -> int:
    """Clear raw files of who stays away; called before every build.

    Where the list is new to the project, as after a backup was restored, its snapshots are cleared as well.

    Args:
        place: Where the parts of the project lie.

    Returns:
        How many rows went.
    """
    suppressed = read(place)
    if suppressed is None:
        return 0
    file = place.state / SEEN
    seen = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    mapping = _state(place.mapping)
    tables = columns_of_tables(place)
    removed, now = 0 if file.is_file() else sum(thin_all(place, suppressed, suppressed.on).values()), {}
    for path in raw_files(place):
        name = path.relative_to(place.data).as_posix() if place.data.is_dir() else path.name
        if seen.get(name) != [_state(path), mapping]:
            removed += rewrite(path, parts_of(name, tables), suppressed).removed
        now[name] = [_state(path), mapping]
    replace_text(file, json.dumps(now) + "\n")
    return removed


def clear(place: Place, traces: Traces) -> dict[str, Rewritten]:
    """Write all raw files again without a person.

    Args:
        place: Where the parts of the project lie.
        traces: Who.

    Returns:
        What became of each file that held the person, or that cannot be written again, by name.
    """
    tables = columns_of_tables(place)
    made: dict[str, Rewritten] = {}
    for path in raw_files(place):
        name = path.relative_to(place.data).as_posix() if place.data.is_dir() else path.name
        done = rewrite(path, parts_of(name, tables), traces)
        if done.removed or done.cleaned or not done.able:
            made[name] = done
    return made


def raw_files(place: Place) -> list[Path]:
    """The raw files of a project, sorted."""
    if place.data.is_file():
        return [place.data]
    ours = {place.settings, place.mapping, place.strategy}
    found = (path for path in place.data.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(
        path
        for path in found
        if path not in ours and not any(part.startswith(".") for part in path.relative_to(place.data).parts)
    )


def parts_of(name: str, tables: dict[str, Columns]) -> dict[str, Columns]:
    """Columns with keys of one file, by its parts.

    Args:
        name: The file, relative to the folder of data.
        tables: Columns by raw table, as the mapping names it.
    """
    return {
        source.partition("#")[2]: columns
        for source, columns in tables.items()
        if source.partition("#")[0] == name
    }


def _mark(salt: str, kind: Kind, key: str) -> str:
    return hashlib.blake2b(f"{kind}:{plain_key(key)}".encode(), key=salt.encode(), digest_size=16).hexdigest()


def _state(path: Path) -> list[int]:
    if not path.is_file():
        return []
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns]
