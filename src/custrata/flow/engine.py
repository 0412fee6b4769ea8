"""What a build asks of an engine: DuckDB inside, Spark or a warehouse elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import ibis.expr.types as ir

from custrata.sources.raw import Folder, RawTable

if TYPE_CHECKING:
    import numpy.typing as npt


class Engine(Protocol):
    """Runs expressions over relations that it holds by name."""

    name: str

    def read(self, folder: Path) -> Folder:
        """Read all data files of a folder into raw relations."""
        ...

    def lines(self, folder: Path, table: RawTable, ordinals: Collection[int]) -> dict[int, int]:
        """The physical lines at which rows of a raw table stand in their file."""
        ...

    def sql(self, expression: ir.Expr) -> str:
        """The text of the query for people, in this engine's dialect."""
        ...

    def rows(self, expression: ir.Expr) -> list[dict[str, Any]]:
        """Run an expression and bring its few rows here."""
        ...

    def arrays(self, expression: ir.Table) -> dict[str, npt.NDArray[Any]]:
        """Run an expression and bring its columns here as arrays, for estimators."""
        ...

    def keep_arrays(self, name: str, columns: Mapping[str, npt.NDArray[Any]]) -> int:
        """Hold columns that an estimator made as a relation, replacing an older one; returns its rows."""
        ...

    def keep(self, name: str, expression: ir.Table) -> int:
        """Materialise an expression as a relation, replacing an older one; returns its rows."""
        ...

    def keep_rows(self, name: str, types: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> int:
        """Hold a few rows made outside as a relation; returns their number."""
        ...

    def drop(self, name: str) -> None:
        """Forget a relation, if there is one."""
        ...

    def count(self, name: str) -> int:
        """Number of rows of a relation."""
        ...

    def table(self, name: str) -> ir.Table:
        """The unbound table that stands for a relation of the engine."""
        ...

    def contents(self, name: str, *, without: Collection[str] = ()) -> str:
        """A hash over the rows of a relation that does not depend on their order."""
        ...
