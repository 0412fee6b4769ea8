"""How mature the company is, where it wants to be, and which gaps cost most."""

from __future__ import annotations

from custrata.delivery.deck.material import Material
from custrata.delivery.deck.slides import Slide


def radar(material: Material) -> Slide | None:
    """Levels now and wanted on five dimensions, and the gaps between them."""
    return None
