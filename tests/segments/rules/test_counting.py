from __future__ import annotations

from custrata.segments.rules.counting import (
    Count,
    Shared,
    count_query,
    counts_of,
    overlap_query,
    shared_of,
    steps_of,
    waterfall_query,
)
from custrata.segments.rules.rule import EVERYBODY, Amount, Every, InGroup, Not, Text

GOLD = Text(column="tier", is_=("gold",))
ADOPTION = Text(column="stage", is_=("adoption",))
NOBODY = Text(column="tier", is_=("none",))


def test_many_rules_are_counted_and_valued_in_one_pass(live, customers, facts):
    rules = (EVERYBODY, GOLD, ADOPTION, NOBODY)
    rows = live.rows(count_query(rules, customers, facts))
    assert len(rows) == 1
    assert rows[0]["customers"] == 6
    found = counts_of(rows[0], len(rules))
    assert [c.n for c in found] == [6, 2, 2, 0]
    assert [c.sums["value"] for c in found] == [1080.0, 800.0, 800.0, None]
    assert found[1] == Count(2, {"revenue": None, "value": 800.0, "mrr": None, "lifetime_value": None})


def test_the_waterfall_says_who_falls_out_where_and_of_whom_nothing_is_known(live, customers, facts):
    rule = Every(all=(Amount(column="value", at_least=0), ADOPTION, GOLD))
    everybody, found = steps_of(live.rows(waterfall_query(rule, customers, facts))[0], rule)
    assert everybody == 6
    assert [(s.left, s.out, s.unknown) for s in found] == [(4, 2, 1), (2, 2, 0), (1, 1, 0)]


def test_the_steps_of_a_waterfall_add_up_whatever_their_order(live, customers, facts):
    conditions = (Not(not_=GOLD), Amount(column="orders", above=0), ADOPTION)
    ends = set()
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        rule = Every(all=tuple(conditions[i] for i in order))
        everybody, found = steps_of(live.rows(waterfall_query(rule, customers, facts))[0], rule)
        assert everybody == found[-1].left + sum(step.out for step in found)
        ends.add(found[-1].left)
    assert ends == {1}


def test_no_condition_leaves_everybody(live, customers, facts):
    assert steps_of(live.rows(waterfall_query(EVERYBODY, customers, facts))[0], EVERYBODY) == (6, ())


def test_overlap_counts_the_other_and_both(live, customers, facts):
    others = (GOLD, InGroup(group="g"), NOBODY, EVERYBODY)
    row = live.rows(overlap_query(ADOPTION, others, customers, facts))[0]
    assert shared_of(row, len(others)) == (Shared(2, 1), Shared(2, 1), Shared(0, 0), Shared(6, 2))


def test_a_share_is_of_the_members_of_the_one():
    assert Shared(n=40, both=5).share(20) == 0.25
    assert Shared(n=40, both=0).share(0) is None
