from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.economics.serving.rates import Pool, months_covered, time_driven_rates


def test_the_published_department_has_its_rate_and_its_unused_capacity():
    # Kaplan and Anderson (2004): 560,000 a quarter for 700,000 minutes; 49,000 orders of 8 minutes,
    # 1,400 inquiries of 44, 2,500 credit checks of 50.
    minutes = Decimal(49_000 * 8 + 1_400 * 44 + 2_500 * 50)
    found = time_driven_rates([Pool("department", 0, Decimal(560_000), Decimal(700_000))], {0: minutes}, 0)
    (rate,) = found.rates
    assert str(rate.likely.normalize()) == "0.8"
    assert [8 * rate.likely, 44 * rate.likely, 50 * rate.likely] == [
        Decimal("6.4"),
        Decimal("35.2"),
        Decimal(40),
    ]
    assert (minutes, minutes * rate.likely, found.idle[0]) == (578_600, 462_880, 97_120)


def test_a_true_rate_comes_out_of_generated_pools_between_low_and_high():
    rng = np.random.default_rng(5)
    capacity = rng.integers(900, 1100, 36)
    rates = np.round(1.1 * np.exp(rng.normal(0, 0.1, 36)), 4)
    pools = [
        Pool("support", m, Decimal(str(round(r * q, 6))), Decimal(int(q)))
        for m, (r, q) in enumerate(zip(rates, capacity, strict=True))
    ]
    found = time_driven_rates(pools, {m: Decimal(int(q) // 2) for m, q in enumerate(capacity)}, 35)
    assert [float(rate.likely) for rate in found.rates] == pytest.approx(rates, abs=1e-8)
    low, high = np.quantile(rates, [0.1, 0.9])
    assert min(float(rate.low) for rate in found.rates if rate.likely > rate.low) == pytest.approx(
        low, abs=1e-8
    )
    assert max(float(rate.high) for rate in found.rates if rate.likely < rate.high) == pytest.approx(
        high, abs=1e-8
    )
    assert all(rate.low <= rate.likely <= rate.high for rate in found.rates)


def test_more_use_than_capacity_divides_the_whole_pool():
    found = time_driven_rates([Pool("a", 0, Decimal(100), Decimal(10))], {0: Decimal(20)}, 0)
    assert (found.rates[0].likely, found.idle, found.exceeded) == (5, {}, 1)


def test_a_pool_without_capacity_goes_to_its_users_and_without_users_to_nobody():
    found = time_driven_rates([Pool("a", 0, Decimal(100)), Pool("a", 1, Decimal(7))], {0: Decimal(8)}, 1)
    assert (found.rates[0].likely, found.idle, found.unstated) == (Decimal("12.5"), {1: 7}, 1)


def test_quarterly_pools_are_divided_by_the_use_of_their_three_months():
    pools = [Pool("a", 0, Decimal(30)), Pool("a", 3, Decimal(60))]
    found = time_driven_rates(pools, {0: Decimal(1), 2: Decimal(2), 4: Decimal(4)}, 5)
    assert [(r.month, r.likely) for r in found.rates] == [(0, 10), (2, 10), (4, 15)]


def test_no_pool_and_no_use_give_no_rate():
    assert time_driven_rates([], {}, 0).rates == ()
    assert time_driven_rates([Pool("a", 0, Decimal(0))], {}, 0).idle == {}


def test_a_single_figure_stands_for_a_year_at_most():
    assert months_covered([0], 100) == 12


@given(
    st.lists(
        st.tuples(st.integers(0, 10**9), st.integers(0, 10**6), st.integers(0, 10**6)),
        min_size=1,
        max_size=12,
    )
)
def test_rates_times_use_and_idle_money_are_the_pools(months):
    pools = [Pool("a", m, Decimal(cents) / 100, Decimal(units)) for m, (cents, units, _) in enumerate(months)]
    used = {m: Decimal(units) for m, (_, _, units) in enumerate(months)}
    found = time_driven_rates(pools, used, len(months) - 1)
    spread = sum(rate.likely * used[rate.month] for rate in found.rates) + sum(found.idle.values())
    # A rate has nine places: over a million units that is a thousandth.
    assert abs(spread - sum(pool.amount for pool in pools)) <= Decimal("0.001") * len(months)
