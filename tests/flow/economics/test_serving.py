from tests.served import pool, sale, served, ticket

from custrata.flow.economics.serving import serve, told
from custrata.settings import Range, ServingRates, Settings

ONE = Range(low=1, likely=1, high=1)
SALES = [sale("a", "2024-01-02", 100, cost=40)]


def test_what_was_matched_and_what_was_not_is_said(tmp_path):
    costs = [
        pool("Support", "2024-01-01", 100, 50),
        pool("Rent", "2024-01-01", 7),
        pool("Visit", "2024-01-01", 1, 1, "a"),
    ]
    found = served(tmp_path, transactions=SALES, tickets=[ticket("a", "2024-01-02", 60)], costs=costs)
    own, rent, support = found.step.rules["costs"]
    assert own == "Costs that name a customer are theirs: Visit."
    assert "Rent: no word" in rent
    assert support == (
        "Support is divided by minutes of tickets. Periods with more use than stated: 1; "
        "what was used divides the cost."
    )
    (caveat,) = found.step.caveats
    assert caveat.code == "unallocated-cost"
    assert caveat.text.startswith("7.00 EUR of 107.00 EUR")


def test_a_pool_of_what_the_data_show_nobody_using_stays_unallocated(tmp_path):
    costs = [pool("Support", "2024-01-01", 100, 50)]
    found = served(tmp_path, transactions=SALES, tickets=[ticket("a", "2023-12-02", 60)], costs=costs)
    assert "all of it stays unallocated" in found.step.rules["costs"][0]
    assert found.costs() == {(None, "Support", "2024-01"): 100}


def test_a_driver_is_costed_once(tmp_path):
    settings = Settings(serving=ServingRates(support_minute=ONE, order=ONE))
    found = served(
        tmp_path, settings, transactions=SALES, tickets=[ticket("a", "2024-01-02", 60)],
        costs=[pool("Support", "2024-01-01", 30, 60)],
    )  # fmt: skip
    assert found.costs() == {("a", "Support", "2024-01"): 30, ("a", "orders", "2024-01"): 1}
    assert any("serving.support_minute is not used" in rule for rule in found.step.rules["costs"])


def test_on_notional_days_only_costs_that_name_a_customer_are_told(tmp_path):
    costs = [pool("Support", "2024-01-01", 30, 60), pool("Visit", "2024-01-01", 1, 1, "a")]
    found = served(tmp_path, transactions=SALES, tickets=[ticket("a", "2024-01-02", 60)], costs=costs)
    serve(found.step.base, True, found.engine)
    assert found.costs() == {("a", "Visit", "2024-01"): 1, (None, "Support", "2024-01"): 30}


def test_money_is_told_with_its_currency(cut):
    from decimal import Decimal

    assert told(Decimal("1234.5"), cut.base) == "1,234.50 EUR"
