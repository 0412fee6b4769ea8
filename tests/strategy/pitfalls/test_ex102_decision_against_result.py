from __future__ import annotations

from tests.strategies import (
    claim,
    places,
    proposal,
    strategy,
)
from tests.told import known

from custrata.strategy.parts.running.experiment import Experiment, ExperimentDecision
from custrata.strategy.parts.statement import Claim, Figure
from custrata.strategy.pitfalls.ex102_decision_against_result import PITFALL
from custrata.vocabulary import EvidenceState


def result(low: float, high: float) -> Claim:
    figures = tuple(
        Figure(name=name, measure="repeat_rate", value=value, unit="share")
        for name, value in (("low", low), ("high", high))
    )
    return Claim(id="E01", text="From {low} to {high}.", figures=figures)


def shipped(decision: ExperimentDecision = ExperimentDecision.SHIP, **fields: object):
    return strategy(experiments=(Experiment(id="x", hypothesis=proposal(), decision=decision, **fields),))


def test_shipping_across_zero_is_found():
    assert places(PITFALL, shipped(result=result(-0.01, 0.04))) == ["experiments[x]"]


def test_shipping_what_the_data_contradict_is_found():
    assert places(PITFALL, shipped(result=claim(id="E01")), known(E01=EvidenceState.CONTRADICTED))


def test_a_result_above_zero_another_decision_and_words_alone_are_silent():
    assert places(PITFALL, shipped(result=result(0.01, 0.04))) == []
    assert places(PITFALL, shipped(ExperimentDecision.STOP, result=result(-0.01, 0.04))) == []
    assert places(PITFALL, shipped(result=proposal())) == []
    assert places(PITFALL, shipped(result=claim(id="E01"))) == []
    assert places(PITFALL, shipped(result=claim(id="E01")), known(E01=EvidenceState.SUPPORTED)) == []
