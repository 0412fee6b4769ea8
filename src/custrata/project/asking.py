"""Questions to the latest snapshot: measures by any dimension, and the customers themselves."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from custrata.customers import Base
from custrata.engine.duckdb import DuckDBEngine
from custrata.engine.snapshots import SnapshotStore
from custrata.errors import MeasureError
from custrata.flow.measuring import read
from custrata.measures.catalogue import CATALOGUE
from custrata.measures.kernel.measure import Request
from custrata.project.place import locate
from custrata.settings import Settings
from custrata.snapshot import Manifest
from custrata.strategy.parts.statement import Figure, ReadingKey
from custrata.vocabulary import Reading

PERIODS = ("all", "current", "previous")


def list_measures(path: Path) -> list[dict[str, Any]]:
    """All measures of the catalogue with unit and definition, and what they lack in the latest snapshot."""
    manifest = SnapshotStore(locate(path).state).manifest()
    missing = manifest.missing if manifest else {}
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


def show_measure(path: Path, measure: str, by: tuple[str, ...] = (), period: str = "") -> tuple[Reading, ...]:
    """Readings of one measure, from the snapshot or computed from its tables.

    Args:
        path: The project.
        measure: Id in the catalogue.
        by: Dimensions to break it down by.
        period: ``all``, ``current`` or ``previous``; empty is the whole history, or the latest window for a
            measure that is only read for windows.

    Raises:
        MeasureError: The measure, dimension or period is unknown.
        SnapshotError: There is no snapshot yet.
    """
    store = SnapshotStore(locate(path).state)
    snapshot = store.load()
    wanted = _period(measure, period)
    held = snapshot.points(measure, *by, period=wanted)
    if held:
        return held
    with opened(store, snapshot.manifest) as (base, engine):
        return read(base, [Request(measure, wanted, by)], engine).readings


def stages_told(path: Path, readings: Iterable[Reading]) -> tuple[str, ...]:
    """Who is counted at the stages that readings are of, one sentence a stage.

    Args:
        path: The project.
        readings: Of the latest snapshot.
    """
    named = dict.fromkeys(dict(r.segment).get("stage", "") for r in readings)
    if set(named) <= {""}:
        return ()
    manifest = SnapshotStore(locate(path).state).load().manifest
    told = ((stage, manifest.stage_means(stage)) for stage in named)
    return tuple(f"{stage}: {means}" for stage, means in told if means)


def _period(measure: str, period: str) -> str:
    if period and period not in PERIODS:
        raise MeasureError(
            "no such period", where=f"--period {period}", remedy=f"choose {', '.join(PERIODS)}"
        )
    if period or measure not in CATALOGUE:
        return period or "all"
    periods = CATALOGUE[measure].periods
    return "all" if "all" in periods else periods[0]


@contextmanager
def opened(store: SnapshotStore, manifest: Manifest) -> Iterator[tuple[Base, DuckDBEngine]]:
    """The base of a kept snapshot, on an engine that reads its tables where they lie."""
    with tempfile.TemporaryDirectory(prefix="custrata-") as scratch:
        engine = DuckDBEngine(Path(scratch))
        try:
            tables = store.tables(_name_of(store, manifest))
            for name, path in tables.items():
                engine.attach(name, path)
            yield _base(tables, manifest, engine), engine
        finally:
            engine.close()


def _name_of(store: SnapshotStore, manifest: Manifest) -> str | None:
    """What a snapshot is found by: its fingerprint where a build has ended since; nothing for the latest."""
    latest = store.current()
    now = latest.name.partition(".")[0] if latest else ""
    return None if now in ("", manifest.fingerprint) else manifest.fingerprint


def _base(tables: Iterable[str], manifest: Manifest, engine: DuckDBEngine) -> Base:
    return Base(
        {name: engine.table(name) for name in tables},
        manifest.provided,
        manifest.as_of,
        manifest.windows,
        manifest.relationship,
        manifest.currency,
        Settings.model_validate(manifest.settings),
    )


def reading_json(reading: Reading) -> dict[str, Any]:
    """A reading as plain values, as ``custrata show --json`` prints it."""
    return {
        "measure": reading.measure,
        "value": reading.value,
        "unit": reading.unit,
        "n": reading.n,
        "n_of": reading.n_of,
        "low": reading.low,
        "high": reading.high,
        "method": reading.method,
        "period": {
            "name": reading.period.name,
            "start": str(reading.period.start),
            "end": str(reading.period.end),
        },
        "segment": dict(reading.segment) or None,
        "definition": reading.definition,
        "fingerprint": reading.fingerprint,
        "reason": reading.reason,
    }


def reading_row(reading: Reading) -> list[str]:
    """A reading as cells: segment, value, interval, n, period."""
    segment = ", ".join(value for _, value in reading.segment) or "all customers"
    value = exact(reading.value, reading.unit)
    interval = reading.method
    if reading.low is not None and reading.high is not None:
        low, high = exact(reading.low, reading.unit), exact(reading.high, reading.unit)
        interval = f"{low} to {high} ({reading.method})"
    return [segment, value, interval, counted_of(reading), str(reading.period)]


def counted_of(reading: Reading) -> str:
    """What a reading rests on, as ``1,240 customers`` or ``1 customer``."""
    return f"{reading.n:,} {reading.n_of.removesuffix('s') if reading.n == 1 else reading.n_of}"


def exact(value: float | None, unit: str) -> str:
    """A number in full, as tables and exports show it: shares in per cent, money to the cent.

    Example:
        >>> exact(0.26537, "share"), exact(4596039.58, "USD"), exact(2469.0, "customers"), exact(None, "days")
        ('26.54%', '4,596,039.58 USD', '2,469', 'not known')
    """
    if value is None:
        return "not known"
    if unit == "share":
        return _signed(f"{value:,.2%}")
    if unit == "money" or (len(unit) == 3 and unit.isupper()):
        return _signed(f"{value:,.2f}") + (f" {unit}" if unit != "money" else "")
    whole = value == int(value) or abs(value) >= 1000
    return _signed(f"{value:,.0f}" if whole else f"{value:,.4g}")


def _signed(text: str) -> str:
    return text.replace("-", "\N{MINUS SIGN}")


def figure_title(figure: Figure) -> str:
    """What a figure counts and of whom, by the titles of its measures.

    Example:
        >>> figure_title(Figure(name="n", measure="revenue", segment={"tier": "gold"}))
        'Revenue (gold)'
        >>> gold, both = {"tier": "gold"}, [{"measure": "revenue"}]
        >>> figure_title(Figure(name="n", measure="revenue", segment=gold, over=both))
        'Revenue (gold) as a share of revenue'
    """
    own = ReadingKey(measure=figure.measure, segment=figure.segment, period=figure.period)
    first = _sum_title((own, *figure.plus), figure.minus)
    if not figure.over:
        return first
    of = _sum_title(figure.over, ())
    return f"{first} as a share of {of[:1].lower()}{of[1:]}"


def _sum_title(plus: Sequence[ReadingKey], minus: Sequence[ReadingKey]) -> str:
    """Readings that are added and taken off; parts of one measure are named together."""
    if len({(key.measure, key.period) for key in plus}) == 1 and all(key.segment for key in plus):
        measure = _measure_title(plus[0].measure)
        parts = [", ".join(value for _, value in key.segment) for key in plus]
        few = " and ".join(parts) if len(parts) < 3 else f"{parts[0]} and {len(parts) - 1} more"
        told = f"{measure} ({few})"
    else:
        titles = [_key_title(key) for key in plus]
        told = " and ".join([titles[0], *(f"{one[:1].lower()}{one[1:]}" for one in titles[1:])])
    off = " and ".join(_key_title(key).lower() for key in minus)
    return f"{told} less {off}" if off else told


def _key_title(key: ReadingKey) -> str:
    title = _measure_title(key.measure)
    part = ", ".join(value for _, value in key.segment)
    return f"{title} ({part})" if part else title


def _measure_title(measure: str) -> str:
    return CATALOGUE[measure].title if measure in CATALOGUE else measure
