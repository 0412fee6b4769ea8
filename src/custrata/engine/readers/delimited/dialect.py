"""How the cells of a text are kept apart: DuckDB's sniffer and CleverCSV vote, consistency decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from custrata.engine.readers.delimited.records import Dialect, read_records
from custrata.engine.readers.relations import BLANKS

DELIMITERS = (",", ";", "\t", "|", ":", "^", "~", "\x01", "\x1f")
HEAD_LINES = 400
"""Lines that are looked at; a bounded head, so that a large file is as quick to judge as a small one."""


def find_dialect(head: Sequence[str]) -> Dialect:
    """Find how the cells of a text are kept apart.

    Args:
        head: The first lines, with their ends.

    Returns:
        The dialect under which most records have the same number of cells, more than one.
    """
    candidates = [Dialect(d) for d in DELIMITERS if any(d in line for line in head)]
    scored = [(consistency(head, c), -i, c) for i, c in enumerate(candidates)]
    best = max(scored, default=(0.0, 0, Dialect("")), key=lambda s: s[:2])
    blank = _blank_separated(head)
    if blank is not None and best[0] < 0.9:
        return blank
    return best[2] if best[0] > 0 else Dialect("")


def consistency(head: Sequence[str], dialect: Dialect) -> float:
    """Score a dialect on a head: the share of records with the commonest number of cells, 0 when it is one."""
    widths = [len(r.cells) for r in islice(read_records(head, dialect), HEAD_LINES) if not r.problem]
    if not widths:
        return 0.0
    width, count = Counter(widths).most_common(1)[0]
    return count / len(widths) * (1 - 1 / (2 * width)) if width > 1 else 0.0


def _blank_separated(head: Sequence[str]) -> Dialect | None:
    widths = Counter(len(line.split()) for line in head if line.strip(BLANKS))
    if not widths:
        return None
    width, count = widths.most_common(1)[0]
    tight = all(not re.search(r"[,;\t|]", line) for line in head)
    if width > 1 and count == widths.total() and tight:
        return Dialect("", "", "", blank_runs=True)
    return None
