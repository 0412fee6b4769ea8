"""A scene without persons: what may be shown to whoever holds a link."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from custrata.engine.snapshots import SnapshotStore
from custrata.project.asking import opened
from custrata.project.place import Place
from custrata.project.showing.scene import Scene
from custrata.snapshot import Snapshot
from custrata.sources.account import Caveat
from custrata.strategy.acting.masking import Mask, persons_in, without_persons

_NAMED = (("customers", ("name", "owner")), ("people", ("name", "email")))
"""Tables of a snapshot and their columns that name persons."""


def unnamed(scene: Scene, people: Collection[str] = ()) -> Scene:
    """The scene as strangers may see it: no person, no query.

    Args:
        scene: Snapshot beside strategy.
        people: Names of the company's own people to leave out, beside those that the strategy states.
    """
    known = (*people, *named_in(scene.place))
    document = without_persons(scene.document, known, people)
    mask = Mask([name for name in (*known, *persons_in(scene.document)) if " " in name.strip()])
    return Scene(scene.place, _bare(scene.snapshot, mask, known), document, scene.example)


def named_in(place: Place) -> frozenset[str]:
    """Names and addresses that the tables of the latest snapshot hold.

    Args:
        place: The project.
    """
    store = SnapshotStore(place.state)
    held = store.tables()
    wanted = [(table, columns) for table, columns in _NAMED if table in held]
    if not wanted:
        return frozenset()
    with opened(store, store.load().manifest) as (_, engine):
        found: set[str] = set()
        for table, columns in wanted:
            rows = engine.table(table)
            for name in (c for c in columns if c in rows.columns):
                found |= {str(r[name]) for r in engine.rows(rows.select(name).distinct()) if r[name]}
    return frozenset(found)


def _bare(snapshot: Snapshot, mask: Mask, names: Collection[str]) -> Snapshot:
    """The snapshot without queries, without parts of the base that are named like a person."""
    persons = {name.casefold() for name in names}
    kept = tuple(r for r in snapshot.readings if not any(v.casefold() in persons for _, v in r.segment))
    caveats = tuple(_masked(caveat, mask) for caveat in snapshot.manifest.caveats)
    return Snapshot(replace(snapshot.manifest, caveats=caveats, inputs=()), kept, {})


def _masked(caveat: Caveat, mask: Mask) -> Caveat:
    return replace(caveat, text=mask.text(caveat.text), where=mask.text(caveat.where))
