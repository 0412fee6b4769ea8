from __future__ import annotations

from custrata.delivery.deck.chapters import standing


def test_the_best_month_is_the_one_in_the_accent(material):
    points = standing.months(material("grocer")).exhibits[0].exhibit.points
    best = max(points, key=lambda p: p.figure.value)
    assert [p for p in points if p.high] == [best]


def test_a_list_of_customers_alone_has_nothing_to_show(material):
    assert standing.at_a_glance(material("bare")) is None
    assert standing.months(material("bare")) is None


def test_notional_days_are_not_shown_as_months(material):
    assert standing.months(material("phone_company")) is None


def test_where_contracts_have_ended_only_running_ones_are_counted_as_such(material):
    found = material("phone_company")
    everyone, rate = found.reading("customers").value, found.reading("customer_churn_rate").value
    title = standing.at_a_glance(found).titles[0].text
    assert title.startswith(f"{round(everyone * (1 - rate)):,} of {everyone:,.0f} customers have a running")


def test_nobody_is_said_to_be_served(material):
    for company in ("grocer", "phone_company", "shop_with_profit"):
        assert "serve" not in " ".join(t.text for t in standing.at_a_glance(material(company)).titles)


def test_what_running_contracts_bring_is_what_they_bring_a_month(material):
    found = material("phone_company")
    title = standing.at_a_glance(found).titles[0]
    assert title.figures[-1].readings[0].measure == "mrr"
    assert title.text.endswith(" a month")
