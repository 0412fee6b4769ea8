"""A scene without persons: what may be shown to whoever holds a link."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from custrata.engine.duckdb import DuckDBEngine
from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import Place
from custrata.project.showing.scene import Scene
from custrata.snapshot import Snapshot
from custrata.sources.account import Caveat
from custrata.strategy.acting.masking import Mask, persons_in, without_persons

_NAMED = (("customers", ("name", "owner")), ("people", ("name", "email")))
"""Tables of a snapshot and their columns that name persons."""


def unnamed(scene: Scene, people: Collection[str] = ()) -> Scene:
    """The scene as strangers may see it: no person, no query, neither in the snapshot nor in an earlier one.

    Args:
        scene: Snapshot beside strategy.
        people: Names of the company's own people to leave out, beside those that the strategy states.
    """
    known = (*people, *named_in(scene.place))
    document = without_persons(scene.document, known, people)
    stated = tuple(persons_in(scene.document))

    def bare(snapshot: Snapshot) -> Snapshot:
        # Who has left since stands in the tables of the earlier snapshot alone.
        earlier = snapshot.manifest.fingerprint != scene.snapshot.manifest.fingerprint
        names = (*known, *named_in(scene.place, snapshot.manifest.fingerprint)) if earlier else known
        return _bare(snapshot, Mask([name for name in (*names, *stated) if " " in name.strip()]), names)

    return scene.veiled(bare, document)


def named_in(place: Place, name: str | None = None) -> frozenset[str]:
    """Names and addresses that the tables of a snapshot hold.

    Args:
        place: The project.
        name: Fingerprint of the snapshot; None for the latest.
    """
    held = SnapshotStore(place.state).tables(name)
    wanted = [(table, columns) for table, columns in _NAMED if table in held]
    found: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="custrata-") as scratch:
        engine = DuckDBEngine(Path(scratch))
        try:
            for table, columns in wanted:
                engine.attach(table, held[table])
                rows = engine.table(table)
                for column in (c for c in columns if c in rows.columns):
                    asked = rows.select(column).distinct()
                    found |= {str(r[column]) for r in engine.rows(asked) if r[column]}
        finally:
            engine.close()
    return frozenset(found)


def _bare(snapshot: Snapshot, mask: Mask, names: Collection[str]) -> Snapshot:
    """The snapshot without queries, without parts of the base that are named like a person."""
    persons = {name.casefold() for name in names}
    kept = tuple(r for r in snapshot.readings if not any(v.casefold() in persons for _, v in r.segment))
    caveats = tuple(_masked(caveat, mask) for caveat in snapshot.manifest.caveats)
    return Snapshot(replace(snapshot.manifest, caveats=caveats, inputs=()), kept, {})


def _masked(caveat: Caveat, mask: Mask) -> Caveat:
    return replace(caveat, text=mask.text(caveat.text), where=mask.text(caveat.where))
