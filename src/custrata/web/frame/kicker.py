"""The small line over a finding: of which day, of which revision, and from which day is counted."""

from __future__ import annotations

import datetime as dt

from custrata.delivery.deck.material import day_text
from custrata.project.showing.scene import Scene


def kicker(scene: Scene, *pieces: str, revision: int | None = None) -> tuple[str, ...]:
    """The small line over a finding: of which day, of which revision.

    Args:
        scene: Snapshot and strategy.
        pieces: What else it says, after these.
        revision: Of what is shown; None where that is the strategy as it stands.
    """
    day = f"Data to {day_text(scene.as_of)}" if scene.as_of else "Data without dates"
    return (day, f"Revision {scene.document.revision if revision is None else revision}", *pieces)


def counted(scene: Scene, today: dt.date) -> tuple[str, ...]:
    """The piece of a kicker that says from which day is counted, where that is not today.

    Args:
        scene: Snapshot and strategy.
        today: The day on which it is looked at.
    """
    day = scene.counted_from(today)
    return () if day == today else (f"Days count from the end of the data, {day_text(day)}",)
