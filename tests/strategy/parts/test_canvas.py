from __future__ import annotations

import pytest

from custrata.strategy.parts.canvas import QUESTIONS, TITLES, Canvas


def test_five_zones_hold_twelve_blocks_each_with_title_and_question():
    names = [name for name, _ in Canvas().blocks()]
    assert len(Canvas.model_fields) == 5
    assert names == list(TITLES) == list(QUESTIONS)
    assert len(names) == 12


def test_a_block_is_found_by_name():
    assert Canvas().block("governance").id == "governance"
    with pytest.raises(KeyError):
        Canvas().block("weather")
