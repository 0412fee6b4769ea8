from __future__ import annotations

from tests.strategies import goal, proposal

from custrata.strategy.lint.awaited import AWAITED, VANITY
from custrata.strategy.lint.naming import measures_of
from custrata.strategy.parts.papers.channel_charter import ChannelCharter
from custrata.strategy.parts.papers.journey_map import JourneyStage
from custrata.strategy.parts.running.experiment import Experiment
from custrata.vocabulary import Stage


def test_one_measure_and_several_are_named_and_empty_ones_are_not():
    assert list(measures_of(goal(leading=("a", "b"), lagging=("c",)))) == ["a", "b", "c"]
    assert list(measures_of(JourneyStage(id="j", stage=Stage.ADOPTION, metric="d"))) == ["d"]
    assert list(measures_of(JourneyStage(id="j", stage=Stage.ADOPTION))) == []


def test_the_guardrails_of_an_experiment_are_measures_and_those_of_a_channel_are_not():
    assert list(measures_of(Experiment(id="x", hypothesis=proposal(), guardrails=("a",)))) == ["a"]
    assert list(measures_of(ChannelCharter(id="c", channel="web", guardrails=("No calls.",)))) == []


def test_no_measure_is_both_waited_for_and_one_of_attention():
    assert not AWAITED & VANITY
