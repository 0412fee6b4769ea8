import datetime as dt

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.exam.ensemble import Ensemble, ensemble_name, lessons, weigh
from custrata.intelligence.exam.models import TITLES, sit_first
from custrata.intelligence.exam.split import split_at
from custrata.intelligence.exam.trees import Lesson, grow

SPLIT = split_at(dt.date(2020, 1, 1), dt.date(2020, 12, 31), dt.date(2021, 12, 30), 365)


@pytest.fixture(scope="module")
def seen(look, drawn):
    def at(n, seed, habit):
        people = drawn(n, seed, habit)
        inner = SPLIT.inner
        points = {SPLIT.held_out, *SPLIT.learnt, inner.held_out, *inner.learnt}
        return {point: look(people, point) for point in points}

    return at


def test_trees_that_find_a_habit_get_a_weight(seen):
    assert weigh(SPLIT.inner, seen(1500, 1, True)) > 0


def test_trees_that_find_nothing_are_refused(seen):
    with pytest.raises(EstimateError, match="no better"):
        weigh(SPLIT.inner, seen(1500, 2, False))


def test_the_holdout_has_no_say_in_the_weight(seen):
    known = seen(1200, 3, True)
    held_out = known.pop(SPLIT.held_out)
    assert weigh(SPLIT.inner, known) == weigh(SPLIT.inner, {**known, SPLIT.held_out: held_out})


def test_the_total_is_the_models(seen):
    known = seen(1200, 4, True)
    sitting = sit_first(known[SPLIT.held_out])
    trees = grow(lessons(SPLIT.learnt, known, sitting))
    found = Ensemble(sitting.name, 0.5, trees).expected(Lesson(known[SPLIT.held_out], sitting), 365)
    assert found.sum() == pytest.approx(sitting.total(365))
    assert (found >= 0.5 * sitting.expected(365) - 1e-12).all()


def test_the_mean_by_hand():
    mixed = Ensemble("nbd", 0.25, None).mixed(np.array([1.0, 3.0]), np.array([0.2, 0.2]))
    assert mixed.tolist() == pytest.approx([1.25, 2.75])


def test_names_are_apart_from_those_of_models():
    assert not {ensemble_name(name) for name in TITLES} & {*TITLES, *TITLES.values()}
