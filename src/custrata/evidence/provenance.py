"""Where the numbers of a claim come from: reading, query, tables, raw files, model, period, snapshot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from custrata.evidence.check import ClaimEvidence
from custrata.snapshot import Manifest, Snapshot
from custrata.sources.contract import CONTRACT
from custrata.strategy.wording.models import named_first
from custrata.vocabulary import Reading

_BOUGHT = ("transactions", "products")
_EARNED = ("transactions", "products", "subscriptions")
_SERVED = ("costs", "tickets", "transactions", "subscriptions")

MADE_OF: Mapping[str, tuple[str, ...]] = {
    "acquisition_costs": ("spend", "customers"),
    "acquisition_shares": ("spend", "customers"),
    "acquisition_unwon": ("spend", "customers"),
    "buying_days": ("transactions",),
    "customer_costs": _SERVED,
    "customer_sales": _BOUGHT,
    "exam_calibration": ("transactions",),
    "exam_marks": ("transactions",),
    "exam_tracking": ("transactions",),
    "held_contracts": ("subscriptions",),
    "model_parameters": ("transactions", "subscriptions"),
    "orders": ("transactions",),
    "serving_costs": _SERVED,
    "tier_moves": _EARNED,
    "value_parts": _EARNED,
}
"""Relations that a build makes, by the canonical tables that it makes them of, where those are there."""

OF_MODELS = frozenset({"exam_calibration", "exam_marks", "exam_tracking", "model_parameters", "value_parts"})
"""Relations that hold what a model says."""

_NAMED = re.compile(r'\b(?:FROM|JOIN)\s+"([^"]+)"')


@dataclass(frozen=True, slots=True)
class RawFile:
    """A raw file behind a canonical table.

    Attributes:
        source: The file, with the sheet where it has several.
        table: The canonical table that stands on it.
        rows_in: Rows that came in.
        loaded: Rows that were loaded.
        set_aside: Rows that were set aside.
        sha256: Over the bytes of the file; empty when the manifest does not keep it.
        derived: Whether no file holds the table itself, and it is made of columns of this one.
        kept: Rows of the canonical table that the snapshot reads, after the cut at its day.
    """

    source: str
    table: str
    rows_in: int
    loaded: int
    set_aside: int
    sha256: str = ""
    derived: bool = False
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Model:
    """The run of a model that a reading stands on.

    Attributes:
        method: The model, what it counts, how far it looks, and how the interval was made.
        candidate: Its name in the exam; empty when it sat none.
        marks: Its marks in the exam on the part of the history that was held out; empty when it sat none.
    """

    method: str
    candidate: str = ""
    marks: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One reading behind a claim, down to the query.

    Attributes:
        claim_id: Id of the claim.
        figure: Name of the figure in the claim's text.
        reading: The reading; it says its period.
        query: Text of the query that gave it; empty when the snapshot does not keep it.
        snapshot: Fingerprint of the snapshot.
        n: How many things the reading rests on.
        n_of: What those things are.
        relations: What the query reads, as the build names it.
        tables: The canonical tables behind that.
        model: The model that the reading stands on; None for what was counted.
    """

    claim_id: str
    figure: str
    reading: Reading
    query: str
    snapshot: str
    n: int = 0
    n_of: str = ""
    relations: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    model: Model | None = None


def sources(evidence: ClaimEvidence, snapshot: Snapshot) -> tuple[Source, ...]:
    """The readings behind a claim, figure by figure.

    Args:
        evidence: How the claim stands.
        snapshot: The snapshot that it was evaluated against.
    """
    return tuple(
        source_of(reading, snapshot, claim_id=evidence.claim_id, figure=part.figure.name)
        for part in evidence.figures
        for reading in part.now.readings
    )


def source_of(reading: Reading, snapshot: Snapshot, *, claim_id: str = "", figure: str = "") -> Source:
    """Where one reading comes from.

    Args:
        reading: A reading of the snapshot.
        snapshot: The snapshot.
        claim_id: Id of the claim that asks, if one does.
        figure: Name of the figure in it.
    """
    query = snapshot.queries.get(reading.fingerprint, "")
    relations = relations_of(query)
    return Source(
        claim_id=claim_id,
        figure=figure,
        reading=reading,
        query=query,
        snapshot=snapshot.manifest.fingerprint,
        n=reading.n,
        n_of=reading.n_of,
        relations=relations,
        tables=canonical(relations, snapshot.manifest),
        model=_model(reading, relations, snapshot),
    )


def relations_of(query: str) -> tuple[str, ...]:
    """The relations that a query reads, each once, in the order of the query.

    Example:
        >>> relations_of('SELECT * FROM "orders" AS "t0" JOIN "customers" AS "t1" ON TRUE')
        ('orders', 'customers')
    """
    named = (name for name in _NAMED.findall(query) if name in CONTRACT or name in MADE_OF)
    return tuple(dict.fromkeys(named))


def canonical(relations: Iterable[str], manifest: Manifest) -> tuple[str, ...]:
    """The canonical tables behind relations, of those that the snapshot holds, each once."""
    behind = (table for name in relations for table in MADE_OF.get(name, (name,)))
    return tuple(dict.fromkeys(table for table in behind if table in manifest.tables))


def raw_files(table: str, manifest: Manifest) -> tuple[RawFile, ...]:
    """The raw files behind a canonical table, with the account of their rows.

    Args:
        table: Name of the canonical table.
        manifest: What the snapshot says about itself.

    Returns:
        The files of the table; for a table that no file holds, as its rows are made of columns of others,
        all files that are used.
    """
    hashes = {i.file: i.sha256 for i in manifest.inputs}
    own = [s for s in manifest.account.used if s.table == table]
    return tuple(
        RawFile(
            s.source,
            table,
            s.rows_in,
            s.loaded,
            s.set_aside,
            next((sha for file, sha in hashes.items() if s.source.startswith(file)), ""),
            derived=not own,
            kept=manifest.tables.get(table, 0),
        )
        for s in own or manifest.account.used
    )


def _model(reading: Reading, relations: tuple[str, ...], snapshot: Snapshot) -> Model | None:
    if not OF_MODELS & set(relations):
        return None
    marks = [r for r in snapshot.readings if r.measure == "exam_mark" and r.value is not None]
    candidates = dict.fromkeys(dict(r.segment).get("candidate", "") for r in marks)
    gained = next((dict(r.segment) for r in snapshot.readings if r.measure == "exam_gain" and r.n), {})
    published = gained.get("candidate") or named_first([reading.method], candidates)
    if not published:
        return Model(reading.method)
    own = tuple(r for r in marks if dict(r.segment).get("candidate") == published)
    return Model(reading.method, published, own)
