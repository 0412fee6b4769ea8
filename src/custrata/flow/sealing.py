"""Step: what was found becomes a snapshot with a fingerprint."""

from __future__ import annotations

from collections.abc import Mapping

from custrata.customers.buying_days import BUYING_DAYS
from custrata.fingerprint import fingerprint_of
from custrata.flow.cutting import CutBase
from custrata.flow.engine import Engine
from custrata.flow.loading import Loaded
from custrata.flow.measuring import Readings
from custrata.flow.step import Step
from custrata.measures.orders import CUSTOMER_SALES, ORDERS
from custrata.snapshot import InputFile, Manifest, Snapshot

NOT_COUNTED = {"set_aside": ("source", "line")}
"""Columns that say where a row stood, not what it holds."""

PREPARED = (BUYING_DAYS, ORDERS, CUSTOMER_SALES)
"""Relations that anyone can make again from the tables: a snapshot does not keep them."""


def seal(
    loaded: Loaded,
    cut: CutBase,
    step: Step,
    found: Readings,
    engine: Engine,
    inputs: tuple[InputFile, ...],
    mapping_hash: str,
    versions: Mapping[str, str],
    seconds: Mapping[str, float],
) -> tuple[Snapshot, tuple[str, ...]]:
    """The snapshot as a value, and the names of its tables in the engine."""
    base = step.base
    counted = (*sorted({*loaded.tables, "customers"}), "set_aside")
    made = tuple(sorted(set(base.tables) - set(counted) - set(PREPARED)))
    tables = (*counted, *made)
    contents = {
        name: engine.contents(name, without=_not_counted(name, loaded.provided, engine)) for name in counted
    }
    settings = base.settings.plain()
    facts = {"as_of": str(base.as_of), "relationship": str(base.relationship), "currency": base.currency}
    manifest = Manifest(
        fingerprint=fingerprint_of(contents, found.readings, settings, facts),
        company=base.settings.company or "This company",
        as_of=base.as_of,
        notional=loaded.notional,
        windows=base.windows,
        relationship=base.relationship,
        relationship_reason=cut.relationship_reason,
        currency=base.currency,
        tables={name: engine.count(name) for name in counted if name != "set_aside"},
        provided=base.provided,
        account=loaded.account,
        caveats=(*loaded.caveats, *cut.caveats, *step.caveats),
        missing=found.missing,
        rules=step.rules,
        settings=settings,
        inputs=inputs,
        mapping=mapping_hash,
        loaded=loaded.rows,
        versions=versions,
        seconds=seconds,
    )
    return Snapshot(manifest, found.readings, found.queries), tables


def _not_counted(name: str, provided: frozenset[str], engine: Engine) -> tuple[str, ...]:
    """Columns that say where a row stood, and those that nothing fills, which tell nobody apart."""
    if name in NOT_COUNTED or name == "customers":
        return NOT_COUNTED.get(name, ())
    return tuple(c for c in engine.table(name).columns if f"{name}.{c}" not in provided)
