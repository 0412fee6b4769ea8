import datetime as dt

import numpy as np
import pytest

from custrata.intelligence.exam.candidates import examined, next_year, points_of, sentences
from custrata.intelligence.exam.split import split_at

START, DAYS = dt.date(2020, 1, 1), 365
SPLIT = split_at(START, dt.date(2020, 12, 31), dt.date(2021, 12, 30), DAYS)


@pytest.fixture(scope="module")
def people(drawn):
    return drawn(1500, 21, habit=True)


@pytest.fixture(scope="module")
def known(look, people):
    return {point: look(people, point) for point in points_of(SPLIT, len(people), True)}


@pytest.fixture(scope="module")
def exam(known):
    return examined(SPLIT, known)


def test_one_look_is_enough_where_no_trees_can_grow():
    assert points_of(SPLIT, 999, True) == points_of(SPLIT, 10**6, False) == (SPLIT.held_out,)
    assert len(points_of(SPLIT, 1000, True)) == 7


def test_a_habit_that_counts_do_not_tell_is_found_by_trees(exam):
    assert exam.verdict.ensemble
    assert exam.verdict.over_model.low > 0
    assert exam.published.sum() == pytest.approx(exam.sittings[exam.ensemble.partner].total(364))
    assert exam.total(364) == pytest.approx(exam.published.sum())


def test_what_came_out_is_said_with_days_and_marks(exam):
    said = sentences(exam)
    assert said[0].startswith("Exam: what 1,500 customers known on 2020-12-31 ordered in the 364 days up to")
    assert f"{exam.verdict.published} is published" in said[1]
    assert "of that of" not in said[1]
    assert said[2].startswith("In all it expected ")
    assert "is the trees', chosen on the part before the holdout" in said[3]
    for name, why in exam.refused.items():
        assert any(why in sentence for sentence in said), name


def test_what_happens_in_the_holdout_changes_marks_but_no_prediction(exam, known):
    held_out = known[SPLIT.held_out]
    other = dict(held_out.columns) | {"ahead": held_out.actual[::-1].copy()}
    again = examined(SPLIT, {**known, SPLIT.held_out: type(held_out)(SPLIT.held_out, other)})
    assert list(again.predictions) == list(exam.predictions)
    assert all(np.array_equal(again.predictions[n], exam.predictions[n]) for n in exam.predictions)
    assert again.verdict.marks != exam.verdict.marks


def test_a_passed_ensemble_learns_anew_for_the_year_to_come(exam, look, people):
    now = split_at(START, dt.date(2021, 12, 30), dt.date(2022, 12, 30), DAYS)
    learnt = {point: look(people, point) for point in now.learnt}
    last = look(people, now.held_out)
    found = next_year(exam.ensemble, now, learnt, last, DAYS)
    assert len(found) == len(last)
    assert (found > 0).all()
    assert 0.2 < found.sum() / last.columns["days_365"].sum() < 1.5


def test_a_model_that_is_set_is_published(known):
    only = {SPLIT.held_out: known[SPLIT.held_out]}
    fitted = next(iter(examined(SPLIT, only).sittings))
    assert examined(SPLIT, only, fitted).verdict.published == fitted
    assert examined(SPLIT, only, "one that refused").verdict.published in examined(SPLIT, only).predictions
