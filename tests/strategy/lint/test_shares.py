from __future__ import annotations

import pytest
from tests.strategies import group, strategy

from custrata.strategy.lint.shares import missed, partitions


@pytest.mark.parametrize(
    ("shares", "total"),
    [
        ((0.5, 0.5), ""),
        ((0.33, 0.33, 0.33), ""),
        ((0.5, 0.4), "90%"),
        ((0.7, 0.4), "110%"),
        ((0.5, None), ""),
        ((), ""),
    ],
)
def test_shares_of_one_whole_add_up_to_it(shares, total):
    assert missed(shares) == total


def test_groups_stand_together_by_partition_and_those_of_none_apart():
    groups = (group("a", partition="tier"), group("b"), group("c", partition="tier"))
    assert [(name, [g.id for g in of]) for name, of in partitions(strategy(groups=groups))] == [
        ("tier", ["a", "c"])
    ]
