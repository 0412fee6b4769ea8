from __future__ import annotations

import pytest
from django.http import QueryDict

from custrata.segments.rules.fields import Field, Kind
from custrata.segments.rules.listing import Place
from custrata.segments.rules.rule import Amount, RuleError, Text
from custrata.web.customers.table.asked import after_text, shown_of, usual

FIELDS = {
    "customer_id": Field("customer_id", "Customer", Kind.TEXT),
    "tier": Field("tier", "Tier", Kind.TEXT),
    "value": Field("value", "Value", Kind.NUMBER, "EUR"),
}


def shown(text):
    return shown_of(QueryDict(text), FIELDS, persons=False)


def test_an_address_says_filters_order_and_columns():
    found = shown("tier=gold&tier=silver&value=100..&sort=-tier&columns=tier&q=ab")
    tiers = Text(column="tier", is_=("gold", "silver"))
    assert found.rule.all == (tiers, Amount(column="value", at_least=100))
    assert (found.page.sort, found.page.falling, found.page.columns) == ("tier", True, ("tier",))
    assert found.page.search == "ab"


def test_without_words_the_highest_value_comes_first_in_the_usual_columns():
    found = shown("")
    assert (found.page.sort, found.page.falling) == ("value", True)
    assert found.page.columns == usual(FIELDS) == ("tier", "value")


def test_what_customers_do_not_carry_is_said_and_not_filtered_by():
    found = shown("month=2026-01&tier=gold&nonsense=1")
    assert found.left_out == ("month", "nonsense")
    assert len(found.rule.all) == 1


def test_the_address_comes_back_from_what_it_asked():
    text = "tier=gold&value=100..&sort=-tier&q=ab&columns=tier"
    assert shown(shown(text).query()).page == shown(text).page
    assert "gold" not in shown(text).query(without=[("tier", "gold")])
    assert shown(shown(text).query(q="")).page.search == ""


def test_a_place_in_the_table_comes_back_and_nonsense_is_refused():
    place = Place("12.500000", "a/é~")
    found = shown(f"after={after_text(place, 50)}")
    assert (found.page.after, found.start) == (place, 50)
    for wrong in ("%%%", "abc", "W10", "WzEsMiwzXQ", after_text(Place("1", "a"), -5)):
        with pytest.raises(RuleError):
            shown(f"after={wrong}")
