"""Where snapshots are kept: written beside, swapped in by rename, never changed afterwards."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from custrata.errors import SnapshotError
from custrata.snapshot import Manifest, Snapshot
from custrata.vocabulary import Reading

_MANIFEST = TypeAdapter(Manifest)
_READINGS = TypeAdapter(tuple[Reading, ...])
_QUERIES = TypeAdapter(tuple[tuple[str, ...], dict[str, int]])
_REMEDY = "run custrata build again; the raw data are untouched"


class SnapshotStore:
    """The snapshots of one project.

    Args:
        root: The folder that holds ``snapshots/`` and the file ``current``; it need not exist yet.

    Example:
        >>> SnapshotStore(Path("nowhere")).current() is None
        True
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folder = root / "snapshots"
        self._pointer = root / "current"

    def current(self) -> Path | None:
        """The folder of the latest snapshot, or None when there is none."""
        try:
            name = self._pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        folder = self._folder / name
        if not name or not folder.is_dir():
            raise SnapshotError("the latest snapshot is gone", where=f"snapshots/{name}", remedy=_REMEDY)
        return folder

    def names(self) -> tuple[str, ...]:
        """Fingerprints of all snapshots kept, oldest first."""
        if not self._folder.is_dir():
            return ()
        kept = [p for p in self._folder.iterdir() if p.is_dir() and not p.name.startswith("tmp-")]
        return tuple(p.name for p in sorted(kept, key=lambda p: (p.stat().st_mtime_ns, p.name)))

    def manifest(self) -> Manifest | None:
        """The manifest of the latest snapshot, or None when there is none or it cannot be read."""
        try:
            folder = self.current()
            return _MANIFEST.validate_json(_bytes(folder / "manifest.json")) if folder else None
        except (SnapshotError, ValidationError):
            return None

    def load(self, name: str | None = None) -> Snapshot:
        """Read a snapshot.

        Args:
            name: Fingerprint or its beginning; None for the latest.

        Raises:
            SnapshotError: There is none, or a file of it is damaged.
        """
        folder = self.folder(name) if name else self.current()
        if folder is None:
            raise SnapshotError("there is no snapshot yet", remedy="run custrata build DIR first")
        try:
            return Snapshot(
                _MANIFEST.validate_json(_bytes(folder / "manifest.json")),
                _READINGS.validate_json(_bytes(folder / "readings.json")),
                _queries(_bytes(folder / "queries.json")),
            )
        except ValidationError as error:
            raise SnapshotError(
                "the snapshot is damaged or of another version",
                where=f"snapshots/{folder.name}",
                remedy=_REMEDY,
            ) from error

    def tables(self, name: str | None = None) -> dict[str, Path]:
        """The Parquet files of a snapshot by table name."""
        folder = self.folder(name) if name else self.current()
        files = sorted((folder / "tables").glob("*.parquet")) if folder else []
        return {path.stem: path for path in files}

    def write(self, snapshot: Snapshot, export: Callable[[Path], None]) -> Path:
        """Keep a snapshot and make it the latest.

        Args:
            snapshot: Its manifest, readings and queries.
            export: Called with an empty folder into which the tables are written.

        Returns:
            The folder of the snapshot.
        """
        beside = self._folder / f"tmp-{os.getpid()}-{snapshot.manifest.fingerprint}"
        try:
            final = self._write_beside(snapshot, beside, export)
        except BaseException as error:  # a build that is stopped leaves no half folder either
            shutil.rmtree(beside, ignore_errors=True)
            if not isinstance(error, OSError):
                raise
            raise SnapshotError(
                f"the snapshot cannot be written ({error.strerror or error})",
                where=str(self.root.name),
                remedy="free space or make the folder writable; the last snapshot stands",
            ) from error
        replace_text(self._pointer, final.name + "\n")
        for older in self._folder.glob(f"{snapshot.manifest.fingerprint}*"):
            if older != final:
                shutil.rmtree(older, ignore_errors=True)
        return final

    def _write_beside(self, snapshot: Snapshot, beside: Path, export: Callable[[Path], None]) -> Path:
        shutil.rmtree(beside, ignore_errors=True)
        (beside / "tables").mkdir(parents=True)
        export(beside / "tables")
        _put(beside / "readings.json", _READINGS.dump_json(snapshot.readings))
        _put(beside / "queries.json", _queries_text(snapshot.queries))
        _put(beside / "manifest.json", _MANIFEST.dump_json(snapshot.manifest, indent=1))
        for path in sorted(beside.rglob("*")):
            _flush(path)
        final = self._free_name(snapshot.manifest.fingerprint)
        beside.rename(final)
        _flush(self._folder)
        return final

    def _free_name(self, fingerprint: str) -> Path:
        """A name not taken: a snapshot in use is never moved, so that a kill cannot catch it on its way."""
        taken = (self._folder / f"{fingerprint}.{n}" if n else self._folder / fingerprint for n in count())
        return next(path for path in taken if not path.exists())

    def sweep(self) -> int:
        """Remove what builds that were killed left behind; returns how many folders."""
        orphans = list(self._orphans())
        for path in orphans:
            shutil.rmtree(path, ignore_errors=True)
        return len(orphans)

    def _orphans(self) -> Iterator[Path]:
        for path in [*self._folder.glob("tmp-*"), *self.root.glob("scratch-*")]:
            process = path.name.split("-")[1]
            if not process.isdigit() or not _runs(int(process)):
                yield path

    def folder(self, name: str) -> Path:
        """The folder of a snapshot.

        Args:
            name: Its whole name, its fingerprint, or the beginning of one.

        Raises:
            SnapshotError: There is none, or there are several.
        """
        names = self.names()
        # One that is built again lies for a moment beside the other, whose name its own begins with.
        found = [name] if name in names else [n for n in names if n.startswith(name)]
        if len(found) != 1:
            what = "no snapshot has this fingerprint" if not found else "several snapshots begin like this"
            raise SnapshotError(what, where=name, remedy="see custrata doctor for the snapshots kept")
        return self._folder / found[0]


def replace_text(path: Path, text: str) -> None:
    """Write a text file so that a reader sees the old or the new one, never another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _put(beside, text.encode("utf-8"))
        _flush(beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _queries_text(queries: Mapping[str, str]) -> bytes:
    """Each text once, and which one a fingerprint names: many measures come from one query."""
    texts = tuple(sorted(set(queries.values())))
    places = {text: number for number, text in enumerate(texts)}
    return _QUERIES.dump_json((texts, {name: places[text] for name, text in sorted(queries.items())}))


def _queries(data: bytes) -> dict[str, str]:
    texts, places = _QUERIES.validate_json(data)
    return {name: texts[place] for name, place in places.items()}


def _put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SnapshotError(
            f"a file of the snapshot cannot be read ({error.strerror})", where=path.name, remedy=_REMEDY
        ) from error


def _flush(path: Path) -> None:
    """Bring a file or folder to the disk, so that a power cut after the rename finds it whole."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
