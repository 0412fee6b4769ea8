"""A strategy looked at and changed value by value, signed, and taken to and from other forms."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from textwrap import shorten
from typing import Any

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import DocumentError
from custrata.evidence.check import with_unit
from custrata.project.asking import figure_title
from custrata.project.place import locate
from custrata.project.revising.files import read_form, write_form
from custrata.project.revising.saving import revisions, save, standing
from custrata.strategy.document import Document
from custrata.strategy.forms.markdown.writing import part_markdown, to_markdown
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Figure, Gap
from custrata.strategy.revision.appointing import holders
from custrata.strategy.revision.compare import Change, called, compare
from custrata.strategy.revision.content import decline, sign, signatures
from custrata.strategy.revision.setting import value_at, with_value
from custrata.strategy.text.writing import to_plain, to_text

FIGURE = re.compile(r"^(\s*- \*\*Figure `[^`]+`:\*\*) `(\{.*\})`$", re.MULTILINE)
"""A figure in the Markdown that can be read back."""

WIDTH = 100
"""Letters of a sentence that fit a line of the overview."""

SPOKEN = ("statement", "question", "hypothesis", "consequence", "decision", "what")
"""Fields that hold the sentence of a part, the first one that says something."""


@dataclass(frozen=True)
class Saved:
    """What a save did.

    Attributes:
        document: The strategy as it stands now.
        changes: What changed; nothing was saved when it is empty, unless it is the first strategy.
        first: Whether there was no strategy before.
    """

    document: Document
    changes: tuple[Change, ...]
    first: bool = False


def look(path: Path, at: str = "") -> Any:
    """What stands at a path of the strategy.

    Args:
        path: The project.
        at: A path such as ``groups[gold].intent``, or an id; empty for the whole.

    Returns:
        A part, a list of parts, or a value.
    """
    return value_at(standing(locate(path)).document, at)


def set_value(path: Path, at: str, written: str) -> Saved:
    """Set one value of the strategy and save it as a new revision.

    Args:
        path: The project.
        at: Path of the value.
        written: The value as a person writes it.

    Raises:
        DocumentError: The path leads nowhere, the value does not fit, or somebody saved in between.
    """
    place = locate(path)
    before = standing(place)
    after = with_value(before.document, at, written)
    changes = compare(before.document, after)
    return Saved(save(place, before, after) if changes else before.document, changes)


def sign_strategy(path: Path, function: str, *, name: str, on: str) -> Saved:
    """Sign the strategy for a function.

    Args:
        path: The project.
        function: Which function agrees.
        name: Who signs.
        on: The day, as ``YYYY-MM-DD``.

    Raises:
        DocumentError: There is no such function, nobody is named, or the day is none.
    """
    place = locate(path)
    before = standing(place)
    seen = SnapshotStore(place.state).manifest()
    after = sign(before.document, function, name, _day(on), seen.fingerprint if seen else "")
    return Saved(save(place, before, after), compare(before.document, after))


def decline_strategy(path: Path, function: str, reason: str, *, name: str = "") -> Saved:
    """Keep the refusal of a function, with its reason.

    Args:
        path: The project.
        function: Which function does not agree.
        reason: Why.
        name: Who says so.
    """
    place = locate(path)
    before = standing(place)
    after = decline(before.document, function, reason, name)
    return Saved(save(place, before, after), compare(before.document, after))


def export_strategy(path: Path, out: Path) -> None:
    """Write the strategy in another form.

    Args:
        path: The project.
        out: The file; its ending says the form.
    """
    write_form(standing(locate(path)).document, out)


def import_strategy(path: Path, file: Path) -> Saved:
    """Save what a file of any form holds as the next revision of the strategy.

    Args:
        path: The project.
        file: The file.

    Raises:
        DocumentError: It holds no strategy; what stood there still stands.
    """
    place = locate(path)
    after = read_form(file)
    if not place.strategy.is_file():
        return Saved(save(place, None, after), (), first=True)
    before = standing(place)
    fresh = after.model_copy(update={"revision": before.document.revision})
    changes = compare(before.document, fresh)
    return Saved(save(place, before, fresh) if changes else before.document, changes)


def overview(path: Path) -> Iterator[str]:
    """The strategy in a few lines: whose it is, what it holds, who has signed.

    Args:
        path: The project.
    """
    document = standing(locate(path)).document
    kinds = [type(statement).__name__.lower() for _, statement in document.statements()]
    yield f"{document.company}: strategy, revision {document.revision}, {document.horizon.months} months"
    yield ", ".join(f"{kinds.count(kind)} {kind}s" for kind in ("claim", "proposal", "gap"))
    for field in type(document).model_fields:
        value = getattr(document, field)
        if isinstance(value, tuple) and value and isinstance(value[0], Part) and field != "sign_offs":
            yield from _listed(field.replace("_", " "), value)
    yield from (f"  {line}" for line in signature_lines(document))


def _listed(title: str, parts: tuple[Any, ...]) -> Iterator[str]:
    """A list of parts by name in one line; those that have a sentence and no name, a line each."""
    names = [called(part) for part in parts]
    sentences = ["" if name else _sentence(part) for name, part in zip(names, parts, strict=True)]
    if not any(sentences):
        ids = [str(getattr(part, "id", "")) for part in parts]
        told = (f"{name} ({one})" if name else one for name, one in zip(names, ids, strict=True))
        yield f"  {title}: {', '.join(told)}"
        return
    yield f"  {title}: {len(parts)}"
    for name, sentence, part in zip(names, sentences, parts, strict=True):
        yield f"    {part.id}: {shorten(name or sentence, WIDTH, placeholder=' …')}"


def _sentence(part: Part) -> str:
    """What a part says in words; empty when it says nothing yet."""
    found = (getattr(part, name, None) for name in SPOKEN)
    return next((one if isinstance(one, str) else one.said() for one in found if one), "")


def gap_lines(path: Path) -> Iterator[str]:
    """What the strategy does not know yet, a line each: where, what, and what it waits for.

    Args:
        path: The project.
    """
    document = standing(locate(path)).document
    gaps = [(place, one) for place, one in document.statements() if isinstance(one, Gap)]
    if not gaps:
        yield "no gap is open"
    for place, gap in gaps:
        yield f"{place}: {gap.said()}"


def signature_lines(document: Document) -> tuple[str, ...]:
    """Who has signed, a line for each function.

    Args:
        document: The strategy.
    """
    return tuple(str(signature) for signature in signatures(document))


def appointed_line(document: Document, function: str, name: str) -> str:
    """Who holds the role of a function in the strategy, where somebody else signs for it; else empty.

    Args:
        document: The strategy.
        function: The function that was answered for.
        name: Who answered.
    """
    named = holders(document, function)
    if not name.strip() or not named or name.strip().casefold() in {one.casefold() for one in named}:
        return ""
    verb = "is" if len(named) == 1 else "are"
    return f"{', '.join(named)} {verb} named {function.strip()} in the strategy"


def revision_rows(path: Path) -> list[dict[str, Any]]:
    """The revisions that are kept and the one that stands, oldest first.

    Args:
        path: The project.
    """
    place = locate(path)
    now = standing(place).document.revision
    rows = [{"revision": one.revision, "hash": one.mark, "file": str(one.file)} for one in revisions(place)]
    return [*rows, {"revision": now, "hash": "now", "file": str(place.strategy)}]


def as_plain(value: Any) -> Any:
    """Parts and values as mappings, lists and scalars, as JSON writes them."""
    if isinstance(value, Part):
        return to_plain(value)
    if isinstance(value, tuple):
        paired = bool(value) and all(isinstance(item, tuple) for item in value)
        return dict(value) if paired else [as_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def as_yaml(value: Any) -> str:
    """Parts and values as they stand in the strategy file."""
    plain = as_plain(value)
    if isinstance(plain, dict | list):
        return to_text(plain).rstrip("\n") if plain else "nothing"
    return "nothing" if plain in (None, "") else str(plain)


def as_markdown(value: Any) -> str:
    """Parts as Markdown; values as they stand."""
    if isinstance(value, Document):
        return to_markdown(value).rstrip("\n")
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        return "\n\n".join(_readable(item) for item in value)
    return _readable(value) if isinstance(value, Part) else as_yaml(value)


def _readable(part: Part) -> str:
    """A part as Markdown with its figures in words: what is shown of a part is never read back."""
    return FIGURE.sub(lambda found: f"{found[1]} {_in_words(found[2])}", part_markdown(part))


def _in_words(written: str) -> str:
    figure = Figure.model_validate({"name": "figure", **json.loads(written)})
    told = f"{figure_title(figure)}, {with_unit(figure.value, figure.unit)}"
    if figure.threshold is not None:
        return f"{told}; holds while it is {figure.direction} {with_unit(figure.threshold, figure.unit)}"
    if figure.tolerance is not None:
        return f"{told}; may move by {with_unit(figure.tolerance, figure.unit)} either way"
    return told


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise DocumentError(
            "this is no day" if text else "the day of the signature is not given",
            where="--on",
            remedy="give --on 2026-01-31",
        ) from error
