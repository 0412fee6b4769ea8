from tests.served import sale, served, spent

from custrata.flow.economics.winning import win


def test_spend_gives_a_relation_and_says_how_it_was_divided(tmp_path):
    found = served(tmp_path, transactions=[sale("a", "2024-01-02", 9)], spend=[spent("x", "2024-01-01", 5)])
    assert found.step.rules["acquisition"][0] == "Acquisition cost is the table of spend."
    assert found.step.base.has("acquisition_costs.amount", "customers.acquisition_cost")


def test_without_spend_or_without_days_nothing_is_told(tmp_path):
    found = served(tmp_path, transactions=[sale("a", "2024-01-02", 9)], spend=[spent("x", "2024-01-01", 5)])
    assert win(found.step.base, True, found.engine).rules == {}
    assert (
        "acquisition_costs"
        not in served(tmp_path, transactions=[sale("a", "2024-01-02", 9)]).step.base.tables
    )
