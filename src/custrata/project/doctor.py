"""What is installed, where things lie, and what could be wrong."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import CustrataError
from custrata.project.place import Place, locate, settings_of

_PARTS = (
    "ibis-framework",
    "duckdb",
    "pydantic",
    "numpy",
    "pyarrow",
    "python-pptx",
    "altair",
    "vl-convert-python",
)
_LEAST_FREE_BYTES = 2**30


def examine(path: Path) -> list[dict[str, Any]]:
    """Check installation and project.

    Returns:
        A list of checks with ``state`` (ok, note, error), ``what``, ``found`` and ``to_do``.
    """
    return [*_installation(), *_project(path)]


def _check(state: str, what: str, found: str, to_do: str = "") -> dict[str, Any]:
    return {"state": state, "what": what, "found": found, "to_do": to_do}


def _installation() -> Iterator[dict[str, Any]]:
    yield _check("ok", "python", platform.python_version())
    yield _check("ok", "custrata", metadata.version("custrata"))
    for part in _PARTS:
        try:
            yield _check("ok", part, metadata.version(part))
        except metadata.PackageNotFoundError:
            yield _check("error", part, "missing", f"pip install {part}")


def _project(path: Path) -> Iterator[dict[str, Any]]:
    try:
        place = locate(path)
        settings_of(place)
    except CustrataError as error:
        yield _check("error", "project", str(error), error.remedy)
        return
    yield _check("ok", "data", place.data.name)
    for what, file in (
        ("settings", place.settings),
        ("mapping", place.mapping),
        ("strategy", place.strategy),
    ):
        yield _check(
            "ok" if file.is_file() else "note", what, file.name if file.is_file() else "not written yet"
        )
    yield from _state(place)


def _state(place: Place) -> Iterator[dict[str, Any]]:
    free = shutil.disk_usage(place.root).free
    state, to_do = ("ok", "") if free > _LEAST_FREE_BYTES else ("error", "free at least 1 GB")
    yield _check(state, "free space", f"{free / 2**30:.1f} GB", to_do)
    store = SnapshotStore(place.state)
    try:
        folder = store.current()
        if folder is None:
            yield _check("note", "snapshot", "none yet", "custrata build DIR")
            return
        store.load()
        yield _check("ok", "snapshot", f"{folder.name[:12]}, {len(store.names())} kept")
    except CustrataError as error:
        yield _check("error", "snapshot", str(error), error.remedy)
