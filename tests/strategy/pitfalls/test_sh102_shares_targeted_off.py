from __future__ import annotations

from tests.strategies import findings, group, places, strategy

from custrata.strategy.parts.group import TargetShare
from custrata.strategy.pitfalls.sh102_shares_targeted_off import PITFALL


def member(name: str, aim: float | None, partition: str = "tier"):
    return group(name, partition=partition, share_targeted=TargetShare(value=aim))


def test_shares_that_all_rise_are_found():
    doc = strategy(groups=(member("a", 0.7), member("b", 0.4)))
    assert places(PITFALL, doc) == ["groups"]
    assert "110%" in findings(PITFALL, doc)[0].message


def test_shares_that_add_up_or_are_not_all_set_are_silent():
    assert places(PITFALL, strategy(groups=(member("a", 0.7), member("b", 0.3)))) == []
    assert places(PITFALL, strategy(groups=(member("a", 0.7), member("b", None)))) == []


def test_groups_of_no_partition_need_not_add_up():
    assert places(PITFALL, strategy(groups=(member("a", 0.2, partition=""),))) == []
