"""From a project's raw data to its snapshot: only when something changed."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import InputError
from custrata.project.place import Place
from custrata.settings import Settings
from custrata.snapshot import InputFile, Manifest, Snapshot

if TYPE_CHECKING:
    from custrata.engine.duckdb import DuckDBEngine
    from custrata.project.erasing.suppressing import Suppressed

Progress = Callable[[str, float], None]
"""Called with the stage that begins and the share (0 to 1) of the stages done."""


@dataclass(frozen=True)
class BuildResult:
    """What a build gave: the snapshot, whether it was computed now, and how long the call took."""

    snapshot: Snapshot
    rebuilt: bool
    seconds: float


@dataclass(frozen=True)
class Limits:
    """What the engine may use; never part of a fingerprint."""

    memory: str | None = None
    threads: int | None = None


def build_project(
    place: Place,
    settings: Settings,
    *,
    limits: Limits | None = None,
    progress: Progress = lambda stage, share: None,
    again: bool = False,
) -> BuildResult:
    """Make the snapshot of a project, or return the latest one when nothing changed since.

    Args:
        place: Where the parts of the project lie.
        settings: What the company set.
        limits: Memory and threads of the engine.
        progress: Told at the start of every stage, and again before the snapshot takes the place of the
            last one; whatever it raises ends the build, and the last snapshot stands.
        again: Build even when nothing changed.

    Raises:
        CustrataError: Data cannot be read, a question is open, or the snapshot cannot be written.
    """
    started = time.perf_counter()
    store = SnapshotStore(place.state)
    _keep_away(place)
    inputs = _stated(place)
    if not again and (kept := _unchanged(store, place, settings, inputs)):
        return BuildResult(kept, False, time.perf_counter() - started)
    with scratch_folder(place) as scratch:
        store.sweep()
        snapshot = _build(place, settings, store, scratch, limits or Limits(), progress)
    return BuildResult(snapshot, True, time.perf_counter() - started)


def who_stays_away(place: Place) -> Suppressed | None:
    """Who was erased from a project, as hashes; None for nobody.

    Args:
        place: Where the parts of the project lie.
    """
    if not (place.state / "suppressed.json").is_file():
        return None
    from custrata.project.erasing.suppressing import read

    return read(place)


def _away_mark(place: Place) -> dict[str, str]:
    """Somebody erased means another snapshot, also where no file could be written again."""
    mark = _file_hash(place.state / "suppressed.json")
    return {"erased": mark[:16]} if mark else {}


def _keep_away(place: Place) -> None:
    """Whoever was erased is not brought back by a file that came later."""
    if (place.state / "suppressed.json").is_file():
        from custrata.project.erasing.suppressing import keep_away

        keep_away(place)


def _build(
    place: Place, settings: Settings, store: SnapshotStore, scratch: Path, limits: Limits, progress: Progress
) -> Snapshot:
    from custrata.build import STAGES, build
    from custrata.engine.duckdb import DuckDBEngine
    from custrata.project.mapping_file import keep_mapping, read_mapping

    inputs = tuple(_hashed(place, file) for file in _stated(place))
    away = who_stays_away(place)
    engine = DuckDBEngine(scratch, memory=limits.memory, threads=limits.threads)
    try:
        built = build(
            place.data,
            settings,
            engine,
            mapping=read_mapping(place),
            keep_mapping=lambda mapping: keep_mapping(place, mapping),
            inputs=inputs,
            versions=versions() | _away_mark(place),
            away=away,
            progress=progress,
        )

        def export(folder: Path) -> None:
            _export(engine, built.tables, folder)
            progress(STAGES[-1], 1.0)

        store.write(built.snapshot, export)
    finally:
        engine.close()
    return built.snapshot


def _export(engine: DuckDBEngine, tables: tuple[str, ...], folder: Path) -> None:
    for name in tables:
        engine.export(name, folder / f"{name}.parquet")


def _unchanged(
    store: SnapshotStore, place: Place, settings: Settings, inputs: tuple[InputFile, ...]
) -> Snapshot | None:
    manifest = store.manifest()
    if manifest is None or not _same_conditions(manifest, place, settings):
        return None
    kept = {file.file: file for file in manifest.inputs}
    if kept.keys() != {file.file for file in inputs}:
        return None
    return store.load() if all(_same_file(place, file, kept[file.file]) for file in inputs) else None


def _same_conditions(manifest: Manifest, place: Place, settings: Settings) -> bool:
    return (
        dict(manifest.settings) == settings.plain()
        and dict(manifest.versions) == versions() | _away_mark(place)
        and manifest.mapping == _file_hash(place.mapping)
    )


def _same_file(place: Place, now: InputFile, then: InputFile) -> bool:
    if (now.bytes, now.modified_ns) == (then.bytes, then.modified_ns):
        return True
    return now.bytes == then.bytes and _hashed(place, now).sha256 == then.sha256


def _stated(place: Place) -> tuple[InputFile, ...]:
    """The raw files with size and time; their bytes are hashed only when a build reads them."""
    if place.data.is_file():
        return (_state(place.data, place.data.name),)
    files = sorted(_files(place.data, place), key=lambda p: p.relative_to(place.data).as_posix())
    if not files:
        raise InputError(
            "the folder holds no files",
            where=place.data.name,
            remedy="put exports there: CSV, Excel, Parquet, SQLite",
        )
    return tuple(_state(path, path.relative_to(place.data).as_posix()) for path in files)


def _files(folder: Path, place: Place) -> Iterator[Path]:
    for entry in os.scandir(folder):
        if entry.name.startswith(".") or entry.name.endswith(".custrata"):
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _files(path, place)
        elif entry.is_file() and path not in (place.settings, place.mapping, place.strategy):
            yield path


def _state(path: Path, name: str) -> InputFile:
    stat = path.stat()
    return InputFile(name, stat.st_size, stat.st_mtime_ns, "")


def _hashed(place: Place, file: InputFile) -> InputFile:
    path = place.data if place.data.is_file() else place.data / file.file
    with path.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    return InputFile(file.file, file.bytes, file.modified_ns, digest)


def _file_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def versions() -> dict[str, str]:
    """Versions of what computes a snapshot; another one means that it is computed again."""
    return {
        "custrata": metadata.version("custrata"),
        "code": _code(),
        **{name: metadata.version(name) for name in ("duckdb", "ibis-framework", "numpy")},
    }


def _code() -> str:
    """A hash over names, sizes and times of the program's files: an edit in a checkout is a new version."""
    root = Path(__file__).resolve().parents[1]
    stats = ((p.relative_to(root).as_posix(), p.stat()) for p in sorted(root.rglob("*.py")))
    text = ";".join(f"{name},{stat.st_size},{stat.st_mtime_ns}" for name, stat in stats)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@contextmanager
def scratch_folder(place: Place) -> Iterator[Path]:
    """A folder for spilled data that is gone afterwards; a killed build's is swept by the next one."""
    scratch = place.state / f"scratch-{os.getpid()}"
    try:
        scratch.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"nothing can be written here ({error.strerror})",
            where=str(place.state.name),
            remedy="run custrata new NEWDIR --data THISDIR to keep the project elsewhere",
        ) from error
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
