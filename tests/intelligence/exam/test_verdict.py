import numpy as np
import pytest

from custrata.intelligence.exam.marks import Mark
from custrata.intelligence.exam.verdict import judge, share_text, spoken, surely

CHANCE = np.random.default_rng(11)
MEAN = CHANCE.gamma(0.6, 2.0, 3000)
CAME = CHANCE.poisson(MEAN).astype(float)
FLAT = np.full(3000, MEAN.mean())
BLURRED = MEAN * CHANCE.gamma(4.0, 1 / 4.0, 3000)
BLURRED = BLURRED * MEAN.sum() / BLURRED.sum()
FAR_OFF = np.where(MEAN.max() * 0.99 < MEAN, MEAN + 300, MEAN * (1 - 300 / MEAN.sum()))
NAIVE = {"zero": np.zeros(3000), "mean": FLAT}


def test_the_lowest_deviance_that_surely_beats_the_rules_is_published():
    found = judge(CAME, {**NAIVE, "pareto_nbd": BLURRED, "bg_nbd": MEAN})
    assert (found.published, found.rival, found.naive, found.ensemble) == ("bg_nbd", "mean", False, False)
    assert "BG/NBD is published" in found.reason
    assert "everybody orders at the mean rate" in found.reason
    assert surely(found.gains["bg_nbd"])


def test_of_models_that_cannot_be_told_apart_the_first_stands():
    nearly = MEAN * (1 + 0.01 * np.sign(CHANCE.normal(size=3000)))
    found = judge(CAME, {**NAIVE, "pareto_nbd": nearly, "bg_nbd": MEAN, "nbd": BLURRED})
    assert found.published == "pareto_nbd"


def test_a_rule_stands_where_no_model_surely_beats_it():
    nearly = FLAT * (1 + 0.001 * np.sign(CHANCE.normal(size=3000)))
    found = judge(CAME, {**NAIVE, "pareto_nbd": nearly})
    assert (found.published, found.naive) == ("mean", True)
    assert "No model surely has a lower deviance" in found.reason
    assert "the nearest, Pareto/NBD" in found.reason


def test_trees_are_published_where_they_are_worth_their_while():
    found = judge(CAME, {**NAIVE, "pareto_nbd": BLURRED, "Pareto/NBD and trees": MEAN}, "pareto_nbd")
    assert (found.published, found.ensemble) == ("Pareto/NBD and trees", True)
    assert found.over_model.low > 0


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(0.97 * BLURRED + 0.03 * MEAN, id="a gain under 3%"),
        pytest.param(MEAN * 1.06, id="a total that is further off"),
        pytest.param(
            np.where(MEAN.max() * 0.99 < MEAN, MEAN + 400, MEAN - 400 / 3000 * (MEAN > 1)),
            id="a larger square error",
        ),
    ],
)
def test_else_the_simpler_model_stands(other):
    found = judge(CAME, {**NAIVE, "pareto_nbd": BLURRED, "Pareto/NBD and trees": other}, "pareto_nbd")
    assert found.published == "pareto_nbd"


def test_a_model_that_is_set_is_published_whatever_its_marks():
    found = judge(CAME, {**NAIVE, "pareto_nbd": BLURRED, "bg_nbd": MEAN}, wanted="pareto_nbd")
    assert found.published == "pareto_nbd"
    assert "as set" in found.reason
    assert set(found.marks) == {"zero", "mean", "pareto_nbd", "bg_nbd"}


def test_candidates_have_names_that_people_can_read():
    assert spoken("zero") == "nobody orders again"
    assert spoken("Pareto/NBD and trees") == "Pareto/NBD and trees"
    assert share_text(Mark(0.5)) == "50.0% (0.0% to 0.0%)"
