from __future__ import annotations

from tests.strategies import claim, findings, group, places, strategy

from custrata.strategy.parts.statement import Figure
from custrata.strategy.pitfalls.sh101_shares_now_off import PITFALL


def member(name: str, now: float | None, partition: str = "tier"):
    figure = Figure(name="value_share", measure="revenue", value=now, unit="share")
    return group(name, partition=partition, share_now=claim("{value_share}", figures=(figure,)))


def test_shares_that_miss_a_tenth_are_found():
    doc = strategy(groups=(member("a", 0.5), member("b", 0.4)))
    assert places(PITFALL, doc) == ["groups"]
    assert "90%" in findings(PITFALL, doc)[0].message


def test_shares_that_add_up_or_are_not_all_known_are_silent():
    assert places(PITFALL, strategy(groups=(member("a", 0.5), member("b", 0.5)))) == []
    assert places(PITFALL, strategy(groups=(member("a", 0.5), member("b", None)))) == []


def test_groups_of_no_partition_need_not_add_up():
    assert places(PITFALL, strategy(groups=(member("a", 0.2, partition=""),))) == []
