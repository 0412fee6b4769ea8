from __future__ import annotations

from tests.strategies import (
    group,
    places,
    strategy,
)

from custrata.strategy.pitfalls.sg102_tag_shared import PITFALL


def test_the_second_group_with_a_tag_is_found():
    groups = (group("a", tag="VIP"), group("b", tag="vip "), group("c", tag="other"))
    assert places(PITFALL, strategy(groups=groups)) == ["groups[b]"]


def test_groups_without_a_tag_share_none():
    assert places(PITFALL, strategy(groups=(group("a"), group("b")))) == []
