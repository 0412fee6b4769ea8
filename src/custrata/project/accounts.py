"""The account of a build, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from custrata.project.building import BuildResult
from custrata.project.place import Place
from custrata.snapshot import Manifest
from custrata.sources.account import SourceAccount


def as_json(result: BuildResult) -> dict[str, Any]:
    """The result of a build as plain values, as ``custrata build --json`` prints it."""
    manifest = result.snapshot.manifest
    account = manifest.account
    return {
        "snapshot": manifest.fingerprint[:12],
        "as_of": manifest.as_of.isoformat(),
        "notional": manifest.notional,
        "fingerprint": manifest.fingerprint,
        "relationship": str(manifest.relationship),
        "relationship_reason": manifest.relationship_reason,
        "currency": manifest.currency or None,
        "rows": {"in": account.rows_in, "loaded": account.loaded, "set_aside": account.set_aside},
        "tables": dict(sorted(manifest.tables.items())),
        "sources": [_source_json(source) for source in account.sources],
        "caveats": [
            {"code": c.code, "text": c.text, "where": c.where, "n": c.how_many} for c in manifest.caveats
        ],
        "missing": dict(sorted(manifest.missing.items())),
        "rebuilt": result.rebuilt,
        "seconds": round(result.seconds, 3),
    }


def _source_json(source: SourceAccount) -> dict[str, Any]:
    return {
        "source": source.source,
        "table": source.table or None,
        "rows": {"in": source.rows_in, "loaded": source.loaded, "set_aside": source.set_aside},
        "anonymous": source.anonymous,
        "money": {
            "in": _number(source.money_in),
            "loaded": _number(source.money_loaded),
            "set_aside": _number(source.money_set_aside or (None if source.money_in is None else Decimal(0))),
        },
        "reason": source.reason or None,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def account_lines(result: BuildResult, place: Place) -> Iterator[str]:
    """The account as lines of text: what came in, what became of it, what was assumed."""
    manifest = result.snapshot.manifest
    notional = " (notional)" if manifest.notional else ""
    yield f"{manifest.company}, as of {manifest.as_of.isoformat()}{notional}"
    yield f"relationship: {manifest.relationship} ({manifest.relationship_reason})"
    yield ""
    yield from _source_lines(manifest)
    yield ""
    yield from _caveat_lines(manifest)
    state = "built" if result.rebuilt else "nothing changed: the latest snapshot stands, read"
    yield f"snapshot {manifest.fingerprint[:12]} {state} in {result.seconds:.1f} s"
    yield f"next: custrata {'check' if place.strategy.is_file() else 'draft'} -C {place.root}"


def _source_lines(manifest: Manifest) -> Iterator[str]:
    account = manifest.account
    width = max((len(s.source) for s in account.sources), default=6)
    yield f"{'source':<{width}}  {'rows in':>12}  {'loaded':>12}  {'set aside':>10}  table"
    for source in account.sources:
        counts = f"{source.rows_in:>12,}  {source.loaded:>12,}  {source.set_aside:>10,}"
        use = source.table or f"not used: {source.reason}"
        yield f"{source.source:<{width}}  {counts}  {use}{_extras(source)}"
    totals = f"{account.rows_in:>12,}  {account.loaded:>12,}  {account.set_aside:>10,}"
    yield f"{'used':<{width}}  {totals}"
    unused = sum(source.rows_in for source in account.unused)
    if unused:
        yield f"{'not used':<{width}}  {unused:>12,}"
    later = _after_the_cut(manifest)
    if later:
        yield f"after {manifest.as_of}: {later}"


def _after_the_cut(manifest: Manifest) -> str:
    """Loaded rows that the cut left out, by table."""
    left_out = {name: held - manifest.tables.get(name, 0) for name, held in manifest.loaded.items()}
    told = [f"{count:,} rows of {name}" for name, count in sorted(left_out.items()) if count > 0]
    return f"{', '.join(told)} are loaded but do not count" if told else ""


def _extras(source: SourceAccount) -> str:
    anonymous = f"; {source.anonymous:,} without customer, kept as anonymous" if source.anonymous else ""
    if source.money_in is None:
        return anonymous
    money = f"; money in {_exact(source.money_in)} = loaded {_exact(source.money_loaded)}"
    return f"{anonymous}{money} + set aside {_exact(source.money_set_aside)}"


def _exact(value: Decimal | None) -> str:
    text = f"{value or Decimal(0):,.6f}".rstrip("0")
    whole, _, rest = text.partition(".")
    return f"{whole}.{rest:0<2}".replace("-", "−")


def _caveat_lines(manifest: Manifest) -> Iterator[str]:
    if not manifest.caveats:
        return
    yield "caveats:"
    for caveat in manifest.caveats:
        yield f"  {caveat.text}"
    yield ""
