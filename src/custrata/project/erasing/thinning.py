"""Rows of a person taken out of a snapshot, which says how many and when, never who."""

from __future__ import annotations

import json
from pathlib import Path

from custrata.engine.snapshots import SnapshotStore, replace_text
from custrata.project.erasing.columns import KINDS
from custrata.project.erasing.rewriting import rewrite
from custrata.project.erasing.traces import Matcher
from custrata.project.place import Place

TOMBSTONE = "erased.json"
"""Lies in every snapshot from which somebody was taken: how many rows, and when; never who."""


def thin_all(place: Place, matcher: Matcher, on: str) -> dict[str, int]:
    """Take a person out of every snapshot.

    Args:
        place: Where the parts of the project lie.
        matcher: Says which rows go.
        on: The day, for the tombstones.

    Returns:
        Rows that went, by name of the snapshot.
    """
    store = SnapshotStore(place.state)
    return {name: thin(store.root / "snapshots" / name, matcher, on) for name in store.names()}


def thin(folder: Path, matcher: Matcher, on: str) -> int:
    """Take a person out of one snapshot; returns how many rows went.

    Args:
        folder: The snapshot.
        matcher: Says which rows go.
        on: The day.
    """
    removed = 0
    for file in sorted((folder / "tables").glob("*.parquet")):
        columns = dict(KINDS)
        if file.stem == "customers":
            # A customer's own row names its parent: it goes with the customer, not with the parent.
            del columns["parent_id"]
        removed += rewrite(file, {"": columns}, matcher).removed
    if removed:
        tomb = folder / TOMBSTONE
        before = json.loads(tomb.read_text(encoding="utf-8")) if tomb.is_file() else []
        replace_text(tomb, json.dumps([*before, {"on": on, "rows": removed}]) + "\n")
    return removed


def erased_at(folder: Path) -> int:
    """When somebody was last taken out of a snapshot, in nanoseconds; 0 for never.

    Args:
        folder: The snapshot.
    """
    tomb = folder / TOMBSTONE
    return tomb.stat().st_mtime_ns if tomb.is_file() else 0
