from __future__ import annotations

from collections import Counter

import pytest
from tests.drafting.wording.statements import REAL, STATEMENTS, sentences

from custrata.drafting.wording.verify import verify
from custrata.strategy.wording.sentence import placeholders

ALL = STATEMENTS | REAL
HONEST = sentences("honest") + sentences("honest_real")
LIES = sentences("lies") + sentences("lies_real")
DOUBTFUL = sentences("doubtful") + sentences("doubtful_real")


@pytest.mark.parametrize(("key", "wording"), HONEST)
def test_an_honest_wording_stands_with_its_numbers_bound_again(key, wording):
    statement = ALL[key]

    verdict = verify(statement, wording)

    assert verdict.reasons == ()
    assert Counter(placeholders(verdict.text)) == Counter(placeholders(statement.text))


@pytest.mark.parametrize(("key", "wording"), LIES)
def test_a_lie_is_refused_and_the_statement_stays(key, wording):
    verdict = verify(ALL[key], wording)

    assert verdict.reasons
    assert verdict.text == ALL[key].text


@pytest.mark.parametrize(("key", "wording"), DOUBTFUL)
def test_in_doubt_a_wording_is_refused(key, wording):
    assert not verify(ALL[key], wording).stands


def test_there_are_hundreds_over_many_statements():
    assert len(HONEST) >= 200
    assert len(LIES) >= 400
    assert len({key for key, _ in LIES}) >= 70


def test_most_of_what_is_said_in_good_faith_stands():
    assert len(HONEST) > 4 * len(DOUBTFUL)


@pytest.mark.parametrize("key", ALL)
def test_the_statement_itself_stands(key):
    assert verify(ALL[key], ALL[key].text).stands


@pytest.mark.parametrize("key", [k for k, s in ALL.items() if s.figures])
def test_the_statement_with_its_numbers_typed_out_is_bound_again(key):
    verdict = verify(ALL[key], ALL[key].said())

    assert verdict.reasons == ()
    assert Counter(placeholders(verdict.text)) == Counter(placeholders(ALL[key].text))
