from tests.companies import Company, sale

from custrata.economics.lifetime_value.summaries import repeat_spends_query, spends_query, summaries_query


def _company():
    rows = [
        sale("a", "2024-01-01", 10),
        sale("a", "2024-01-11", 30),
        sale("a", "2024-01-11", 10),
        sale("a", "2024-01-21", 20),
        sale("a", "2024-01-25", -5),
        sale("b", "2024-01-01", 10),
        sale("c", "2024-01-01", 99),
        sale("d", "2024-01-05", -4),
    ]
    return Company().has("transactions", rows)


def test_customers_with_the_same_summary_are_counted():
    company = _company()
    rows = company.rows(summaries_query(company.base("2024-01-31").tables["customers"]))
    assert rows == [
        {"repeat_orders": 0, "last_order_age": 0, "age": 30, "people": 2},
        {"repeat_orders": 2, "last_order_age": 20, "age": 30, "people": 1},
    ]


def test_the_first_day_and_refunds_are_no_repeat_spend():
    company = _company()
    base = company.base("2024-01-31")
    spends = repeat_spends_query(base)
    assert company.rows(spends) == [{"customer_id": "a", "repeat_orders": 2, "repeat_value": 30.0}]
    assert company.rows(spends_query(spends)) == [{"repeat_orders": 2, "repeat_value": 30.0, "people": 1}]


def test_prospects_and_those_who_only_sent_back_are_not_valued():
    company = _company()
    company.has("opportunities", [{"customer_id": "e", "created_on": None, "amount": 5}])
    people = company.rows(summaries_query(company.base("2024-01-31").tables["customers"]))
    assert sum(row["people"] for row in people) == 3
