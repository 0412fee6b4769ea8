from __future__ import annotations

import pytest
from tests.strategies import goal, proposal, strategy

from custrata.errors import DocumentError
from custrata.strategy.parts.part import Owner
from custrata.strategy.revision.appointing import appointed, holders, roles

SALES, TAX = Owner(role="head of sales"), Owner(role="Head of tax", name="B. Person")


def document():
    one = goal("stay", owner=SALES)
    other = goal("begin", owner=TAX)
    mine = one.model_copy(update={"statement": proposal(owner=SALES)})
    return strategy(goals=(mine, other), accountable=SALES)


def test_a_person_takes_a_role_wherever_it_is_suggested():
    after = appointed(document(), " Head  of SALES ", " A. Person ")
    owners = (after.accountable, after.goals[0].owner, after.goals[0].statement.owner)
    assert [(o.role, o.name) for o in owners] == [("head of sales", "A. Person")] * 3
    assert roles(after) == {"Head of tax": 0, "head of sales": 0}


def test_who_is_named_already_stays():
    before = document()
    assert appointed(before, "head of tax", "C. Person") == before
    assert before.goals[1].owner.name == "B. Person"


def test_roles_are_counted_by_the_places_that_wait():
    assert roles(document()) == {"head of sales": 3, "Head of tax": 0}


@pytest.mark.parametrize(("role", "name"), [("head of sales", " "), ("head of law", "A. Person")])
def test_a_role_that_is_not_there_or_nobody_is_refused(role, name):
    with pytest.raises(DocumentError) as refused:
        appointed(document(), role, name)
    assert refused.value.remedy


def test_a_strategy_without_owners_says_what_to_do():
    with pytest.raises(DocumentError, match="write owners"):
        appointed(strategy(), "head of sales", "A. Person")


def test_who_is_named_for_a_role_is_told_once():
    assert holders(document(), "HEAD  of tax") == ("B. Person",)
    assert holders(document(), "head of sales") == ()
