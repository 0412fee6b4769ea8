"""Small folders made by hand: text tables in an engine, recognised and loaded as a build does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pytest

from custrata.engine.duckdb import DuckDBEngine
from custrata.settings import Settings
from custrata.sources.account import Account, Caveat
from custrata.sources.load import LoadPlan, accounts_of, caveats_of, plan
from custrata.sources.mapping import Mapping, Source
from custrata.sources.profile import TableProfile, profile_of, profile_query
from custrata.sources.raw import ROW, Folder, RawColumn, RawTable, RawType
from custrata.sources.recognise import guess, relate_query

_TYPES: dict[RawType, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "float": pa.float64(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us"),
    "boolean": pa.bool_(),
}


@dataclass(frozen=True)
class Loaded:
    """What a plan gave when it ran."""

    plan: LoadPlan
    tables: dict[str, list[dict[str, Any]]]
    set_aside: list[dict[str, Any]]
    account: Account
    caveats: tuple[Caveat, ...]

    def caveat(self, code: str) -> Caveat:
        return next(c for c in self.caveats if c.code == code)


class Desk:
    """A folder of tables in an engine, and what a build does with them."""

    def __init__(self, scratch: Path) -> None:
        self.engine = DuckDBEngine(scratch, threads=1)
        self.tables: list[RawTable] = []

    def put(self, file: str, text: str, types: dict[str, RawType] | None = None, **facts: Any) -> RawTable:
        """A table from lines of text: header first, cells by commas, nothing between two commas is blank."""
        header, *lines = [line.split(",") for line in text.strip().splitlines()]
        return self.put_rows(file, [h.strip() for h in header], lines, types, **facts)

    def put_rows(
        self,
        file: str,
        header: Sequence[str],
        lines: Sequence[Sequence[Any]],
        types: Any = None,
        **facts: Any,
    ) -> RawTable:
        """A table from rows."""
        columns = tuple(RawColumn(h, h, (types or {}).get(h, "text")) for h in header)
        cells = {c.name: [line[place] for line in lines] for place, c in enumerate(columns)}
        arrays = {
            c.name: pa.array([None if v in ("", None) else v for v in cells[c.name]], _TYPES[c.type])
            for c in columns
        }
        relation = f"raw_{len(self.tables) + 1}"
        whole = pa.table({**arrays, ROW: pa.array(range(1, len(lines) + 1), pa.int64())})
        self._register(relation, whole)
        table = RawTable(file, file, "", relation, columns, len(lines), **facts)
        self.tables.append(table)
        return table

    def _register(self, relation: str, whole: pa.Table) -> None:
        self.engine.connection.register("arrived", whole)
        self.engine.connection.execute(f"CREATE OR REPLACE TABLE {relation} AS SELECT * FROM arrived")
        self.engine.connection.unregister("arrived")

    @property
    def folder(self) -> Folder:
        return Folder(tuple(self.tables))

    def profiles(self) -> tuple[TableProfile, ...]:
        return tuple(profile_of(t, self.engine.rows(profile_query(t))) for t in self.tables)

    def profile(self, text: str, file: str = "table.csv", types: Any = None) -> TableProfile:
        table = self.put(file, text, types)
        return profile_of(table, self.engine.rows(profile_query(table)))

    def related(self, profiles: Sequence[TableProfile]) -> dict[str, list[dict[str, Any]]]:
        return {name: self.engine.rows(query) for name, query in relate_query(profiles).items()}

    def guess(self, settings: Settings | None = None) -> Mapping:
        profiles = self.profiles()
        return guess(profiles, self.related(profiles), settings or Settings())

    def source(self, table: str) -> Source:
        """The first source of a canonical table in the guess."""
        return self.guess().of(table)[0]

    def said(self, table: str) -> dict[str, str]:
        """Canonical column → where the guess takes it from, in words."""
        return {name: str(m.derivation) for name, m in self.source(table).columns.items()}

    def load(self, mapping: Mapping | None = None, settings: Settings | None = None) -> Loaded:
        planned = plan(mapping or self.guess(), self.folder, settings or Settings())
        for name, rows in planned.staged.items():
            self.engine.keep(name, rows)
        tables = {name: self.engine.rows(table) for name, table in planned.tables.items()}
        answers = {name: self.engine.rows(query) for name, query in planned.caveat_queries.items()}
        account = accounts_of(planned, {n: self.engine.rows(q) for n, q in planned.account.items()})
        return Loaded(
            planned, tables, self.engine.rows(planned.set_aside), account, caveats_of(planned, answers)
        )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.engine.close()


@pytest.fixture
def compute(desk: Desk) -> Any:
    """Run an expression over one text column of values."""

    def run(values: Sequence[Any], build: Any, kind: RawType = "text") -> list[Any]:
        desk.put_rows("values.csv", ["v"], [[v] for v in values], {"v": kind})
        relation = desk.tables[-1].relation
        names = {"text": "string", "integer": "int64", "float": "float64", "boolean": "boolean"}
        table = ibis.table({"v": names[kind], ROW: "int64"}, name=relation)
        found = table.select(ROW, out=build(table.v)).order_by(ROW)
        return [row["out"] for row in desk.engine.rows(found)]

    return run
