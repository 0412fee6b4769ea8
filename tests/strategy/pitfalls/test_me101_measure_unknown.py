from __future__ import annotations

from tests.strategies import goal, places, proposal, strategy

from custrata.strategy.lint.finding import Known
from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.papers.channel_charter import ChannelCharter
from custrata.strategy.parts.running.experiment import Experiment
from custrata.strategy.parts.tier import TierPolicy
from custrata.strategy.pitfalls.me101_measure_unknown import PITFALL
from custrata.vocabulary import Stage, Tier

KNOWN = Known(measures={"revenue"})


def test_a_measure_that_no_catalogue_holds_is_found_wherever_it_is_named():
    doc = strategy(
        goals=(goal("g", leading=("revenu",), lagging=("revenue",)),),
        lifecycle=(StagePlan(id="s", stage=Stage.ADOPTION, metric="usage_frequency"),),
        tiers=(TierPolicy(id="t", tier=Tier.GOLD, size=1.0, key_metrics=("loyalty",)),),
        channel_charters=(ChannelCharter(id="c", channel="web", kpis=("buzz",), guardrails=("No calls.",)),),
        experiments=(Experiment(id="x", hypothesis=proposal(), guardrails=("mood",)),),
    )
    assert places(PITFALL, doc, KNOWN) == ["tiers[t]", "goals[g]", "channel_charters[c]", "experiments[x]"]


def test_without_a_catalogue_no_measure_is_unknown():
    assert places(PITFALL, strategy(goals=(goal("g", leading=("revenu",)),))) == []


def test_a_measure_that_is_waited_for_and_one_of_attention_are_silent():
    doc = strategy(goals=(goal("g", leading=("activation_rate", "page_views")),))
    assert places(PITFALL, doc, KNOWN) == []
