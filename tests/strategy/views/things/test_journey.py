from __future__ import annotations

from tests.complete import complete

from custrata.strategy.parts.papers.audit import Comparison
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.experiment import ExperimentState
from custrata.strategy.parts.steering.governance import Voice
from custrata.strategy.views.things.journey import AUDIT_SHOWN, EXPERIMENTS_DONE, LIVED, heard

WHOLE = complete()


def test_a_voice_without_a_rhythm_is_not_heard():
    silent = tuple(s.model_copy(update={"every_days": None}) for s in WHOLE.insight_sources)
    assert heard(Voice.CUSTOMER).look(WHOLE).where == ("insight_sources[hear-customer]",)
    assert not heard(Voice.CUSTOMER).look(WHOLE.model_copy(update={"insight_sources": silent})).there


def test_a_source_that_nobody_answers_for_is_an_idea():
    ideas = tuple(
        s.model_copy(update={"owner": Owner(role="head of service")}) for s in WHOLE.insight_sources
    )
    assert not heard(Voice.CUSTOMER).look(WHOLE.model_copy(update={"insight_sources": ideas})).there


def test_a_comparison_before_and_after_shows_no_effect():
    first = WHOLE.audit[0]
    weak = first.effects[0].model_copy(update={"comparison": Comparison.BEFORE_AFTER})
    audit = (first.model_copy(update={"effects": (weak,)}),)
    assert AUDIT_SHOWN.look(WHOLE).there
    assert not AUDIT_SHOWN.look(WHOLE.model_copy(update={"audit": audit})).there


def test_a_running_experiment_has_no_result():
    running = WHOLE.experiments[0].model_copy(update={"state": ExperimentState.RUNNING})
    assert not EXPERIMENTS_DONE.look(WHOLE.model_copy(update={"experiments": (running,)})).there


def test_a_journey_of_empty_columns_was_not_lived():
    stage = WHOLE.journey_maps[0].stages[0].model_copy(update={"outcome": None})
    journey = WHOLE.journey_maps[0].model_copy(update={"stages": (stage,)})
    assert not LIVED.look(WHOLE.model_copy(update={"journey_maps": (journey,)})).there
