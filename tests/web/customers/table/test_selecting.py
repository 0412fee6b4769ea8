from __future__ import annotations

import pytest
from django.test import RequestFactory

from custrata.segments.rules.fields import Field, Kind
from custrata.segments.rules.rule import Every, RuleError, Text
from custrata.web.customers.table.selecting import selection_of

FIELDS = {"tier": Field("tier", "Tier", Kind.TEXT)}
GOLD = Text(column="tier", is_=("gold",))


def chosen(persons=False, **form):
    return selection_of(RequestFactory().post("/", form), FIELDS, persons=persons)


def test_picked_rows_are_chosen_by_their_ids_and_all_by_the_filters():
    assert chosen(id=["a", "b", "a"]).rule == Text(column="customer_id", is_=("a", "b"))
    assert chosen(scope="all", query="tier=gold", id=["a"]).rule == Every(all=(GOLD,))
    searched = chosen(scope="all", query="tier=gold&q=AC").rule
    assert searched == Every(all=(GOLD, Text(column="customer_id", contains="AC")))


def test_nobody_too_many_or_a_name_is_refused(monkeypatch):
    monkeypatch.setattr("custrata.web.customers.table.selecting.MOST_VALUES", 2)
    with pytest.raises(RuleError, match="no customer is picked"):
        chosen(query="")
    with pytest.raises(RuleError, match="too many"):
        chosen(id=["a", "b", "c"])
    with pytest.raises(RuleError, match="no rule"):
        chosen(persons=True, scope="all", query="q=Ada")
