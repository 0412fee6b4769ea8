"""What a project delivers, from its latest snapshot and its strategy."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import DeliveryError
from custrata.evidence.check import evaluate
from custrata.project.place import locate
from custrata.project.strategy_file import strategy_or_draft

if TYPE_CHECKING:
    from custrata.delivery.deliverable import Deliverable, Given
    from custrata.project.place import Place
    from custrata.project.showing.scene import Scene
    from custrata.strategy.document import Document


def deliver(
    path: Path,
    kind: str,
    out: Path,
    *,
    against: str = "",
    group: str = "",
    team: str = "",
    template: Path | None = None,
    paper: str = "a4",
    strict: bool = False,
) -> str:
    """Write one deliverable.

    Args:
        path: The project.
        kind: Which one, such as ``board`` or ``workbook``; see :func:`custrata.delivery.kinds.kinds`.
        out: The file; its ending must be the kind's.
        against: Snapshot that the latest one is held against; empty for the one before.
        group: Id of a customer group, where the deliverable is for one.
        team: Function, where the deliverable is for one.
        template: A company's own .pptx for decks.
        paper: ``a4`` or ``us-letter``.
        strict: Refuse where the check finds errors, instead of marking them and saying so.

    Returns:
        What was written, as a sentence, and a line for each error of the check that went out with it.

    Raises:
        SnapshotError: There is no snapshot yet.
        DeliveryError: The kind is unknown, the file has another ending or cannot be written, or the check
            finds errors and ``strict`` is asked for.
    """
    chosen = deliverable(kind)
    _check_ending(out, chosen)
    given, note = _given(locate(path), against, group, team, template, paper)
    return _written(chosen, given, out, strict, note)


def deliver_scene(
    scene: Scene,
    kind: str,
    out: Path,
    *,
    against: str = "",
    group: str = "",
    team: str = "",
    template: Path | None = None,
    paper: str = "a4",
    strict: bool = False,
) -> str:
    """Write one deliverable of a strategy that stands in memory.

    Args:
        scene: Snapshot beside strategy.
        kind: Which one.
        out: The file; its ending must be the kind's.
        against: Snapshot that the latest one is held against; empty for the one before.
        group: Id of a customer group, where the deliverable is for one.
        team: Function, where the deliverable is for one.
        template: A company's own .pptx for decks.
        paper: ``a4`` or ``us-letter``.
        strict: Refuse where the check finds errors, instead of marking them and saying so.

    Returns:
        What was written, as a sentence, and a line for each error of the check that went out with it.

    Raises:
        SnapshotError: No snapshot, or several, begin like ``against``.
        DeliveryError: The kind is unknown, the file has another ending or cannot be written, or the check
            finds errors and ``strict`` is asked for.
    """
    from custrata.evidence.moved import delta

    chosen = deliverable(kind)
    _check_ending(out, chosen)
    _check_group(scene.document, group)
    given = replace(scene.given, group=group, team=team, template=template, paper=paper)
    if against:
        earlier = scene.before(against)
        moved = delta(scene.document, earlier, scene.snapshot) if earlier is not None else None
        given = replace(given, earlier=earlier, delta=moved)
    return _written(chosen, given, out, strict)


def _written(chosen: Deliverable, given: Given, out: Path, strict: bool, note: str = "") -> str:
    """Write it, and say which errors of the check went out with it; or refuse before anything is written."""
    from custrata.delivery.faults import faults, told, warning

    found = faults(given)
    if strict and found:
        raise DeliveryError(
            warning(found).partition(":")[0],
            where=", ".join(dict.fromkeys(f.place for f in found)),
            remedy="mend them (custrata check says how), or deliver without --strict, which marks them",
        )
    return "\n".join((f"{chosen.write(given, out)}{note}", *told(found)))


def deliverable(kind: str) -> Deliverable:
    """The deliverable of this kind.

    Raises:
        DeliveryError: There is none.
    """
    from custrata.delivery.kinds import kinds

    known = kinds()
    if kind not in known:
        near = difflib.get_close_matches(kind, known, 1)
        meant = f"did you mean {near[0]}? " if near else ""
        raise DeliveryError(
            f"nothing is called {kind!r} among what can be delivered",
            where="KIND",
            remedy=f"{meant}choose one of {', '.join(known)}",
        )
    return known[kind]


def deliver_deck(path: Path, out: Path, *, strict: bool = False) -> str:
    """Write the board deck; see :func:`deliver`."""
    return deliver(path, "board", out, strict=strict)


def deliver_report(path: Path, out: Path, *, strict: bool = False) -> str:
    """Write the report as one self-contained web page; see :func:`deliver`."""
    return deliver(path, "page", out, strict=strict)


def _check_ending(out: Path, chosen: Deliverable) -> None:
    """A deck under another name would not open, and might take the place of something else."""
    if out.suffix.lower() not in chosen.endings:
        raise DeliveryError(
            f"{chosen.kind} is a file that ends in {chosen.endings[0]}",
            where=str(out),
            remedy=f"choose a name such as {chosen.kind}{chosen.endings[0]}",
        )


def _check_group(document: Document, group: str) -> None:
    known = [g.id for g in document.groups]
    if group and group not in known:
        raise DeliveryError(
            f"the strategy has no group {group!r}",
            where="--group",
            remedy=f"choose one of {', '.join(known)}" if known else "write groups into the strategy first",
        )


def _given(
    place: Place, against: str, group: str, team: str, template: Path | None, paper: str
) -> tuple[Given, str]:
    from custrata.delivery.deliverable import Given
    from custrata.evidence.moved import delta
    from custrata.measures.catalogue import CATALOGUE
    from custrata.project.reviewing.history import earlier_snapshot
    from custrata.strategy.lint import lint

    snapshot = SnapshotStore(place.state).load()
    document, drafted = strategy_or_draft(place, snapshot)
    _check_group(document, group)
    evidence = evaluate(document, snapshot)
    on = None if snapshot.manifest.notional else snapshot.manifest.as_of
    findings = lint(document, evidence, tuple(CATALOGUE), readings=snapshot, on=on)
    earlier = earlier_snapshot(place, snapshot, against)
    given = Given(
        snapshot,
        document,
        evidence,
        findings,
        earlier,
        delta(document, earlier, snapshot) if earlier is not None else None,
        group,
        team,
        template,
        paper,
    )
    note = "; from a fresh draft, as no strategy is saved (custrata draft saves one)" if drafted else ""
    return given, note
