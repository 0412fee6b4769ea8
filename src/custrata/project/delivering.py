"""Deck and report of a project, from its latest snapshot and its strategy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import DeliveryError
from custrata.evidence.check import evaluate
from custrata.project.place import locate
from custrata.project.strategy_file import strategy_or_draft

if TYPE_CHECKING:
    from custrata.evidence.check import ClaimEvidence
    from custrata.snapshot import Snapshot
    from custrata.strategy.document import Document


def deliver_deck(path: Path, out: Path) -> str:
    """Write the board deck.

    Args:
        path: The project.
        out: The file, which ends in ``.pptx``.

    Returns:
        What was written, as a sentence.

    Raises:
        SnapshotError: There is no snapshot yet.
        DeliveryError: The file cannot be written, or has another ending.
    """
    _check_ending(out, "deck", ".pptx")
    from custrata.delivery.deck.pptx_writer import write_deck
    from custrata.delivery.deck.storyline import board_deck

    snapshot, document, evidence, drafted = _material(path)
    deck = board_deck(snapshot, document, evidence)
    write_deck(deck, out)
    return f"{out}: {len(deck.slides)} slides{drafted}"


def deliver_report(path: Path, out: Path) -> str:
    """Write the report as one self-contained web page.

    Args:
        path: The project.
        out: The file, which ends in ``.html``.

    Returns:
        What was written, as a sentence.

    Raises:
        SnapshotError: There is no snapshot yet.
        DeliveryError: The file cannot be written, or has another ending.
    """
    _check_ending(out, "report", ".html", ".htm")
    from custrata.delivery.report.page import report_of
    from custrata.delivery.report.writer import write_report

    snapshot, document, evidence, drafted = _material(path)
    write_report(report_of(snapshot, document, evidence), out)
    return f"{out}: {out.stat().st_size / 2**20:.1f} MB, opens without a network{drafted}"


def _check_ending(out: Path, what: str, *endings: str) -> None:
    """A deck under another name would not open, and might take the place of something else."""
    if out.suffix.lower() not in endings:
        raise DeliveryError(
            f"a {what} is a file that ends in {endings[0]}",
            where=str(out),
            remedy=f"choose a name such as {what}{endings[0]}",
        )


def _material(path: Path) -> tuple[Snapshot, Document, tuple[ClaimEvidence, ...], str]:
    place = locate(path)
    snapshot = SnapshotStore(place.state).load()
    document, drafted = strategy_or_draft(place, snapshot)
    note = "; from a fresh draft, as no strategy is saved (custrata draft saves one)" if drafted else ""
    return snapshot, document, evaluate(document, snapshot), note
