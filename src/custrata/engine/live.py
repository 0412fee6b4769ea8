"""Tables of a snapshot held open for questions of many threads, bounded in memory, writing nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import ibis
import ibis.expr.types as ir

from custrata.engine.duckdb import DuckDBEngine

MEMORY = "1GB"
THREADS = 2
_BATCH = 2_000


class LiveTables:
    """Tables that are asked while people wait.

    Args:
        tables: Parquet files by table name.
        held: Names of tables that are brought into memory, since every page asks them.
        memory: Most memory to use.
        threads: Number of threads.
    """

    def __init__(
        self,
        tables: Mapping[str, Path],
        *,
        held: tuple[str, ...] = ("customers",),
        memory: str = MEMORY,
        threads: int = THREADS,
    ) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="custrata-live-")
        self._engine = DuckDBEngine(Path(self._scratch.name), memory=memory, threads=threads)
        # What is known of persons never goes to the disk a second time, not even for a moment.
        self._engine.connection.execute("SET max_temp_directory_size = '0KiB'")
        self._lock = Lock()
        self._uses = 0
        self._retired = False
        for name, path in tables.items():
            self._attach(name, path, held=name in held)
        self._tables = {name: self._engine.table(name) for name in tables}

    def _attach(self, name: str, path: Path, *, held: bool) -> None:
        self._engine.attach(f"{name}_file" if held else name, path)
        if held:
            self._engine.keep(name, self._engine.table(f"{name}_file"))

    @property
    def tables(self) -> Mapping[str, ir.Table]:
        """The unbound tables by name."""
        return self._tables

    def rows(self, asked: ir.Table | str) -> list[dict[str, Any]]:
        """Run an expression, or the text that :meth:`text` made of one, and bring its rows here.

        Args:
            asked: What to run.
        """
        with self._engine.connection.cursor() as cursor:
            result = cursor.execute(asked if isinstance(asked, str) else self.text(asked))
            names = [column[0] for column in result.description]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def batches(self, asked: ir.Table) -> Iterator[list[tuple[Any, ...]]]:
        """Run an expression and bring its rows here some thousand at a time."""
        with self._engine.connection.cursor() as cursor:
            result = cursor.execute(self.text(asked))
            while found := result.fetchmany(_BATCH):
                yield found

    @staticmethod
    def text(asked: ir.Table) -> str:
        """The text of a query, made once for equal questions: making it takes longer than asking."""
        return _text(asked.op())

    def use(self) -> bool:
        """Keep the tables open for a question; False where they are closed already."""
        with self._lock:
            if self._retired:
                return False
            self._uses += 1
            return True

    def leave(self) -> None:
        """The question was answered; retired tables close with the last one."""
        with self._lock:
            self._uses -= 1
            last = self._retired and self._uses == 0
        if last:
            self._close()

    def retire(self) -> None:
        """Close as soon as nobody asks any more; nobody new is let in."""
        with self._lock:
            free = not self._retired and self._uses == 0
            self._retired = True
        if free:
            self._close()

    @property
    def closed(self) -> bool:
        """Whether nothing is held any more."""
        return not Path(self._scratch.name).exists()

    def _close(self) -> None:
        self._engine.close()
        self._scratch.cleanup()


@lru_cache(maxsize=512)
def _text(node: Any) -> str:
    return str(ibis.to_sql(node.to_expr(), dialect="duckdb"))


def forget_texts() -> None:
    """Forget the texts of questions: they hold what was asked for, such as an id."""
    _text.cache_clear()
