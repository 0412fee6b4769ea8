"""Step: raw relations become the contract's tables, and every row is accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ibis.expr.types import Table

from custrata.errors import ContractError
from custrata.flow.engine import Engine
from custrata.settings import Settings
from custrata.sources.account import Account, Caveat
from custrata.sources.load import Keyed, LoadPlan, accounts_of, caveats_of, plan
from custrata.sources.load.currencies import currencies_query, read_currencies
from custrata.sources.mapping import Mapping
from custrata.sources.raw import Folder, RawTable

LINES_LOOKED_UP = 100_000
"""Rows set aside in one source whose physical line is looked up; past that its ordinal stands for it."""

_PLACES = {"source": "string", "row": "int64", "line": "int64"}
_REJECTED = {
    "source": "string",
    "line": "int64",
    "table": "string",
    "column": "string",
    "value": "string",
    "reason": "string",
}


@dataclass(frozen=True)
class Loaded:
    """What the contract holds: names of its tables in the engine (as ``loaded_…``), and the account."""

    tables: tuple[str, ...]
    provided: frozenset[str]
    currency: str
    notional: bool
    account: Account
    caveats: tuple[Caveat, ...]
    rows: MappingOf[str, int] = field(default_factory=dict)


def load(mapping: Mapping, folder: Folder, data: Path, settings: Settings, engine: Engine) -> Loaded:
    """Fill the contract's tables and account for every row.

    Args:
        mapping: What the raw tables mean, without open questions.
        folder: The raw tables, whose relations the engine holds.
        data: Where the files lie, to look up the lines of rows that are set aside.
        settings: What the company set.
        engine: Runs the queries and keeps the tables.

    Raises:
        ContractError: No table can be filled, or every row of all of them is set aside.
    """
    planned = plan(mapping, folder, settings)
    for name, rows in planned.staged.items():
        _keep_judged(name, rows, planned.keyed.get(name), engine)
    filled = {name: engine.keep(f"loaded_{name}", table) for name, table in planned.tables.items()}
    if not any(filled.values()):
        raise ContractError(
            "every row was set aside",
            where=", ".join(filled),
            remedy="see custrata map and correct mapping.yaml",
        )
    keep_set_aside(planned, folder, data, engine)
    account = accounts_of(planned, {name: engine.rows(query) for name, query in planned.account.items()})
    caveats = caveats_of(
        planned, {name: engine.rows(query) for name, query in planned.caveat_queries.items()}
    )
    for name in (*planned.staged, *(table.relation for table in folder.tables)):
        engine.drop(name)
    tables = tuple(name for name, rows in filled.items() if rows)
    unread = tuple(_unread(file.file, file.reason, file.remedy) for file in folder.unread)
    currency, mixed = _currency(planned, filled, engine)
    return Loaded(
        tables,
        _provided(tables, engine),
        currency,
        planned.notional,
        account,
        (*caveats, *mixed, *unread),
        {name: rows for name, rows in filled.items() if name != "customers"},
    )


def _keep_judged(name: str, rows: Table, keyed: Keyed | None, engine: Engine) -> None:
    """Keep staged rows; where they have a key, repeats are sought only if a key comes twice."""
    engine.keep(name, rows if keyed is None else keyed.rows)
    if keyed is not None and not engine.rows(keyed.once)[0]["once"]:
        engine.keep(name, keyed.unrepeated)


def _currency(planned: LoadPlan, filled: dict[str, int], engine: Engine) -> tuple[str, tuple[Caveat, ...]]:
    """The currency that settings or mapping state, else the one that all amounts carry."""
    query = currencies_query({name: engine.table(f"loaded_{name}") for name in filled})
    found, mixed = read_currencies(engine.rows(query)) if query is not None else ("", ())
    return planned.currency or found, mixed


def keep_set_aside(planned: LoadPlan, folder: Folder, data: Path, engine: Engine) -> None:
    """Keep what was set aside as one relation: source, physical line, table, column, value, reason."""
    engine.keep("set_aside_rows", planned.set_aside)
    engine.keep_rows("set_aside_places", _PLACES, list(_places(folder, data, engine)))
    engine.keep_rows(
        "rejected_lines", _REJECTED, [row for table in folder.tables for row in _rejected(table)]
    )
    rows, places = engine.table("set_aside_rows"), engine.table("set_aside_places")
    placed = rows.left_join(places, ["source", "row"])
    placed = placed.mutate(line=placed.line.coalesce(placed.row)).select(*_REJECTED)
    engine.keep("set_aside", placed.union(engine.table("rejected_lines"), distinct=False))
    for name in ("set_aside_rows", "set_aside_places", "rejected_lines"):
        engine.drop(name)


def _places(folder: Folder, data: Path, engine: Engine) -> Iterator[dict[str, Any]]:
    aside = engine.table("set_aside_rows")
    for table in folder.tables:
        wanted = aside.filter(aside.source == table.source).select("row").distinct().order_by("row")
        ordinals = [row["row"] for row in engine.rows(wanted.limit(LINES_LOOKED_UP))]
        if ordinals:
            lines = engine.lines(data, table, ordinals)
            yield from ({"source": table.source, "row": row, "line": line} for row, line in lines.items())


def _rejected(table: RawTable) -> Iterator[dict[str, Any]]:
    for row in table.rejected:
        yield {
            "source": table.source,
            "line": row.line,
            "table": "",
            "column": row.column,
            "value": row.text,
            "reason": row.reason,
        }


def _provided(tables: tuple[str, ...], engine: Engine) -> frozenset[str]:
    """Which columns of the contract hold a value in any row, as ``table.column``."""
    held: set[str] = set()
    for name in tables:
        table = engine.table(f"loaded_{name}")
        (row,) = engine.rows(table.aggregate(**{column: table[column].count() for column in table.columns}))
        held |= {f"{name}.{column}" for column, count in row.items() if count}
    return frozenset(held)


def _unread(file: str, reason: str, remedy: str) -> Caveat:
    return Caveat("unread-file", f"{file} is not read: {reason}. To do: {remedy}.", file)
