from __future__ import annotations

from collections import Counter

import pytest
from tests.drafting.wording.statements import STATEMENTS, sentences

from custrata.drafting.wording.verify import verify
from custrata.strategy.wording.sentence import placeholders

HONEST, LIES = sentences("honest"), sentences("lies")


@pytest.mark.parametrize(("key", "wording"), HONEST)
def test_an_honest_wording_stands_with_its_numbers_bound_again(key, wording):
    statement = STATEMENTS[key]

    verdict = verify(statement, wording)

    assert verdict.reasons == ()
    assert Counter(placeholders(verdict.text)) == Counter(f.name for f in statement.figures)


@pytest.mark.parametrize(("key", "wording"), LIES)
def test_a_lie_is_refused_and_the_statement_stays(key, wording):
    verdict = verify(STATEMENTS[key], wording)

    assert verdict.reasons
    assert verdict.text == STATEMENTS[key].text


def test_there_are_a_hundred_of_each():
    assert len(HONEST) >= 100
    assert len(LIES) >= 100


@pytest.mark.parametrize("key", STATEMENTS)
def test_the_statement_itself_stands(key):
    assert verify(STATEMENTS[key], STATEMENTS[key].text).stands
