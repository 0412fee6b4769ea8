"""Tables of a snapshot held open for questions of many threads, bounded in memory, writing nothing."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
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
_MOST_ANSWERS = 400
_MOST_KNOWN = 4_000


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
        self._answers: OrderedDict[str, list[dict[str, Any]]] = OrderedDict()
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._uses = 0
        self._retired = False
        for name, path in tables.items():
            self._attach(name, path, held=name in held)
        self._tables = {name: self._engine.table(name) for name in tables}

    def _attach(self, name: str, path: Path, *, held: bool) -> None:
        self._engine.attach(f"{name}_file" if held else name, path)
        if held:
            read = self._engine.table(f"{name}_file")
            # Sums of exact decimals take ten times as long; to the cent of a page nothing changes.
            exact = {c: read[c].cast("float64") for c, kind in read.schema().items() if kind.is_decimal()}
            self._engine.keep(name, read.mutate(**exact))

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

    def kept(self, asked: ir.Table) -> list[dict[str, Any]]:
        """The few rows of a query over many customers; asked again, it is not run again.

        Args:
            asked: What to run: counts and sums, never what is known of one customer.
        """
        text = self.text(asked)
        with self._lock:
            if text in self._answers:
                self._answers.move_to_end(text)
                return self._answers[text]
        found = self.rows(text)
        with self._lock:
            self._answers[text] = found
            while len(self._answers) > _MOST_ANSWERS:
                self._answers.popitem(last=False)
        return found

    def one(self, asked: ir.Table) -> dict[str, Any]:
        """The only row of such a query.

        Args:
            asked: What to run.
        """
        return self.kept(asked)[0]

    def known(
        self, asked: Sequence[Hashable], ask: Callable[[Sequence[Any]], Iterable[Any]]
    ) -> tuple[Any, ...]:
        """What is known of each of several things; only what is not known yet is asked, all at once.

        Args:
            asked: The things, each known by what it holds.
            ask: Finds what is known of some of them, in their order: counts and sums, as for :meth:`kept`.
        """
        with self._lock:
            found = {one: self._known[one] for one in asked if one in self._known}
        if missing := [one for one in dict.fromkeys(asked) if one not in found]:
            found |= zip(missing, ask(missing), strict=True)
        with self._lock:
            for one in found:
                self._known[one] = found[one]
                self._known.move_to_end(one)
            while len(self._known) > _MOST_KNOWN:
                self._known.popitem(last=False)
        return tuple(found[one] for one in asked)

    def batches(self, asked: ir.Table) -> Iterator[list[tuple[Any, ...]]]:
        """Run an expression and bring its rows here some thousand at a time."""
        with self._engine.connection.cursor() as cursor:
            result = cursor.execute(self.text(asked))
            while found := result.fetchmany(_BATCH):
                yield found

    def arrays(self, asked: ir.Table) -> dict[str, Any]:
        """Run an expression and bring its columns here as arrays, masked where nothing is known."""
        with self._engine.connection.cursor() as cursor:
            return dict(cursor.execute(self.text(asked)).fetchnumpy())

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
