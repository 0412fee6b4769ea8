"""What the raw tables look like, kept beside the project so that a page can show it at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from custrata.engine.snapshots import replace_text
from custrata.flow.engine import Engine
from custrata.project.mapping_file import keep_mapping, read_mapping
from custrata.project.place import Place
from custrata.project.supplying.asked import asked_of
from custrata.settings import Settings
from custrata.sources.mapping import Mapping, mapping_from_text, mapping_text
from custrata.sources.mapping.adoption import NOT_NAMED, adopted
from custrata.sources.mapping.writing import derivation_plain
from custrata.sources.profile import TableProfile, profile_of, profile_query, relation_of
from custrata.sources.raw import ROW, Folder, RawTable
from custrata.sources.recognise import guess, relate_query
from custrata.sources.recognise.relate import Relations
from custrata.sources.recognise.takes import Orders, attribute, orders_of, take

SAMPLES = 5
"""Rows shown of each table."""
WIDEST = 60
"""Characters shown of a cell."""

_FILE = "looked.json"


@dataclass(frozen=True)
class LookedColumn:
    """A raw column; ``as_date``, ``as_number``, ``as_attribute`` say how it is taken if it is one."""

    name: str
    type: str
    as_date: Any
    as_number: Any
    as_attribute: Any


@dataclass(frozen=True)
class LookedTable:
    """A raw table with its first rows.

    Attributes:
        source: How people name it.
        rows: How many it has.
        columns: Its columns in the order of the file.
        samples: Its first rows as text.
        notes: What was assumed while reading.
        asked: How its feedback was asked, as guessed: instrument, lowest and highest rating; empty for none.
    """

    source: str
    rows: int
    columns: tuple[LookedColumn, ...]
    samples: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Looked:
    """All raw tables of a folder, the files that gave none with their reasons, and the open questions."""

    tables: tuple[LookedTable, ...]
    unread: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()

    def table(self, source: str) -> LookedTable | None:
        """The table of that name."""
        return next((table for table in self.tables if table.source == source), None)


def look(
    place: Place,
    settings: Settings,
    *,
    again: bool = False,
    progress: Callable[[str, float], None] = lambda stage, share: None,
) -> Looked:
    """Read the raw tables, guess the mapping unless a person edited it, and keep what a page shows of them.

    Args:
        place: The project.
        settings: What the company set.
        again: Guess even when the mapping was edited; the edited one is kept as ``mapping.yaml.old``.
        progress: Told at the start of each stage.

    Raises:
        CustrataError: Nothing can be read.
    """
    from custrata.engine.duckdb import DuckDBEngine
    from custrata.flow.reading import read_raw
    from custrata.flow.withholding import withheld
    from custrata.project.building import scratch_folder, who_stays_away

    if again and place.mapping.is_file():
        place.mapping.replace(place.mapping.with_name(place.mapping.name + ".old"))
    with scratch_folder(place) as scratch:
        engine = DuckDBEngine(scratch)
        try:
            progress("read", 0.0)
            folder = read_raw(place.data, engine)
            progress("recognise", 0.4)
            profiles, related, guessed = _guessed(folder, settings, engine)
            lean = withheld(folder, guessed, engine, who_stays_away(place))
            if lean is not folder:
                folder = lean
                profiles, related, guessed = _guessed(folder, settings, engine)
            orders = orders_of(profiles, Relations.from_rows(profiles, related).decided_dates)
            tables = tuple(
                _looked(profile, orders, engine.rows(_first(profile.table)), guessed) for profile in profiles
            )
        finally:
            engine.close()
    mapping = _settled(place, guessed, folder)
    looked = Looked(
        tables,
        tuple((unread.file, unread.reason) for unread in folder.unread),
        tuple(str(question) for question in mapping.open_questions),
    )
    replace_text(place.state / _FILE, json.dumps(asdict(looked), ensure_ascii=False))
    return looked


def _guessed(
    folder: Folder, settings: Settings, engine: Engine
) -> tuple[tuple[TableProfile, ...], dict[str, list[dict[str, Any]]], Mapping]:
    profiles = tuple(profile_of(table, engine.rows(profile_query(table))) for table in folder.tables)
    related = {name: engine.rows(query) for name, query in relate_query(profiles).items()}
    return profiles, related, guess(profiles, related, settings)


def _settled(place: Place, guessed: Mapping, folder: Folder) -> Mapping:
    """The person's mapping with the guess for tables that came since, else the guess; kept where new."""
    edited = read_mapping(place)
    if edited is None:
        keep_mapping(place, guessed)
        return guessed
    whole = adopted(edited, folder)
    unknown = {unused.source for unused in whole.unused if unused.reason == NOT_NAMED}
    found = tuple(source for source in guessed.sources if source.source in unknown)
    names = {source.source for source in found}
    unused = tuple(u for u in whole.unused if u.source not in names)
    whole = replace(whole, sources=(*whole.sources, *found), unused=unused)
    if whole != edited:
        replace_text(place.mapping, mapping_text(whole))
    return whole


def looked_at(place: Place) -> Looked | None:
    """What was kept of the last look; None where nobody looked yet, or the files have changed since."""
    file = place.state / _FILE
    if not file.is_file() or file.stat().st_mtime < _newest(place):
        return None
    read = json.loads(file.read_text(encoding="utf-8"))
    tables = (
        LookedTable(
            table["source"],
            table["rows"],
            tuple(LookedColumn(**column) for column in table["columns"]),
            tuple(tuple(row) for row in table["samples"]),
            tuple(table["notes"]),
            tuple(table.get("asked", ())),
        )
        for table in read["tables"]
    )
    return Looked(tuple(tables), tuple((f, r) for f, r in read["unread"]), tuple(read["questions"]))


def forget_look(place: Place) -> None:
    """Throw away the samples that were kept; the next look makes them anew."""
    (place.state / _FILE).unlink(missing_ok=True)


def mapping_at(place: Place) -> Mapping | None:
    """The mapping as it stands in its file, guessed or edited; None where there is none."""
    if not place.mapping.is_file():
        return None
    return mapping_from_text(place.mapping.read_text(encoding="utf-8-sig"))


def _newest(place: Place) -> float:
    from custrata.project.supplying.receiving import files_of

    return max((file.modified for file in files_of(place)), default=0.0)


def _first(table: RawTable) -> Any:
    relation = relation_of(table)
    names = [column.name for column in table.columns]
    return relation.filter(relation[ROW] <= SAMPLES).order_by(ROW).select(*names)


def _looked(
    profile: TableProfile, orders: Orders, rows: Iterable[dict[str, Any]], guessed: Mapping
) -> LookedTable:
    columns = tuple(
        LookedColumn(
            column.name,
            str(column.column.type),
            derivation_plain(take(profile, column, "date", orders)),
            derivation_plain(take(profile, column, "number", orders)),
            derivation_plain(attribute(profile, column, orders)),
        )
        for column in profile.columns
    )
    samples = tuple(tuple(_cell(row[column.name]) for column in columns) for row in rows)
    table = profile.table
    asked = asked_of(guessed, table.source)
    told = (asked.instrument, asked.low, asked.high) if asked else ()
    return LookedTable(table.source, table.rows, columns, samples, table.notes, told)


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
