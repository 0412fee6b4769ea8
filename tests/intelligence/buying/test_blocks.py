from __future__ import annotations

import numpy as np

from custrata.intelligence.buying import blocks


def test_answers_come_in_the_order_of_the_blocks_whatever_the_number_of_processors(monkeypatch):
    values = np.random.default_rng(1).random(1003)
    expected = [float(values[i : i + 100].sum()) for i in range(0, 1003, 100)]
    for processors in (1, 2, 7):
        monkeypatch.setattr(blocks.os, "cpu_count", lambda processors=processors: processors)
        assert blocks.in_blocks(lambda part: values[part].sum(), 1003, 100) == expected


def test_no_rows_make_no_blocks():
    assert blocks.in_blocks(lambda part: part, 0, 10) == []
