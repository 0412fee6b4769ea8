"""The builds of a project: which snapshots there are, and what differs between two of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import SnapshotError
from custrata.project.place import Place
from custrata.snapshot import Manifest

_MANIFEST = TypeAdapter(Manifest)


@dataclass(frozen=True)
class Kept:
    """A snapshot that is kept: its name, its manifest, when it was made, whether it is the one in use."""

    name: str
    manifest: Manifest
    made: dt.datetime
    in_use: bool


@dataclass(frozen=True)
class Difference:
    """One thing in which two snapshots differ."""

    what: str
    before: str
    after: str


def builds_of(place: Place, most: int = 30) -> tuple[Kept, ...]:
    """The snapshots that are kept, newest first; what cannot be read any more is left out.

    Args:
        place: The project.
        most: At most so many.
    """
    store = SnapshotStore(place.state)
    try:
        current = store.current()
    except SnapshotError:
        current = None
    found = []
    for name in reversed(store.names()[-most:]):
        kept = _kept(place, name, bool(current and current.name == name))
        found += [kept] if kept else []
    return tuple(found)


def _kept(place: Place, name: str, in_use: bool) -> Kept | None:
    file = place.state / "snapshots" / name / "manifest.json"
    try:
        manifest = _MANIFEST.validate_json(file.read_bytes())
        made = dt.datetime.fromtimestamp(file.stat().st_mtime, tz=dt.UTC)
    except (OSError, ValidationError):
        return None
    return Kept(name, manifest, made, in_use)


def differences(before: Manifest, after: Manifest) -> tuple[Difference, ...]:
    """What differs between two snapshots: day, files, rows, settings, mapping, versions.

    Args:
        before: The manifest of the earlier one.
        after: The manifest of the later one.
    """
    pairs = [
        ("Fingerprint", before.fingerprint[:12], after.fingerprint[:12]),
        ("Data to", _day(before), _day(after)),
        ("Mapping", before.mapping[:8], after.mapping[:8]),
        ("Rows loaded", f"{before.account.loaded:,}", f"{after.account.loaded:,}"),
        ("Rows set aside", f"{before.account.set_aside:,}", f"{after.account.set_aside:,}"),
    ]
    files = ({f.file: f.sha256 for f in m.inputs} for m in (before, after))
    pairs += _of_maps("File", *({name: h[:8] for name, h in one.items()} for one in files))
    pairs += _of_maps("Rows of", *({k: f"{v:,}" for k, v in m.tables.items()} for m in (before, after)))
    pairs += _of_maps("Setting", *({k: str(v) for k, v in m.settings.items()} for m in (before, after)))
    pairs += _of_maps("Version of", *(dict(m.versions) for m in (before, after)))
    return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])


def _of_maps(word: str, one: dict[str, str], other: dict[str, str]) -> list[tuple[str, str, str]]:
    names = sorted(one.keys() | other.keys())
    return [(f"{word} {name}", one.get(name, "not there"), other.get(name, "not there")) for name in names]


def _day(manifest: Manifest) -> str:
    return "no dates" if manifest.notional else manifest.as_of.isoformat()
