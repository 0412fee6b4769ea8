"""The account, from the rows that its queries give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from custrata.sources.account import Account, SourceAccount
from custrata.sources.raw import RawTable

if TYPE_CHECKING:
    from custrata.sources.load.plan import LoadPlan


def accounts_of(plan: LoadPlan, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Account:
    """The account of rows and money, source by source.

    Args:
        plan: What was loaded.
        rows: Answers to the queries of ``plan.account``, by name.
    """
    tables = _tables_of(plan)
    counted = {row["_source"]: (tables[name], row) for name, found in rows.items() for row in found}
    reasons = {u.source: u.reason for u in plan.mapping.unused}
    ordered = sorted(plan.folder.tables, key=lambda t: t.source)
    return Account(
        tuple(_account(raw, counted.get(raw.source), reasons.get(raw.source, "")) for raw in ordered)
    )


def _tables_of(plan: LoadPlan) -> dict[str, str]:
    known = {s.table for s in plan.mapping.sources}
    return {
        name: next(t for t in known if name == f"judged_{t}" or name.removeprefix(f"judged_{t}_").isdigit())
        for name in plan.account
    }


def _account(raw: RawTable, found: tuple[str, Mapping[str, Any]] | None, reason: str) -> SourceAccount:
    rejected = len(raw.rejected)
    if found is None:
        why = reason or ("it has no rows" if raw.rows == 0 else "no canonical table takes its rows")
        return SourceAccount(raw.source, "", raw.rows + rejected, 0, 0, reason=why)
    table, row = found
    loaded = int(row["loaded"])
    return SourceAccount(
        raw.source,
        table,
        raw.rows + rejected,
        loaded,
        raw.rows - loaded + rejected,
        int(row["anonymous"]),
        _money(row["money_in"]),
        _money(row["money_loaded"]),
        _money(row["money_set_aside"]),
    )


def _money(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)
