"""A company whose every name is hostile: digits, angle brackets, quotes, and longer than any cell."""

from __future__ import annotations

from dataclasses import replace

from custrata.snapshot import Snapshot
from custrata.sources.account import Account, Caveat

OURS = frozenset(
    {"tier", "stage", "rfm_segment", "month", "quarter", "year", "week", "cohort", "age"}
    | {"rank", "customer_share"}
)
"""Dimensions whose values the program writes itself."""
KEPT_NAMES = OURS | {"category", "channel", "acquisition_channel"}
"""Dimensions whose names the program writes itself."""


def hostile_name(name: str) -> str:
    """A name as the worst of files would hold it."""
    return f"7 {name} <b>“1”</b> 'a' & \"b\" 4711 of a very long name 99 that no cell has room for 2024"


def hostile(snapshot: Snapshot) -> Snapshot:
    """The same snapshot with every name out of the data made hostile."""
    manifest = snapshot.manifest
    sources = tuple(
        replace(s, source=hostile_name(s.source), reason=hostile_name("reason"))
        for s in manifest.account.sources
    )
    unused = replace(sources[0], table="", source=hostile_name("unused"), loaded=0, set_aside=0)
    changed = replace(
        manifest,
        company=hostile_name(manifest.company),
        account=Account((*sources, unused)),
        caveats=(Caveat(hostile_name("code"), hostile_name("text"), hostile_name("where"), 3),),
        missing={measure: f"needs {hostile_name(needs)}" for measure, needs in manifest.missing.items()},
    )
    readings = tuple(
        replace(r, segment=tuple((_dimension(d), _value(d, v)) for d, v in r.segment))
        for r in snapshot.readings
    )
    return Snapshot(changed, readings, snapshot.queries)


def _dimension(name: str) -> str:
    return name if name in KEPT_NAMES else hostile_name(name)


def _value(dimension: str, value: str) -> str:
    return value if dimension in OURS else hostile_name(value)
