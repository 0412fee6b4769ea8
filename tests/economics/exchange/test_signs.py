from decimal import Decimal

import pytest
from tests.companies import Company, at, sale, spell

from custrata.economics.exchange import SIGNS, signs_query
from custrata.errors import SettingError
from custrata.settings import Settings


def signs(company, as_of="2024-12-31", settings=None, basis="revenue"):
    query = signs_query(company.base(as_of, settings=settings), basis)
    return {row["customer_id"]: row for row in company.rows(query)}


def answer(customer, instrument, rating, top=None):
    return {
        "customer_id": customer,
        "answered_at": at("2024-06-01"),
        "instrument": instrument,
        "rating": Decimal(rating),
        "rating_max": None if top is None else Decimal(top),
    }


def ticket(customer, opened, answered=None, effort=None):
    more = {"first_response_at": at(answered)} if answered else {}
    return {"customer_id": customer, "opened_at": at(opened), "effort": effort, **more}


@pytest.fixture
def shop():
    rows = [
        sale("a", "2023-01-01", 100, discount=Decimal(0)),
        sale("a", "2024-06-01", 90, discount=Decimal(10)),
        sale("b", "2024-06-01", 60, discount=Decimal(40)),
        sale("b", "2024-07-01", -60),
        sale("c", "2022-06-01", 10),
    ]
    return Company().has("transactions", rows)


def test_discount_is_a_share_of_the_price_before_it_in_the_window(shop):
    found = signs(shop)
    assert {n: r["discount"] for n, r in found.items()} == {"a": 0.1, "b": 0.4, "c": None}
    assert {n: r["tenure"] for n, r in found.items()} == {"a": 517, "b": 0, "c": 0}
    assert {n: r["worth"] for n, r in found.items()} == {"a": 190, "b": 0, "c": 10}


def test_what_nothing_tells_is_empty_and_never_filled_in(shop):
    row = signs(shop)["a"]
    unknown = {s.column for s in SIGNS} - {"discount", "tenure"} | {"recommends", "referrals"}
    assert {row[name] for name in unknown} == {None}


def test_answers_are_put_on_one_scale_and_those_off_it_do_not_count(shop):
    shop.has(
        "feedback",
        [
            answer("a", "csat", 5),
            answer("a", "review", 1),
            answer("a", "survey", 10, 10),
            answer("b", "csat", 7),
            answer("b", "nps", 9),
            answer("c", "nps", 3, 5),
        ],
    )
    found = signs(shop)
    assert {n: r["satisfaction"] for n, r in found.items()} == {"a": 0.667, "b": None, "c": None}
    assert {n: r["recommends"] for n, r in found.items()} == {"a": None, "b": 9, "c": None}


@pytest.mark.parametrize(("high", "found"), [("easy", 6), ("hard", -6), (None, None)])
def test_answers_on_effort_count_only_where_it_is_known_what_a_high_one_means(shop, high, found):
    shop.has("feedback", [answer("a", "ces", 6)])
    settings = Settings.model_validate({"exchange": {"high_effort_answer": high}})
    assert signs(shop, settings=settings)["a"]["effort_answer"] == found


def test_who_opened_no_ticket_had_none_and_no_answer_is_no_quick_one(shop):
    rows = [
        ticket("a", "2024-06-01T10:00", "2024-06-01T12:00", 3),
        ticket("a", "2024-06-02T10:00", "2024-06-02T16:00", 5),
        ticket("b", "2024-06-02T10:00"),
        ticket("c", "2022-06-02T10:00"),
    ]
    found = signs(shop.has("tickets", rows))
    assert {n: r["tickets"] for n, r in found.items()} == {"a": 2, "b": 1, "c": 0}
    assert {n: r["response"] for n, r in found.items()} == {"a": 240, "b": None, "c": None}
    assert {n: r["ticket_effort"] for n, r in found.items()} == {"a": 4, "b": None, "c": None}


def test_use_is_counted_in_days_of_the_window_of_whoever_ever_used_it(shop):
    days = [("a", "2024-06-01"), ("a", "2024-06-01"), ("a", "2024-06-02"), ("c", "2022-07-01")]
    rows = [{"customer_id": c, "occurred_at": at(d), "event": "opened"} for c, d in days]
    found = signs(shop.has("usage", rows))
    assert {n: r["usage"] for n, r in found.items()} == {"a": 2, "b": None, "c": 0}


def test_under_contract_tenure_runs_from_the_first_day_to_the_last():
    spells = [
        spell("a", "2023-01-01", end="2023-06-01"),
        spell("a", "2023-06-01"),
        spell("b", "2024-01-01", end="2024-01-31"),
    ]
    found = signs(Company().has("subscriptions", spells), basis="reported_revenue")
    assert {n: r["tenure"] for n, r in found.items()} == {"a": 730, "b": 30}


def test_customers_who_were_brought_are_counted_once(shop):
    rows = [{"referrer_id": "a", "referred_id": r} for r in ("b", "c", "c")]
    assert signs(shop.has("referrals", rows))["a"]["referrals"] == 2


def test_prospects_stand_in_no_exchange(shop):
    shop.has("customers", [{"customer_id": "p", "status": "prospect"}, {"customer_id": "a"}])
    assert "p" not in signs(shop)


def test_an_attribute_can_be_named_for_a_part(shop):
    rows = [{"customer_id": "a", "saved_hours": "12"}, {"customer_id": "b", "saved_hours": "none"}]
    shop.has("customers", rows, saved_hours="string")
    settings = Settings.model_validate({"exchange": {"columns": {"outcome": "saved_hours"}}})
    found = signs(shop, settings=settings)
    assert {n: r["stated_outcome"] for n, r in found.items()} == {"a": 12, "b": None, "c": None}


def test_an_attribute_that_is_not_there_is_refused_with_those_that_are_near(shop):
    shop.has("customers", [{"customer_id": "a", "saved_hours": "12"}], saved_hours="string")
    settings = Settings.model_validate({"exchange": {"columns": {"outcome": "saved_hour"}}})
    with pytest.raises(SettingError, match="no attribute 'saved_hour'") as refused:
        signs(shop, settings=settings)
    assert "saved_hours" in str(refused.value.remedy)
