from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

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


def test_a_workspace_is_kept_and_each_thread_has_its_own():
    mine = blocks.workspace("test", 2, 3)
    mine[:] = 7.0
    assert blocks.workspace("test", 5)[0] == 7.0
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(blocks.workspace, "test", 2, 3).result()
    assert not np.shares_memory(mine, other)
