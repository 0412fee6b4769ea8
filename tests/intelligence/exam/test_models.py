import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence import buying
from custrata.intelligence.exam.models import TITLES, fits, sit, sit_all, sit_first


@pytest.fixture
def known(look, drawn, point):
    return look(drawn(600, 1), point)


def test_every_title_has_a_fit():
    assert list(fits()) == list(TITLES)


def test_customers_are_counted_before_they_are_fitted_and_scored(known):
    sitting = sit("mbg_nbd", known)
    assert len(sitting.rows) < len(known)
    assert sitting.counts.sum() == len(known)
    direct = buying.fit_mbg_nbd(known.x, known.t_x, known.T)
    assert np.allclose(
        sitting.expected(365), direct.expected_orders(365, known.x, known.t_x, known.T), rtol=1e-5
    )
    assert sitting.total(365) == pytest.approx(sitting.expected(365).sum())
    assert ((sitting.alive() >= 0) & (sitting.alive() <= 1)).all()


def test_a_model_can_look_at_an_earlier_day(known, look, drawn):
    import datetime as dt

    from custrata.intelligence.exam.split import Point

    before = look(drawn(600, 1), Point(dt.date(2020, 6, 30), dt.date(2020, 12, 31)))
    sitting = sit("mbg_nbd", known)
    earlier = sitting.applied(before)
    assert earlier.model is sitting.model
    assert len(earlier.expected(30)) == len(before)


def test_who_refuses_says_why_and_the_others_sit(look, drawn, point):
    # Everybody orders for good, every 20 to 60 days.
    chance = np.random.default_rng(5)
    people = [np.arange(int(chance.integers(0, 99)), 730, int(chance.integers(20, 60))) for _ in range(300)]
    known = look(people, point)
    sittings, refused = sit_all(known)
    assert "nbd" in sittings
    assert set(refused) | set(sittings) == set(TITLES)
    assert all(refused.values())
    assert sit_first(known).name == next(iter(sittings))


def test_nobody_who_came_back_leaves_no_model(look, point):
    known = look([np.array([day]) for day in range(100)], point)
    assert sit_all(known)[0] == {}
    with pytest.raises(EstimateError, match="ordered again"):
        sit_first(known)
