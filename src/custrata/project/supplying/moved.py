"""What a new snapshot changed for the strategy, as sheets."""

from __future__ import annotations

from custrata.delivery.deck.chapters.strategy.moved import broke, held, what_moved
from custrata.delivery.deck.material import Material
from custrata.delivery.deck.slides import Slide
from custrata.project.showing.scene import Scene

FIRST_SHOWN = 3
"""Sheets shown after a first build, when there is nothing to compare with."""


def news(scene: Scene) -> tuple[Slide, ...]:
    """What moved since the snapshot before; the opening of the story where this is the first.

    Args:
        scene: The new snapshot beside the strategy.
    """
    delta = scene.delta
    if delta is None:
        return tuple(scene.composition.story[:FIRST_SHOWN])
    if not delta.moved:
        return ()
    material = Material(scene.snapshot, scene.document, scene.evidence)
    sheets = (what_moved(material, delta), broke(material, delta), held(material, delta))
    return tuple(sheet for sheet in sheets if sheet is not None)
