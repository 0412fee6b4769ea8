import numpy as np
import pytest
from tests.economics.lifetime_value.models import Plain

from custrata.economics.lifetime_value.choice import choose
from custrata.errors import EstimateError
from custrata.intelligence import buying

ROWS = {
    "repeat_orders": np.array([0, 3]),
    "last_order_age": np.array([0, 80]),
    "age": np.array([50, 100]),
    "people": np.array([2, 1]),
}


@pytest.fixture
def fits(monkeypatch):
    """Which models fit: those named in the set that it returns."""
    able = {"pareto_nbd", "mbg_nbd", "bg_nbd"}

    def fit_of(name):
        def fit(x, t_x, age, counts):
            if name not in able:
                raise EstimateError("no interior maximum", remedy="wait")
            return Plain(name=name)

        return fit

    for name in tuple(able):
        monkeypatch.setattr(buying, f"fit_{name}", fit_of(name), raising=False)
    return able


def test_the_model_that_is_set_is_taken(fits):
    chosen = choose("bg_nbd", "Pareto/NBD", ROWS)
    assert (chosen.name, chosen.model.name) == ("bg_nbd", "bg_nbd")
    assert chosen.sentences == ("Buying is told by BG/NBD, as set.",)


@pytest.mark.parametrize("published", ["pareto_nbd", "Pareto/NBD", "pareto-nbd"])
def test_the_model_that_the_exam_published_is_taken(fits, published):
    chosen = choose("auto", published, ROWS)
    assert (chosen.name, chosen.title) == ("pareto_nbd", "Pareto/NBD")
    assert chosen.sentences == ("Buying is told by Pareto/NBD, which the exam published.",)


def test_mbg_is_not_mistaken_for_bg(fits):
    assert choose("auto", "mbg_nbd", ROWS).name == "mbg_nbd"
    assert choose("auto", "bg_nbd", ROWS).name == "bg_nbd"


def test_an_ensemble_lends_its_model_and_it_is_said(fits):
    chosen = choose("auto", "mean of Pareto/NBD and boosted trees", ROWS)
    assert chosen.name == "pareto_nbd"
    assert "only Pareto/NBD in it reaches" in chosen.sentences[0]


@pytest.mark.parametrize("published", ["own past rate", "own_past_rate", "mean", "zero", "last_period"])
def test_a_naive_rule_that_won_values_customers_without_a_model(fits, published):
    chosen = choose("auto", published, ROWS)
    assert chosen.model is None
    assert "without an interval" in chosen.sentences[0]


def test_without_an_exam_the_first_that_fits_is_taken(fits):
    fits.discard("pareto_nbd")
    chosen = choose("auto", None, ROWS)
    assert chosen.name == "mbg_nbd"
    assert chosen.sentences[-1] == "Pareto/NBD: no interior maximum."


def test_a_published_model_that_does_not_fit_the_whole_history_gives_way(fits):
    fits.discard("pareto_nbd")
    chosen = choose("auto", "pareto_nbd", ROWS)
    assert chosen.name == "mbg_nbd"
    assert "does not fit the whole history" in chosen.sentences[0]


def test_where_nothing_fits_it_is_refused_with_all_reasons(fits):
    fits.clear()
    with pytest.raises(EstimateError, match=r"Pareto/NBD: no interior maximum; MBG/NBD"):
        choose("auto", None, ROWS)
    with pytest.raises(EstimateError, match="no interior maximum"):
        choose("mbg_nbd", None, ROWS)
