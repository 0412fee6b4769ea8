from __future__ import annotations

from tests.strategies import (
    places,
    proposal,
    strategy,
)
from tests.told import Told, known

from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.statement import Figure, Proposal
from custrata.strategy.pitfalls.as103_assumption_already_broken import PITFALL


def assumed(threshold: float, statement: Proposal | None = None):
    held = Assumption(
        id="a", statement=statement or proposal(), measure="csat", threshold=threshold, direction="at least"
    )
    return strategy(assumptions=(held,))


TOLD = Told().add("csat", 0.7, interval=(0.67, 0.73))


def test_a_measure_beyond_its_threshold_is_found():
    assert places(PITFALL, assumed(0.75), known(TOLD)) == ["assumptions[a]"]


def test_an_interval_that_reaches_it_few_answers_and_no_data_are_silent():
    assert places(PITFALL, assumed(0.72), known(TOLD)) == []
    assert places(PITFALL, assumed(0.75), known(Told().add("csat", 0.7, n=12))) == []
    assert places(PITFALL, assumed(0.75), known()) == []


def test_the_part_of_the_base_that_the_sentence_names_is_read():
    gold = Figure(
        name="now", measure="csat", segment={"tier": "gold"}, period="current", value=0.9, unit="share"
    )
    one = proposal("{now} are content.", figures=(gold,))
    told = Told().add("csat", 0.7).by("csat", "tier", gold=0.9)
    assert places(PITFALL, assumed(0.75, one), known(told)) == []
    mixed = gold.model_copy(update={"plus": gold.keys})
    assert places(PITFALL, assumed(0.95, proposal("{now}", figures=(mixed,))), known(told)) == []


def test_a_total_without_a_span_and_a_share_in_percent_are_silent():
    money = Told().add("csat", 70, "EUR")
    assert places(PITFALL, assumed(75), known(money)) == []
    assert places(PITFALL, assumed(75), known(TOLD)) == []
