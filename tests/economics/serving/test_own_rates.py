from decimal import Decimal

from custrata.economics.serving.drivers import Activity
from custrata.economics.serving.own_rates import charges, own_rates, standing
from custrata.settings import Range, ServingRates

ONE = Range(low=1, likely=2, high=4)


def test_every_rate_that_is_set_has_a_driver():
    rates = own_rates(
        ServingRates(
            support_minute=ONE, support_ticket={"Phone": ONE, "other": ONE}, onboarding=ONE, capital=ONE
        )
    )
    assert [(r.driver, r.part) for r in rates] == [
        ("support minutes", ""),
        ("onboarding", ""),
        ("late payment", ""),
        ("tickets", "phone"),
        ("tickets", "other"),
    ]
    assert own_rates(ServingRates()) == ()


def test_a_table_of_costs_wins_over_a_rate_and_it_is_said():
    rates = own_rates(ServingRates(support_minute=ONE, order=ONE))
    stand, sentences = standing(rates, {Activity.TICKETS}, lambda *columns: True)
    assert [r.driver for r in stand] == ["orders"]
    assert "serving.support_minute is not used: the table of costs has that driver already." in sentences


def test_a_rate_for_what_the_data_do_not_count_charges_nothing_and_it_is_said():
    stand, sentences = standing(own_rates(ServingRates(capital=ONE)), (), lambda *columns: False)
    assert (stand, len(sentences)) == ((), 1)
    assert "charges nothing" in sentences[0]


def test_a_rate_holds_in_every_month_in_which_something_was_used():
    (rate,) = own_rates(ServingRates(order=ONE))
    found = charges([rate], {(Activity.ORDERS, ""): {5: Decimal(3), 4: Decimal(1)}})
    assert [(c.month, c.low, c.likely, c.high) for c in found] == [(4, 1, 2, 4), (5, 1, 2, 4)]
    assert charges([rate], {}) == ()
