from __future__ import annotations

from custrata.segments.rules.profile import (
    Middle,
    Mix,
    crossed_of,
    crossed_query,
    middle_of,
    middle_query,
    mix_of,
    mix_query,
)
from custrata.segments.rules.rule import EVERYBODY, Text

GOLD = Text(column="tier", is_=("gold",))


def test_the_mix_counts_members_beside_everybody(live, customers, facts):
    found = mix_of(live.rows(mix_query(GOLD, ("stage", "tier"), customers, facts)))
    stages = {mix.word: (mix.n, mix.members) for mix in found if mix.dimension == "stage"}
    assert stages == {"adoption": (2, 1), "lapsed": (2, 0), "at risk": (1, 1), "": (1, 0)}
    assert found[0] == Mix("stage", "adoption", 2, 1)
    assert sum(mix.members for mix in found if mix.dimension == "tier") == 2


def test_one_pass_over_all_dimensions_counts_the_same(live, customers, facts):
    names = ("stage", "tier")
    apart = mix_of(live.rows(mix_query(GOLD, names, customers, facts)))
    assert crossed_of(live.rows(crossed_query(GOLD, names, customers, facts)), names) == apart


def test_the_middle_is_of_those_of_whom_it_is_known(live, customers, facts):
    silver = Text(column="tier", is_=("silver",))
    members, everybody = (
        live.one(middle_query(rule, ("value",), customers, facts)) for rule in (silver, EVERYBODY)
    )
    assert middle_of(members, everybody, ("value",)) == (Middle("value", 300.0, 300.0, 1),)


def test_the_middle_of_nobody_is_not_known(live, customers, facts):
    row = live.one(middle_query(Text(column="tier", is_=("x",)), ("value",), customers, facts))
    assert middle_of(row, row, ("value",))[0].members is None


def test_shares_are_of_the_members_and_of_everybody():
    assert Mix("tier", "gold", n=20, members=5).shares(10, 80) == (0.5, 0.25)


def test_times_are_told_only_of_a_middle_that_they_can_be_times_of():
    assert Middle("value", 30.0, 20.0, 4).times == 1.5
    for members, everybody in ((None, 20.0), (30.0, None), (30.0, 0.0), (30.0, -1.0), (-3.0, 20.0)):
        assert Middle("value", members, everybody, 4).times is None
