"""The mapping file of a project: guessed and rewritten until a person edits it, then only read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from custrata.engine.snapshots import replace_text
from custrata.project.place import Place, plain_text
from custrata.settings import Settings
from custrata.sources.mapping import Mapping, Source, mapping_from_text, mapping_text


@dataclass(frozen=True)
class MapReport:
    """A mapping with the place where it is kept, ready to be shown."""

    mapping: Mapping
    place: Place
    edited: bool

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that are still open."""
        return tuple(str(question) for question in self.mapping.open_questions)

    def as_json(self) -> dict[str, Any]:
        """The mapping as plain values."""
        return {
            "file": str(self.place.mapping),
            "edited": self.edited,
            "sources": [_source_json(source) for source in self.mapping.sources],
            "unused": [{"source": unused.source, "reason": unused.reason} for unused in self.mapping.unused],
            "questions": list(self.questions),
            "notes": list(self.mapping.notes),
        }

    def lines(self) -> Iterator[str]:
        """The mapping as lines of text: table by table, column by column, with confidence and samples."""
        for source in self.mapping.sources:
            yield f"{source.source} → {source.table} ({source.confidence:.0%} sure{_because(source)})"
            for name, mapped in source.columns.items():
                samples = f"   e.g. {', '.join(mapped.samples[:3])}" if mapped.samples else ""
                yield f"    {name:<20} {mapped.derivation!s:<32} {mapped.confidence:>4.0%}{samples}"
            if source.attributes:
                yield f"    attributes           {', '.join(source.attributes)}"
        for unused in self.mapping.unused:
            yield f"{unused.source}: not used, {unused.reason}"
        for note in self.mapping.notes:
            yield f"note: {note}"
        for question in self.questions:
            yield f"question: {question}"
        state = "as you edited it" if self.edited else "edit it to correct the guess"
        yield f"kept in {self.place.mapping} ({state})"


def map_project(place: Place, settings: Settings, *, again: bool = False) -> MapReport:
    """The mapping of a project: the person's if they edited it, else a new guess, which is kept.

    Args:
        place: Where the parts of the project lie.
        settings: What the company set.
        again: Guess even when the file was edited; the edited one is kept as ``mapping.yaml.old``.
    """
    if again and place.mapping.is_file():
        place.mapping.replace(place.mapping.with_name(place.mapping.name + ".old"))
    mapping = read_mapping(place)
    if mapping is not None:
        return MapReport(mapping, place, edited=True)
    guessed = _guess(place, settings)
    keep_mapping(place, guessed)
    return MapReport(guessed, place, edited=False)


def read_mapping(place: Place) -> Mapping | None:
    """The mapping a person edited, or None when there is only a guess of ours or nothing."""
    if not place.mapping.is_file():
        return None
    text = plain_text(place.mapping)
    return None if _hash(text) == _guessed_hash(place) else mapping_from_text(text)


def keep_mapping(place: Place, mapping: Mapping) -> str:
    """Keep a guess unless a person's mapping stands there; returns the hash of the file."""
    if read_mapping(place) is None:
        text = mapping_text(mapping)
        replace_text(place.state / "mapping.guess", _hash(text) + "\n")
        replace_text(place.mapping, text)
    return hashlib.sha256(place.mapping.read_bytes()).hexdigest()


def _guess(place: Place, settings: Settings) -> Mapping:
    from custrata.engine.duckdb import DuckDBEngine
    from custrata.flow.reading import read_raw
    from custrata.flow.recognising import recognise
    from custrata.flow.withholding import withheld
    from custrata.project.building import scratch_folder, who_stays_away

    with scratch_folder(place) as scratch:
        engine = DuckDBEngine(scratch)
        try:
            folder = read_raw(place.data, engine)
            guess = recognise(folder, settings, engine)
            lean = withheld(folder, guess, engine, who_stays_away(place))
            return guess if lean is folder else recognise(lean, settings, engine)
        finally:
            engine.close()


def _guessed_hash(place: Place) -> str:
    file = place.state / "mapping.guess"
    return file.read_text(encoding="utf-8").strip() if file.is_file() else ""


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _because(source: Source) -> str:
    return f"; {source.note}" if source.note else ""


def _source_json(source: Source) -> dict[str, Any]:
    return {
        "source": source.source,
        "table": source.table,
        "confidence": source.confidence,
        "columns": {
            name: {
                "from": str(mapped.derivation),
                "confidence": mapped.confidence,
                "samples": list(mapped.samples),
            }
            for name, mapped in source.columns.items()
        },
        "attributes": sorted(source.attributes),
        "note": source.note or None,
    }
