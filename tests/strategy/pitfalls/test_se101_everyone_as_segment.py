from __future__ import annotations

import pytest
from tests.strategies import findings, gap, group, places, proposal, proposition, strategy

from custrata.strategy.parts.offering.proposition import Level
from custrata.strategy.parts.papers.profile import Profile
from custrata.strategy.pitfalls.se101_everyone_as_segment import PITFALL


@pytest.mark.parametrize(
    "name", ["Everyone", "All customers", "all of our customers", "Any business", "The whole market"]
)
def test_a_group_of_everyone_is_found(name):
    doc = strategy(groups=(group("gold"), group("all", name=name)))
    assert places(PITFALL, doc) == ["groups[all]"]
    assert name in findings(PITFALL, doc)[0].message


@pytest.mark.parametrize("whom", ["everyone", "anyone who wants to save time", "all companies"])
def test_a_proposition_for_everyone_is_found(whom):
    doc = strategy(propositions=(proposition("value", for_whom=whom),))
    assert places(PITFALL, doc) == ["propositions[value].for_whom"]


def test_a_profile_that_wins_with_everyone_is_found():
    doc = strategy(profiles=(Profile(id="p", statement=proposal("Our product is for everyone.")),))
    assert places(PITFALL, doc) == ["profiles[p].statement"]


@pytest.mark.parametrize(
    "whom",
    [
        "everyone in the household who cooks",
        "all bakeries with two ovens",
        "everyone but resellers",
        "everyone who needs a new passport",
        "not everyone",
    ],
)
def test_a_group_that_leaves_somebody_out_is_silent(whom):
    doc = strategy(groups=(group("a", name=whom),), propositions=(proposition("value", for_whom=whom),))
    assert places(PITFALL, doc) == []


def test_what_a_company_stands_for_may_hold_for_all_and_a_gap_is_silent():
    whole = proposition("value", level=Level.STANDS_FOR, for_whom="everyone")
    open_one = Profile(id="p", statement=gap("Our product is for everyone."))
    assert places(PITFALL, strategy(propositions=(whole,), profiles=(open_one,))) == []


def test_a_group_that_the_data_tell_apart_may_be_called_anything():
    assert (
        places(PITFALL, strategy(groups=(group("a", name="All customers", segment={"tier": "gold"}),))) == []
    )
