"""The main flow: raw tables → contract → customers → measures → groups and value → snapshot.

This page is the way of the data. Each step asks a builder for expressions, lets the engine run them, and hands what
came out to an estimator; nothing is decided here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import ibis.expr.types as ir

from custrata.fingerprint import fingerprint_of
from custrata.settings import Settings
from custrata.snapshot import Snapshot
from custrata.sources.mapping import Mapping as SourceMapping
from custrata.sources.raw import Folder, RawTable

STAGES = ("read", "recognise", "load", "customers", "groups", "measures", "fingerprint", "keep")
"""The stages of a build, in order, as a progress bar names them."""


class Engine(Protocol):
    """Whatever runs queries: DuckDB inside, Spark or a warehouse elsewhere."""

    name: str

    def read(self, folder: Path) -> Folder: ...

    def lines(self, folder: Path, table: RawTable, ordinals: Collection[int]) -> dict[int, int]: ...

    def sql(self, expression: ir.Expr) -> str: ...

    def rows(self, expression: ir.Expr) -> list[dict[str, Any]]: ...

    def keep(self, name: str, expression: ir.Table) -> int: ...

    def keep_rows(self, name: str, types: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> int: ...

    def table(self, name: str) -> ir.Table: ...

    def contents(self, name: str, *, without: Collection[str] = ()) -> str: ...
