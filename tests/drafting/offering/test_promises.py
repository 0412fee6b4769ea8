from __future__ import annotations

from dataclasses import replace

import pytest
from tests.drafting.drafted import maintainer, measured, without
from tests.snapshots import grocer

from custrata.drafting.desk import Desk
from custrata.drafting.offering.promises import PROMISES, fitting, proven, role_for, standing
from custrata.drafting.pen import Pen
from custrata.measures.catalogue import CATALOGUE
from custrata.vocabulary import Intent

GOLD = (("tier", "gold"),)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda p: p.id)
def test_every_promise_names_a_measure_that_could_break_it(promise):
    assert promise.measure in CATALOGUE
    assert "{now" in promise.proof


def test_a_promise_is_offered_only_where_its_measure_is_read():
    desk = Desk(maintainer())
    assert fitting(desk, Intent.GROW, GOLD, []).id == "answer"
    silent = Desk(without(maintainer(), drop=measured("first_response_hours")))
    assert fitting(silent, Intent.GROW, GOLD, []).id == "wider"


def test_what_another_group_has_is_not_offered_again():
    assert fitting(Desk(maintainer()), Intent.GROW, GOLD, ["answer"]).id == "wider"


def test_a_measure_by_group_is_read_for_the_group():
    choice = next(p for p in PROMISES if p.id == "choice")
    assert standing(Desk(maintainer()), choice, GOLD).segment == GOLD
    assert "12%" in proven(Pen(Desk(maintainer())), choice, GOLD).said()


def test_promises_for_contracts_are_not_made_to_buyers():
    desk = Desk(grocer())
    assert all(standing(desk, p) is None for p in PROMISES if p.contract)
    assert role_for(desk, next(p for p in PROMISES if p.id == "again")) == "head of customer marketing"


def test_where_nearly_all_come_back_the_second_order_is_no_promise():
    again = next(p for p in PROMISES if p.id == "again")
    assert standing(Desk(grocer()), again, (("tier", "bronze"),)) is not None
    assert standing(Desk(at(0.97)), again, (("tier", "bronze"),)) is None


def at(rate):
    shop = grocer()
    return replace(
        shop,
        readings=tuple(replace(r, value=rate) if r.measure == "repeat_rate" else r for r in shop.readings),
    )
