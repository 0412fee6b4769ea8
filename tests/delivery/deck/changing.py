"""A snapshot as it may have been a quarter earlier, and what moved since."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from custrata.delivery.deck.material import Material
from custrata.evidence.moved import Delta, delta
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.parts.statement import Claim
from custrata.strategy.revision.rebuilding import rebuilt
from custrata.vocabulary import Reading

STEPS = (1.0, 0.6, 1.0, 0.98, 1.4)
"""By how much each reading was smaller or larger, in turn."""


def earlier(snapshot: Snapshot) -> Snapshot:
    """The snapshot with some of its readings changed."""
    readings = tuple(_changed(r, STEPS[i % len(STEPS)]) for i, r in enumerate(snapshot.readings))
    day = snapshot.manifest.as_of - dt.timedelta(91)
    manifest = replace(snapshot.manifest, as_of=day, fingerprint="e" * 64)
    return replace(snapshot, manifest=manifest, readings=readings)


def _changed(reading: Reading, by: float) -> Reading:
    ends = {name: getattr(reading, name) for name in ("value", "low", "high")}
    return replace(reading, **{n: None if v is None else v * by for n, v in ends.items()})


def changed(material: Material) -> Delta:
    """What moved since the earlier snapshot, on whose data the strategy was written."""
    before = earlier(material.snapshot)
    return delta(written_on(material.document, before.manifest.as_of), before, material.snapshot)


def written_on(document: Document, day: dt.date) -> Document:
    """The same strategy as if every claim had been written on the data of a day."""
    return rebuilt(document, lambda p: p.model_copy(update={"as_of": day}) if isinstance(p, Claim) else p)
