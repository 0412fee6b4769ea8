import numpy as np
import pytest

from custrata.economics.scenario.drawing import Ways, singles, sums, together


def ways(n, seed=3, **rates):
    chance = np.random.default_rng(seed)
    held = {"alive": 0.8, "leaving": 0.3, "orders": 4.0, "value": 25.0, "shape": 3.0} | rates
    return Ways(*(np.full(n, held[name]) for name in held), *(chance.uniform(size=n) for _ in range(3)))


def by_hand(n, years, seed=5):
    """The same customers, played order by order."""
    chance = np.random.default_rng(seed)
    alive = chance.uniform(size=n) < 0.8
    stay = np.where(alive, np.minimum(chance.exponential(1 / 0.3, n), years), 0.0)
    rate = 4.0 * chance.gamma(3.0, 1 / 3.0, n)
    count = chance.poisson(rate * stay)
    money = np.array([chance.exponential(25.0, c).sum() for c in count])
    return alive & (stay >= years), money, count > 0


def test_singles_do_what_customers_do_who_are_played_order_by_order():
    n = 40_000
    ends, money, bought = by_hand(n, 1.0)
    done = singles(ways(n), 1.0, steady=False)
    assert done.ends.mean() == pytest.approx(ends.mean(), abs=0.01)
    assert done.buyers.mean() == pytest.approx(bought.mean(), abs=0.01)
    assert done.revenue.mean() == pytest.approx(money.mean(), abs=1.5)
    assert done.revenue.std() == pytest.approx(money.std(), abs=3.0)


def test_sums_have_the_mean_and_the_spread_of_singles():
    n, draws = 500, 400
    whole = np.array([singles(ways(n, seed), 1.0, steady=False).revenue.sum() for seed in range(draws)])
    many = sums(ways(draws), np.full(draws, float(n)), np.ones(draws), 1.0, steady=False)
    assert many.revenue.mean() == pytest.approx(whole.mean(), abs=4 * whole.std() / 20)
    assert many.revenue.std() == pytest.approx(whole.std(), abs=0.15 * whole.std())
    assert many.ends.mean() == pytest.approx(n * 0.8 * np.exp(-0.3), abs=2)
    expected = np.mean([(singles(ways(n, s), 1.0, steady=False).revenue ** 2).sum() for s in range(60)])
    assert many.squares[0] == pytest.approx(expected, abs=0.1 * expected)


def test_who_pays_month_by_month_pays_for_the_time_of_the_stay():
    done = singles(ways(1, alive=1.0, leaving=0.0, orders=12.0, value=10.0), 0.5, steady=True)
    assert done.revenue[0] == pytest.approx(60.0)
    assert done.buyers[0] == 1


def test_who_has_left_brings_nothing_and_who_never_orders_neither():
    gone = singles(ways(50, alive=0.0), 1.0, steady=False)
    never = singles(ways(50, orders=0.0), 1.0, steady=False)
    assert gone.revenue.sum() == gone.buyers.sum() == gone.ends.sum() == 0
    assert never.revenue.sum() == never.buyers.sum() == 0
    assert never.ends.sum() > 0


@pytest.mark.parametrize("steady", [True, False])
def test_extreme_rates_give_numbers(steady):
    for rates in ({"leaving": 1e9}, {"leaving": 0.0}, {"orders": 1e6}, {"orders": 1e-9}, {"shape": 1e4}):
        one = singles(ways(20, **rates), 1.0, steady=steady)
        many = sums(ways(20, **rates), np.full(20, 9.0), np.ones(20), 1.0, steady=steady)
        assert np.isfinite(together(one, many).revenue).all()
        assert (one.revenue >= 0).all()


def test_a_part_is_the_same_of_fewer():
    assert len(ways(9).part(slice(4)).value) == 4
