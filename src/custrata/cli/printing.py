"""How results look on a terminal: words and tables on stdout, progress and complaints on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from custrata.errors import CustrataError

Report = Callable[[str, float], None]


def complain(error: CustrataError) -> None:
    """Say an error on stderr, questions one below the other."""
    sys.stderr.write(f"custrata: {error}\n")
    for question in error.facts.get("questions", ()):
        sys.stderr.write(f"  ? {question}\n")


def print_json(value: Any) -> None:
    """Write a value as JSON on stdout, and nothing else."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str, allow_nan=False) + "\n")


def say(text: str = "") -> None:
    """Write a line on stdout."""
    sys.stdout.write(text + "\n")


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> None:
    """Write rows under heads; columns named in ``right`` by number stand flush right."""
    widths = [max(len(str(row[i])) for row in [heads, *rows]) for i in range(len(heads))]
    for number, row in enumerate([heads, *rows]):
        cells = (
            str(c).rjust(w) if i in right else str(c).ljust(w)
            for i, (c, w) in enumerate(zip(row, widths, strict=True))
        )
        say("  ".join(cells).rstrip())
        if number == 0:
            say("  ".join("-" * w for w in widths))


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Report]:
    """A bar with stage, share and time left on stderr; single lines where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage, share: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description:<12}"),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("start", total=1.0)
        yield lambda stage, share: bar.update(task, description=stage, completed=share)
