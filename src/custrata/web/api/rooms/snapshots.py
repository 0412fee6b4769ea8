"""Snapshots and their readings, and the catalogue of measures."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import MeasureError
from custrata.measures.catalogue import CATALOGUE
from custrata.project.live.small import held_back
from custrata.project.showing.dated import snapshot_at
from custrata.snapshot import Manifest, Snapshot
from custrata.vocabulary import Reading
from custrata.web.api.gate import asks, leaves
from custrata.web.api.marks import marked, unchanged
from custrata.web.api.paging import Cursor, Limit, page
from custrata.web.api.rooms.answering import Slug, answers, asking_in
from custrata.web.strategies.staging import snapshot_of
from custrata.web.workspaces.handover import handover
from custrata.web.workspaces.rights import Right

router = Router(tags=["snapshots"])

AsOf = Annotated[
    dt.date | None, Query(None, description="Takes the snapshot whose data end last on or before this day.")
]


class PeriodShape(Schema):
    """A span of whole days, both ends included."""

    name: str
    start: dt.date
    end: dt.date


class ReadingShape(Schema):
    """A number with all that it must not be shown without."""

    measure: str
    value: float | None
    unit: str
    n: int
    n_of: str
    period: PeriodShape
    segment: dict[str, str]
    low: float | None
    high: float | None
    method: str
    definition: str
    fingerprint: str
    reason: str | None


class Readings(Schema):
    """A page of readings, and the snapshot that they are of."""

    snapshot: str
    as_of: dt.date
    items: list[ReadingShape]
    next: str | None


class SnapshotShape(Schema):
    """What a snapshot says about itself."""

    fingerprint: str
    company: str
    as_of: dt.date
    notional: bool
    currency: str
    relationship: str
    windows: dict[str, PeriodShape]
    rows: dict[str, int]
    readings: int
    missing: dict[str, str]


class Snapshots(Schema):
    """A page of snapshots, the latest first."""

    items: list[str]
    current: str | None
    next: str | None


class MeasureShape(Schema):
    """A measure of the catalogue."""

    id: str
    title: str
    definition: str
    unit: str
    n_of: str
    direction: str
    timing: str
    by: list[str]
    periods: list[str]


class Measures(Schema):
    """A page of measures."""

    items: list[MeasureShape]
    next: str | None


@router.get("/measures", auth=asks(None), response=answers(Measures), summary="Catalogue of measures")
def measures(request: HttpRequest, limit: Limit, cursor: Cursor) -> Any:
    """Every measure that the program knows."""
    found, following = page(tuple(CATALOGUE.values()), limit, cursor)
    names = ("id", "title", "definition", "unit", "n_of")
    items = [
        {name: getattr(m, name) for name in names}
        | {
            "direction": m.direction.value,
            "timing": m.timing.value,
            "by": list(m.by),
            "periods": list(m.periods),
        }
        for m in found
    ]
    return {"items": items, "next": following}


@router.get(
    "/workspaces/{slug:slug}/snapshots",
    auth=asks(Right.SEE),
    response=answers(Snapshots),
    summary="Snapshots",
)
def snapshots(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """Names of the snapshots that are kept, the latest first."""
    store = SnapshotStore(asking_in(request).workspace.place.state)
    current = handover.shown(store.root)
    items, following = page(store.names()[::-1], limit, cursor)
    return {"items": list(items), "current": current.name if current else None, "next": following}


@router.get(
    "/workspaces/{slug:slug}/snapshots/{name}",
    auth=asks(Right.SEE),
    response=answers(SnapshotShape, 304),
    summary="A snapshot",
)
def snapshot(request: HttpRequest, response: HttpResponse, slug: Slug, name: str) -> Any:
    """What a snapshot says about itself; ``current`` is the latest."""
    workspace = asking_in(request).workspace
    kept = name != "current"
    found = SnapshotStore(workspace.place.state).load(name) if kept else snapshot_of(workspace)
    mark = found.manifest.fingerprint
    marked(response, mark)
    return unchanged(request, mark) or _shape(found)


@router.get(
    "/workspaces/{slug:slug}/readings",
    auth=asks(Right.SEE),
    response=answers(Readings, 304),
    summary="Readings of a snapshot",
)
def readings(
    request: HttpRequest,
    response: HttpResponse,
    slug: Slug,
    limit: Limit,
    cursor: Cursor,
    as_of: AsOf,
    measure: str = "",
    period: str = "",
    dimension: str = "",
    value: str = "",
) -> Any:
    """The readings of a snapshot, by measure, period, dimension and value of a dimension."""
    asking = asking_in(request)
    found = snapshot_at(asking.workspace.place, as_of) if as_of else snapshot_of(asking.workspace)
    mark = found.manifest.fingerprint
    if measure and measure not in CATALOGUE:
        raise MeasureError("no measure is called so", where=measure, remedy="list them: GET /api/v1/measures")
    marked(response, mark)
    same = unchanged(request, mark)
    if same is not None:
        return same
    all_of_them = held_back(found.readings) if leaves(asking) else found.readings
    kept = [r for r in all_of_them if _asked(r, measure, period, dimension, value)]
    items, following = page(kept, limit, cursor)
    return {
        "snapshot": mark,
        "as_of": found.manifest.as_of,
        "items": [reading_shape(r, found.manifest) for r in items],
        "next": following,
    }


def reading_shape(reading: Reading, manifest: Manifest) -> dict[str, Any]:
    """A reading as plain values; of a stage the definition says who is counted there.

    Args:
        reading: The reading.
        manifest: Of its snapshot.
    """
    names = ("measure", "value", "unit", "n", "n_of", "low", "high", "method", "fingerprint")
    span = {"name": reading.period.name, "start": reading.period.start, "end": reading.period.end}
    return {name: getattr(reading, name) for name in names} | {
        "definition": manifest.definition_of(reading),
        "reason": reading.reason,
        "segment": dict(reading.segment),
        "period": span,
    }


def _asked(reading: Reading, measure: str, period: str, dimension: str, value: str) -> bool:
    pairs = reading.segment
    return (
        (not measure or reading.measure == measure)
        and (not period or reading.period.name == period)
        and (not dimension or any(d == dimension for d, _ in pairs))
        and (not value or any(v == value and dimension in ("", d) for d, v in pairs))
    )


def _shape(found: Snapshot) -> dict[str, Any]:
    manifest = found.manifest
    windows = {name: {"name": p.name, "start": p.start, "end": p.end} for name, p in manifest.windows.items()}
    return {
        "fingerprint": manifest.fingerprint,
        "company": manifest.company,
        "as_of": manifest.as_of,
        "notional": manifest.notional,
        "currency": manifest.currency,
        "relationship": manifest.relationship.value,
        "windows": windows,
        "rows": dict(manifest.tables),
        "readings": len(found.readings),
        "missing": dict(manifest.missing),
    }
