import datetime as dt
import math

import pytest

from custrata.economics.lifetime_value.terms import Terms
from custrata.settings import ValueRules

DAY = dt.date(2024, 1, 1)


def test_the_terms_are_those_of_the_settings():
    terms = Terms.of(DAY, ValueRules(horizon_months=24, discount_rate=0.08))
    assert str(terms) == "from 2024-01-01, 24 months ahead, discounted at 8% a year"
    assert terms.horizon_days == 730.5


def test_a_year_later_money_is_worth_less_by_the_rate_a_year():
    terms = Terms(DAY, 36, 0.25)
    assert math.exp(-365.25 * terms.daily_rate) == pytest.approx(0.8)
    assert math.exp(-12 * terms.monthly_rate) == pytest.approx(0.8)


def test_one_a_day_is_worth_the_integral_of_the_discount():
    terms = Terms(DAY, 12, 0.25)
    assert terms.annuity_days() == pytest.approx(0.2 / math.log(1.25) * 365.25)
    assert Terms(DAY, 12, 0.0).annuity_days(10) == 10


def test_one_month_is_said_in_the_singular():
    assert Terms(DAY, 1, 0.1).ahead == "1 month ahead, discounted at 10% a year"
