from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from custrata.project.live.leaving import BUDGET
from custrata.segments.rules.reading import rule_of
from custrata.web.customers.budget import A_DAY, KEPT, SpentError, forget_old, spend
from custrata.web.customers.models import CountAsked
from custrata.web.customers.opening import opened
from custrata.web.workspaces.asking import asking_of


@pytest.fixture
def asks(member, workspace):
    """Asks for a rule, as a person who may not see persons."""
    asking = asking_of(member("analyst"), workspace.slug)

    def ask(rule):
        with opened(asking) as (_, desk):
            spend(asking, desk, rule_of(rule))

    return ask


def tier(number):
    return {"column": "tier", "is": [f"tier {number}"]}


def test_as_many_as_the_budget_are_noted_and_the_next_is_not(asks):
    for number in range(BUDGET):
        asks(tier(number))
    with pytest.raises(SpentError) as refused:
        asks(tier(BUDGET))
    assert str(BUDGET) in refused.value.what
    assert CountAsked.objects.count() == BUDGET
    asks({"all": [tier(3), tier(3)]})
    assert CountAsked.objects.count() == BUDGET


def test_another_snapshot_begins_anew_yet_not_on_the_same_day(asks):
    """The attack: who may build builds again, and has another budget."""
    for number in range(BUDGET):
        asks(tier(number))
    CountAsked.objects.update(snapshot="an earlier one")
    with pytest.raises(SpentError):
        asks(tier(0))
    CountAsked.objects.update(at=timezone.now() - A_DAY - dt.timedelta(minutes=1))
    asks(tier(0))
    assert CountAsked.objects.count() == BUDGET + 1


def test_what_is_noted_says_nothing_of_what_was_asked(asks):
    asks(tier(1))
    (row,) = CountAsked.objects.values_list("asked", flat=True)
    assert "tier" not in row
    assert len(row) == 64


def test_questions_of_long_ago_go_and_those_of_today_stay(asks):
    asks(tier(1))
    asks(tier(2))
    CountAsked.objects.filter(pk=CountAsked.objects.earliest("pk").pk).update(
        at=timezone.now() - KEPT - dt.timedelta(days=1)
    )
    assert forget_old() == 1
    assert CountAsked.objects.count() == 1
