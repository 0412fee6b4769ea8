"""Every save of a strategy is a new revision: the former text is kept, no edit made in between is lost."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from custrata.engine.snapshots import replace_text
from custrata.errors import DocumentError
from custrata.project.place import Place, plain_text
from custrata.strategy.document import Document
from custrata.strategy.text import dump, load, save_over

COUNT = re.compile(r"^revision:[ \t]*(\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Standing:
    """The strategy as it stood when it was read.

    Attributes:
        document: What it says.
        text: The text of the file; empty when there was none.
    """

    document: Document
    text: str


@dataclass(frozen=True)
class Kept:
    """A former text of the strategy.

    Attributes:
        revision: Its number.
        file: Where it is kept.
    """

    revision: int
    file: Path

    @property
    def mark(self) -> str:
        """The beginning of the hash of its text, by which it can be named."""
        return self.file.stem.removeprefix("strategy-")


def standing(place: Place) -> Standing:
    """The strategy as it stands now.

    Args:
        place: The project.

    Raises:
        DocumentError: There is none yet, or the text holds no strategy.
    """
    if not place.strategy.is_file():
        raise DocumentError(
            "there is no strategy yet", where=place.strategy.name, remedy="run custrata draft -C DIR first"
        )
    text = plain_text(place.strategy)
    return Standing(load(text), text)


def save(place: Place, before: Standing | None, document: Document) -> Document:
    """Save a strategy as the next revision; comments of the former text stay where their values stand.

    Args:
        place: The project.
        before: The strategy as it was read; None when there was none.
        document: What is saved.

    Returns:
        The document with its new number.

    Raises:
        DocumentError: Somebody has changed the file since it was read; it is left as it is.
    """
    with alone(place):
        now = plain_text(place.strategy) if place.strategy.is_file() else ""
        if now != (before.text if before else ""):
            raise _overtaken(place, before, now)
        if before is None:
            replace_text(place.strategy, dump(document))
            return document
        numbered = document.model_copy(update={"revision": before.document.revision + 1})
        text = save_over(now, numbered)
        keep(place, now)
        replace_text(place.strategy, text)
    return numbered


def keep(place: Place, text: str) -> Path:
    """Keep a text among the revisions.

    Args:
        place: The project.
        text: The text.
    """
    file = place.state / "revisions" / f"strategy-{mark_of(text)}.yaml"
    replace_text(file, text)
    return file


def revisions(place: Place) -> tuple[Kept, ...]:
    """The former texts of the strategy, oldest first.

    Args:
        place: The project.
    """
    files = (place.state / "revisions").glob("strategy-*.yaml")
    kept = [Kept(_number(file), file) for file in files]
    # By time: with a fresh draft the numbers begin anew.
    return tuple(sorted(kept, key=lambda one: (one.file.stat().st_mtime_ns, one.revision)))


def mark_of(text: str) -> str:
    """The beginning of the hash of a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def _number(file: Path) -> int:
    found = COUNT.search(file.read_text(encoding="utf-8", errors="replace"))
    return int(found.group(1)) if found else 1


def _overtaken(place: Place, before: Standing | None, now: str) -> DocumentError:
    read = mark_of(before.text) if before else "no strategy"
    there = mark_of(now) if now else "no strategy"
    return DocumentError(
        f"somebody has changed the strategy since it was read (read {read}, now {there}); nothing was saved",
        where=place.strategy.name,
        remedy="look at it with custrata strategy compare, and do the change again",
        read=before.text if before else "",
        now=now,
    )


@contextmanager
def alone(place: Place) -> Iterator[None]:
    """One save at a time: the lock goes with the process that holds it.

    Args:
        place: The project.
    """
    place.state.mkdir(parents=True, exist_ok=True)
    with (place.state / "strategy.lock").open("w", encoding="utf-8") as file:
        try:
            import fcntl
        except ImportError:
            # Windows has no such lock; there the look at the text just before the save has to do.
            yield
            return
        fcntl.flock(file, fcntl.LOCK_EX)
        _sweep(place)
        yield


def _sweep(place: Place) -> None:
    """Take away what processes that were killed had begun to write; whoever holds the lock writes alone."""
    begun = [*place.strategy.parent.glob(f".{place.strategy.name}.*")]
    begun += (place.state / "revisions").glob(".strategy-*.yaml.*")
    for file in begun:
        if file.suffix[1:].isdigit():
            file.unlink(missing_ok=True)
