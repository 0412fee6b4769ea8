from __future__ import annotations

import pytest
from tests.strategies import PERSON, proposal, strategy

from custrata.errors import InputError
from custrata.strategy.acting.testing import with_test_of
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.running.experiment import ExperimentState


def test_an_assumption_becomes_a_planned_test_with_its_words_and_its_measure():
    one = Assumption(
        id="assumption-keep", statement=proposal("They stay."), measure="logo_retention", owner=PERSON
    )
    after, name = with_test_of(strategy(assumptions=(one,)), "assumption-keep")
    (test,) = after.experiments
    assert (test.id, name) == ("experiment-keep", "experiment-keep")
    assert (test.metric, test.assumption, test.state) == ("logo_retention", one.id, ExperimentState.PLANNED)
    assert test.hypothesis.text == "They stay."
    assert test.hypothesis.id != one.statement.id
    assert test.owner == PERSON


def test_a_second_test_of_the_same_assumption_has_its_own_id():
    one = Assumption(id="assumption-keep", statement=proposal("They stay."))
    after, _ = with_test_of(strategy(assumptions=(one,)), one.id)
    assert with_test_of(after, one.id)[1] == "experiment-keep-2"


def test_no_such_assumption_is_refused():
    with pytest.raises(InputError, match="no such assumption"):
        with_test_of(strategy(), "assumption-x")
