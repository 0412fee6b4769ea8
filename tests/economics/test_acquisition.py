from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.served import sale, served, spent

from custrata.economics.acquisition import channel_key, divide, spend_source


def test_a_months_spend_goes_in_equal_parts_to_those_who_came():
    found = divide([("fair", 3, Decimal(100))], {("fair", 3): 4, ("web", 3): 1}, 3)
    assert (found.shares, found.unwon) == ({("fair", 3): 25}, {})


def test_spend_waits_for_the_next_customer_and_at_the_end_has_won_nobody():
    spend = [("fair", m, Decimal(10)) for m in range(4)]
    found = divide(spend, {("fair", 2): 2}, 3)
    assert (found.shares, found.unwon) == ({("fair", 2): 15}, {("fair", 3): 10})


def test_quarterly_spend_covers_its_three_months():
    found = divide([("fair", 0, Decimal(90)), ("fair", 3, Decimal(30))], {("fair", 1): 1, ("fair", 2): 2}, 5)
    assert (found.shares, found.unwon) == ({("fair", 1): 30, ("fair", 2): 30}, {("fair", 3): 30})


def test_true_costs_a_customer_come_out_of_generated_spend():
    rng = np.random.default_rng(3)
    won = {(c, m): int(rng.integers(1, 9)) for c in ("a", "b") for m in range(24)}
    true = {"a": Decimal(180), "b": Decimal("42.5")}
    found = divide([(c, m, n * true[c]) for (c, m), n in won.items()], won, 23)
    assert found.shares == {key: true[key[0]] for key in won}


def test_without_spend_there_is_nothing_to_divide():
    assert divide([], {("fair", 0): 3}, 0).shares == {}


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 8), st.integers(1, 10**8)), max_size=20),
    st.dictionaries(st.tuples(st.sampled_from("abc"), st.integers(0, 8)), st.integers(1, 50), max_size=12),
)
def test_shares_and_what_won_nobody_are_the_spend(spend, won):
    spend = [(channel, month, Decimal(cents) / 100) for channel, month, cents in spend]
    found = divide(spend, won, 8)
    divided = sum(share * won[key] for key, share in found.shares.items()) + sum(found.rest.values())
    assert divided + sum(found.unwon.values()) == sum(amount for *_, amount in spend)


def test_names_of_channels_are_one_whatever_their_case_and_blanks():
    assert channel_key("Trade  Fair") == channel_key("trade fair ")


@pytest.fixture
def people():
    return [
        {"customer_id": c, "acquisition_channel": channel}
        for c, channel in (("a", "Fair"), ("b", "Fair"), ("c", "word of mouth"))
    ]


SALES = [sale("a", "2024-01-10", 50), sale("b", "2024-01-20", 50), sale("c", "2024-02-05", 50)]


def test_customers_cost_what_their_channel_spent_and_those_without_spend_nothing(tmp_path, people):
    spend = [spent("FAIR ", "2024-01-01", "0.05"), spent("Posters", "2024-01-01", 9)]
    found = served(tmp_path, customers=people, transactions=SALES, spend=spend)
    assert found.customers("acquisition_cost") == {"a": Decimal("0.025"), "b": Decimal("0.025"), "c": 0}
    (left,) = [row for row in found.rows("acquisition_costs") if row["customer_id"] is None]
    assert (left["acquisition_channel"], left["amount"]) == ("Posters", 9)
    assert [c.code for c in found.step.caveats] == ["unwon-spend"]


def test_what_rounding_leaves_goes_to_one_customer(tmp_path):
    sales = [sale(c, "2024-01-10", 50) for c in "abc"]
    people = [{"customer_id": c, "acquisition_channel": "fair"} for c in "abc"]
    found = served(tmp_path, customers=people, transactions=sales, spend=[spent("fair", "2024-01-01", 100)])
    assert found.customers("acquisition_cost") == {
        "a": Decimal("33.333334"),
        "b": Decimal("33.333333"),
        "c": Decimal("33.333333"),
    }


def test_without_channels_of_customers_spend_is_divided_over_all(tmp_path):
    found = served(tmp_path, transactions=SALES, spend=[spent("fair", "2024-01-01", 90)])
    assert found.customers("acquisition_cost") == {"a": 30, "b": 30, "c": 30}
    assert "nothing says which channel" in found.step.rules["acquisition"][1]


def test_who_was_won_before_any_spend_is_known_has_no_cost(tmp_path, people):
    found = served(tmp_path, customers=people, transactions=SALES, spend=[spent("fair", "2024-02-01", 90)])
    assert found.customers("acquisition_cost") == {"a": None, "b": None, "c": 0}


def test_campaigns_and_contacts_do_not_count_beside_a_table_of_spend():
    class Base:
        def __init__(self, *names):
            self.names = names

        def has(self, *names):
            return set(names) <= set(self.names)

    source, sentence = spend_source(Base("spend.amount", "campaigns.budget"))
    assert source == "spend"
    assert "is not added" in sentence
    assert spend_source(Base("campaigns.budget", "campaigns.started_on", "touches.cost"))[0] == "budgets"
    assert spend_source(Base())[0] is None


def test_contacts_cost_only_while_nobody_is_a_customer_yet(tmp_path):
    def touch(on, cost):
        from tests.served import at

        return {
            "customer_id": "a",
            "campaign_id": "x",
            "occurred_at": at(on),
            "channel": "mail",
            "cost": Decimal(cost),
        }

    found = served(tmp_path, transactions=SALES, touches=[touch("2024-01-02", 3), touch("2024-02-02", 50)])
    assert sum(row["amount"] for row in found.rows("acquisition_costs")) == 3
