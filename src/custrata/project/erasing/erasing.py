"""One person taken out of all stores of a project, with a report that names nobody."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from custrata.engine.snapshots import replace_text
from custrata.project.erasing.rewriting import Rewritten
from custrata.project.erasing.scanning import Hit, scan
from custrata.project.erasing.suppressing import clear, suppress
from custrata.project.erasing.thinning import thin_all
from custrata.project.erasing.traces import Traces
from custrata.project.erasing.writing import replace_bytes
from custrata.project.place import Place

_TELLING = 5
"""Letters by which the beginning of a word may be a person's."""

_CACHES = ("charts", "cache", "live", "replaced")


@dataclass(frozen=True)
class Report:
    """What an erasure did.

    Attributes:
        raw: What became of each raw file that held the person, by name.
        snapshots: Rows taken out of each snapshot, by its name.
        texts: Files of ours whose words were taken out, such as samples in the mapping.
        removed: Files that were made from data and are made again: caches, exports, decks.
        decide: Files that still name the person and that people wrote: somebody decides about each.
        left: Raw files of a kind that cannot be written again; they must be exported anew without the person.
    """

    raw: dict[str, Rewritten]
    snapshots: dict[str, int]
    texts: tuple[str, ...]
    removed: tuple[str, ...]
    decide: tuple[Hit, ...]
    left: tuple[str, ...]

    @property
    def rows(self) -> int:
        """Raw rows that went."""
        return sum(done.removed for done in self.raw.values())

    @property
    def clean(self) -> bool:
        """Whether no file names the person any more."""
        return not self.decide and not self.left

    def lines(self) -> list[str]:
        """The report in words."""
        said = [
            f"{_rows(self.rows, 'raw ')} removed in {len(self.raw)} file{'s' if len(self.raw) != 1 else ''}"
        ]
        said += [
            f"{name}: {_rows(done.removed)} removed, {done.cleaned:,} cleaned"
            for name, done in self.raw.items()
            if done.able
        ]
        said += [
            f"snapshot {name[:8]}: {_rows(rows)} removed" for name, rows in self.snapshots.items() if rows
        ]
        said += [f"{name}: words taken out" for name in self.texts]
        said += [f"{name}: removed, it is made again" for name in self.removed]
        said += [f"{name}: cannot be written again; export it anew without the person" for name in self.left]
        said += [
            f"{hit.file}: still names the person {_times(hit.times)}; decide about it" for hit in self.decide
        ]
        return said


def _rows(many: int, what: str = "") -> str:
    return f"{many:,} {what}row{'s' if many != 1 else ''}"


def _times(many: int) -> str:
    return "once" if many == 1 else f"{many:,} times"


def erase(place: Place, traces: Traces, *, on: dt.date, made: tuple[Path, ...] = ()) -> Report:
    """Take a person out of a project; the next import does not bring them back.

    Args:
        place: Where the parts of the project lie.
        traces: Who.
        on: The day, for the tombstones.
        made: Further folders with things made from data, such as decks; files there that name the person go.
    """
    # First the list: a crash half way leaves a project from which the next build goes on erasing.
    suppress(place, traces, on)
    raw = clear(place, traces)
    snapshots = thin_all(place, traces, on.isoformat())
    texts = (*_mapping(place, traces), *_proposals(place, traces))
    removed = _made(place, traces, made)
    hits = _left_over(place, traces)
    left = tuple(
        name
        for name, done in raw.items()
        if not done.able and name in {Path(h.file).name for h in hits} | {h.file for h in hits}
    )
    raw = {name: done for name, done in raw.items() if done.able}
    decide = tuple(hit for hit in hits if not any(hit.file.endswith(name) for name in left))
    return Report(raw, snapshots, texts, removed, decide, left)


def mark_of(traces: Traces, secret: str) -> str:
    """A mark of who was erased, for a log: it says whether it was this person, and to nobody who it was.

    Args:
        traces: Who.
        secret: What only the site knows.
    """
    keys = sorted(traces.customers | traces.persons | traces.emails)
    return hashlib.blake2b("\n".join(keys).encode(), key=secret.encode()[:64], digest_size=16).hexdigest()


def _mapping(place: Place, traces: Traces) -> tuple[str, ...]:
    """Samples in the comments of the mapping name people; a guess stays known as a guess."""
    cleaned = []
    for file in (place.mapping, place.mapping.with_name(place.mapping.name + ".old")):
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            clean = _without_samples(text, traces)
            if clean != text:
                guess = place.state / "mapping.guess"
                if guess.is_file() and guess.read_text(encoding="utf-8").strip() == _hash(text):
                    replace_text(guess, _hash(clean) + "\n")
                replace_bytes(file, clean.encode("utf-8"))
                cleaned.append(file.name)
    return tuple(cleaned)


def _proposals(place: Place, traces: Traces) -> tuple[str, ...]:
    """Proposals of assistants quote what they read."""
    cleaned = []
    for file in sorted((place.state / "proposals").glob("*.json")):
        text = file.read_text(encoding="utf-8")
        if (clean := traces.clean(text)) != text:
            replace_bytes(file, clean.encode("utf-8"))
            cleaned.append(f"proposals/{file.name}")
    return tuple(cleaned)


def _without_samples(text: str, traces: Traces) -> str:
    """Samples are cut short: what begins like a word of the person goes as well, be it somebody else's."""
    begins = {word.casefold()[:_TELLING] for word in traces.words}

    def kept(line: str) -> str:
        before, mark, samples = line.rpartition(" # ")
        head, colon, listed = samples.partition(": ")
        if not (mark and colon):
            return traces.clean(line)
        parts = [part for part in listed.split(", ") if not any(begin in part.casefold() for begin in begins)]
        return traces.clean(before + mark + head + colon + ", ".join(parts))

    return "\n".join(kept(line) for line in text.split("\n"))


def _made(place: Place, traces: Traces, made: tuple[Path, ...]) -> tuple[str, ...]:
    gone = []
    for folder in (*(place.state / name for name in _CACHES), *made):
        if folder.is_dir():
            for hit in scan(folder, traces):
                (folder / hit.file).unlink(missing_ok=True)
                gone.append(f"{folder.name}/{hit.file}")
    looked = place.state / "looked.json"
    if looked.is_file() and scan(looked, traces):
        looked.unlink()
        gone.append(looked.name)
    return tuple(gone)


def _left_over(place: Place, traces: Traces) -> tuple[Hit, ...]:
    roots = {place.root, place.state} if place.root.is_dir() else {place.data, place.state}
    hits: dict[str, Hit] = {}
    for root in roots:
        if root.exists():
            hits |= {hit.file: hit for hit in scan(root, traces)}
    return tuple(hits[name] for name in sorted(hits))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
