"""Questions to the latest snapshot: measures by any dimension, and the customers themselves."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from custrata.customers.base import Base
from custrata.engine.duckdb import DuckDBEngine
from custrata.engine.snapshots import SnapshotStore
from custrata.errors import MeasureError
from custrata.measures.catalogue import CATALOGUE
from custrata.project.place import locate
from custrata.settings import Settings
from custrata.snapshot import Snapshot
from custrata.vocabulary import Reading


def list_measures(path: Path) -> list[dict[str, Any]]:
    """All measures of the catalogue with unit and definition, and whether the snapshot can answer them."""
    store = SnapshotStore(locate(path).state)
    missing = store.load().manifest.missing if store.current() else {}
    return [
        {
            "measure": measure.id,
            "unit": measure.unit,
            "direction": str(measure.direction),
            "timing": str(measure.timing),
            "definition": measure.definition,
            "missing": missing.get(measure.id),
        }
        for measure in CATALOGUE.values()
    ]
