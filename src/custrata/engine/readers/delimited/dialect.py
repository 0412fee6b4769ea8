"""How the cells of a text are kept apart: DuckDB's sniffer, CleverCSV and consistency vote."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from custrata.engine.readers.delimited.cells import Dialect
from custrata.engine.readers.delimited.records import read_records
from custrata.engine.readers.layout import kind_of, table_width
from custrata.engine.readers.names import literal
from custrata.engine.readers.relations import BLANKS

DELIMITERS = (",", ";", "\t", "|", ":", "^", "~", "\x01", "\x1f")
_PUNCTUATION = re.compile(r"[;\t|^~\x01\x1f]")
_RECORDS = 300
_CLEVER = 10_000
_GOOD = 0.75
_POOR = 0.5


def find_dialect(head: Sequence[str], scratch: Path) -> Dialect:
    """Find how the cells of a text are kept apart.

    Where one delimiter alone cuts the text evenly it stands; where several or none do, DuckDB's sniffer,
    CleverCSV and the evenness of the cut vote; the last also breaks ties.

    Args:
        head: The first lines, with their ends.
        scratch: Folder for the head, which DuckDB reads as a file.

    Returns:
        The dialect; one without a delimiter when every line is a single cell.
    """
    told = re.fullmatch(r'"?sep=(.)"?\s*', head[0]) if head else None
    if told:
        return _with_quotes(told[1], head)
    fitness = {d: _fitness(head, d) for d in DELIMITERS if any(d in line for line in head)}
    good = [d for d, fit in fitness.items() if fit >= _GOOD]
    if max(fitness.values(), default=0.0) < _POOR and (spaced := _spaced(head)) is not None:
        return spaced
    if len(good) == 1:
        return _with_quotes(good[0], head)
    if max(fitness.values(), default=0.0) <= 0:
        return Dialect("")
    ballots = (*_votes(head, scratch), max(fitness, key=lambda d: fitness[d]))
    votes = Counter(ballot for ballot in ballots if fitness.get(ballot, 0.0) > 0)
    return _with_quotes(max(votes, key=lambda d: (votes[d], fitness[d])), head)


def _fitness(head: Sequence[str], delimiter: str) -> float:
    """Say how evenly a delimiter cuts: share of records of usual width times how whole cells look."""
    records = islice(read_records(head, _with_quotes(delimiter, head)), _RECORDS)
    cut = [record.cells for record in records if not record.problem]
    width = table_width(cut) if cut else 1
    if width < 2:
        return 0.0
    usual = [cells for cells in cut if len(cells) == width]
    whole = sum(_wholeness(cell.strip(BLANKS)) for cells in usual for cell in cells)
    return _evenness(cut, width) * (whole / (len(usual) * width)) * (1 - 0.1 / math.sqrt(width))


def _evenness(records: Sequence[Sequence[str]], width: int) -> float:
    """Share of records with the usual number of cells; a title above the table costs a little, not all."""
    title = next(place for place, cells in enumerate(records) if len(cells) == width)
    table = records[title:]
    return sum(len(cells) == width for cells in table) / len(table) * (1 - 0.5 * title / len(records))


def _wholeness(cell: str) -> float:
    """How much a cell looks like one thing; half a quotation and other delimiters count against it."""
    if cell.count('"') % 2:
        return 0.3
    return 1.0 if kind_of(cell) != "text" or _PUNCTUATION.search(cell) is None else 0.6


def _with_quotes(delimiter: str, head: Sequence[str]) -> Dialect:
    """Find the quote of a delimiter: the one that stands at the edges of cells."""
    text = "".join(head)
    double = '"' in text
    d = re.escape(delimiter)
    if not double and len(re.findall(rf"(?:^|{d})'[^'\n]*'(?={d}|$)", text, re.MULTILINE)) > 2:
        return Dialect(delimiter, "'", "'")
    backslash = double and '\\"' in text and not re.search(r'[^\\,;\t|]""', text)
    return Dialect(delimiter, '"', "\\" if backslash else '"')


def _votes(head: Sequence[str], scratch: Path) -> tuple[str, str]:
    return _sniffed(head, scratch / "head.csv"), _clever("".join(head)[:_CLEVER])


def _sniffed(head: Sequence[str], place: Path) -> str:
    import duckdb

    place.write_text("".join(head), encoding="utf-8", newline="")
    with duckdb.connect(config={"threads": 1}) as sniffer:
        try:
            found = sniffer.execute(
                "SELECT delimiter FROM "
                f"sniff_csv({literal(str(place))}, all_varchar = true, ignore_errors = true)"
            ).fetchone()
        except duckdb.Error:
            return ""
    return str(found[0]) if found else ""


def _clever(text: str) -> str:
    import clevercsv

    found = clevercsv.Detector().detect(text)
    return str(found.delimiter or "") if found else ""


def _spaced(head: Sequence[str]) -> Dialect | None:
    """Cells kept apart by blanks: equally many in every line, or beginning in the same places."""
    lines = [line.rstrip("\r\n") for line in head if line.strip(BLANKS)]
    widths = {len(line.split()) for line in lines}
    if len(lines) > 1 and len(widths) == 1 and widths != {1}:
        return Dialect("", "", "", blank_runs=True)
    if len(lines) < 5 or any("\t" in line for line in lines):
        return None
    starts = _starts(lines)
    return Dialect("", "", "", starts=starts) if len(starts) > 1 else None


def _starts(lines: Sequence[str]) -> tuple[int, ...]:
    longest = max(map(len, lines))
    filled = [
        any(len(line) > place and line[place] != " " for line in lines)
        for place in range(min(longest, 2_000))
    ]
    return tuple(
        place for place, is_filled in enumerate(filled) if is_filled and (place == 0 or not filled[place - 1])
    )
