"""An empty slide to draw on."""

from __future__ import annotations

from typing import Any

import pytest

from custrata.delivery.deck.office.theme import themed_presentation


@pytest.fixture
def slide() -> Any:
    """A slide with the layout of a finding."""
    presentation = themed_presentation()
    return presentation.slides.add_slide(presentation.slide_layouts[1])
