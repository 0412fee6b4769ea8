import datetime as dt

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.exam.models import sit
from custrata.intelligence.exam.split import Point
from custrata.intelligence.exam.trees import Lesson, grow


@pytest.fixture(scope="module")
def lesson(look, drawn):
    known = look(drawn(1500, 7, habit=True), Point(dt.date(2020, 9, 30), dt.date(2020, 12, 31)))
    return Lesson(known, sit("nbd", known))


def test_the_same_customers_give_the_same_trees(lesson):
    one, other = (grow([lesson]).rate(lesson) for _ in range(2))
    assert np.array_equal(one, other)
    assert (one > 0).all()


def test_trees_learn_what_a_summary_does_not_say(lesson):
    rate = grow([lesson]).rate(lesson)
    assert (
        np.corrcoef(rate, lesson.known.actual)[0, 1]
        > np.corrcoef(lesson.sitting.expected(92), lesson.known.actual)[0, 1]
    )


def test_too_few_to_learn_from_are_refused(look, drawn):
    known = look(drawn(200, 8), Point(dt.date(2020, 9, 30), dt.date(2020, 12, 31)))
    with pytest.raises(EstimateError, match="too few for trees") as refusal:
        grow([Lesson(known, sit("nbd", known))])
    assert refusal.value.remedy
    with pytest.raises(EstimateError, match="at no earlier day"):
        grow([])
