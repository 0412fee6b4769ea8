"""Two or three versions of a strategy: found by name, compared in words, merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from custrata.drafting.draft import draft
from custrata.engine.snapshots import SnapshotStore, replace_text
from custrata.errors import DocumentError
from custrata.project.place import Place, locate, plain_text
from custrata.project.revising.files import read_form, write_form
from custrata.project.revising.saving import Kept, revisions, standing
from custrata.strategy.document import Document
from custrata.strategy.parts.part import Owner
from custrata.strategy.revision.compare import Change, compare
from custrata.strategy.revision.disputes import as_json as dispute_json
from custrata.strategy.revision.disputes import told
from custrata.strategy.revision.merge import Merged, merge
from custrata.strategy.revision.wording import as_json, sections
from custrata.strategy.text import load, save_over

NOW = "now"
DRAFT = "draft"
SAME = "there is no difference"
FEW = 5
"""Up to so many people who took a role are told one by one."""


def version(place: Place, name: str) -> Document:
    """A version of the strategy by its name.

    Args:
        place: The project.
        name: ``now``, ``draft`` for a fresh draft from the snapshot, the number of a revision or the
            beginning of its hash, or a file in any form.

    Raises:
        DocumentError: There is no such version, or it holds no strategy.
    """
    if name in ("", NOW):
        return standing(place).document
    if name == DRAFT:
        return draft(SnapshotStore(place.state).load())
    if Path(name).suffix:
        return read_form(Path(name))
    return _load(_kept(place, name))


def compare_versions(path: Path, before: str = "", after: str = "") -> tuple[Change, ...]:
    """What changed between two versions.

    Args:
        path: The project.
        before: The older one, as :func:`version` takes it; empty for the last revision that was kept.
        after: The newer one; empty for what stands now.

    Raises:
        DocumentError: A version is not there, or nothing was saved before what stands now.
    """
    place = locate(path)
    if before:
        return compare(version(place, before), version(place, after))
    kept = revisions(place)
    if not kept:
        raise DocumentError(
            "no earlier revision is kept",
            where=place.strategy.name,
            remedy="name what to compare with: a file, or draft for a fresh draft",
        )
    return compare(_load(kept[-1]), version(place, after))


def merge_files(base: Path, mine: Path, theirs: Path, out: Path) -> Merged:
    """Put two edits of one strategy together and write what comes out.

    Args:
        base: The file that both began with.
        mine: One edit; where the two are in conflict, it stands.
        theirs: The other edit.
        out: Where the result goes, in the form that its ending says.
    """
    merged = merge(*(read_form(file) for file in (base, mine, theirs)))
    if {out.suffix.lower(), mine.suffix.lower()} <= {".yaml", ".yml"}:
        replace_text(out, save_over(plain_text(mine), merged.document))
    else:
        write_form(merged.document, out)
    return merged


def change_lines(changes: tuple[Change, ...]) -> Iterator[str]:
    """Differences in words under the sections they belong to.

    Args:
        changes: What :func:`compare_versions` found.
    """
    shown, named = _folded(changes)
    found = sections(shown)
    if not changes:
        yield SAME
    elif not found and not named:
        yield "only the order of lists has changed, where order says nothing"
    for section, lines in found:
        alone = len(lines) == 1 and lines[0].part == section
        if not alone:
            yield section
        yield from (str(line) if alone else f"  {line}" for line in lines)
    if named:
        yield named


def _folded(changes: tuple[Change, ...]) -> tuple[tuple[Change, ...], str]:
    """The changes without people who took a role that was suggested, and these in one line where many did."""
    named = [change for change in changes if _appointed(change)]
    if len(named) <= FEW:
        return changes, ""
    people = Counter(change.now.name for change in named)
    told = ", ".join(f"{name} {count}" for name, count in people.items())
    rest = tuple(change for change in changes if change not in named)
    return rest, f"Owners: {len(named)} places have a person now: {told}"


def _appointed(change: Change) -> bool:
    """Whether a person took a suggested role somewhere inside the strategy; its heads are told one by one."""
    was, now = change.was, change.now
    if not (isinstance(was, Owner) and isinstance(now, Owner)) or "." not in change.path:
        return False
    return not was.name and bool(now.name) and was.role == now.role


def conflict_lines(merged: Merged) -> Iterator[str]:
    """The conflicts of a merge in words.

    Args:
        merged: What came of it.
    """
    for conflict in merged.conflicts:
        place, *sides = told(conflict)
        yield f"conflict: {place}"
        yield from (f"    {side}" for side in sides)
    count = len(merged.conflicts)
    if count:
        noun = "conflict" if count == 1 else "conflicts"
        yield f"{count} {noun}: there the file holds mine; edit it where theirs is to stand"


def changes_json(changes: tuple[Change, ...]) -> list[dict[str, str]]:
    """Differences as plain values."""
    return [as_json(change) for change in changes]


def conflicts_json(merged: Merged) -> list[dict[str, Any]]:
    """Conflicts as plain values."""
    return [dict(dispute_json(conflict)) for conflict in merged.conflicts]


def _kept(place: Place, name: str) -> Kept:
    found = [one for one in revisions(place) if str(one.revision) == name.removeprefix("r")]
    found = found or [one for one in revisions(place) if one.mark.startswith(name)]
    if not found:
        known = ", ".join(str(one.revision) for one in revisions(place)) or "none yet"
        raise DocumentError(
            "there is no such version",
            where=name,
            remedy=f"name now, draft, a file, or a revision that is kept: {known}",
        )
    return found[-1]


def _load(kept: Kept) -> Document:
    return load(plain_text(kept.file))
