from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer

from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.drafting.sketch import Sketch, called, has_intent, short_id
from custrata.strategy.parts.group import CustomerGroup
from custrata.vocabulary import Intent


def sketch():
    return Sketch(Pen(Desk(maintainer())), groups=drafted().groups)


def test_the_first_group_is_one_to_grow():
    assert has_intent(sketch().primary, Intent.GROW)
    assert sketch().leading[0] == sketch().primary


def test_every_group_comes_once_and_leading_ones_come_first():
    ordered = sketch().in_order
    assert sorted(g.id for g in ordered) == sorted(g.id for g in drafted().groups)
    assert ordered[: len(sketch().leading)] == sketch().leading


def test_without_groups_nothing_comes_first():
    assert Sketch(Pen(Desk(maintainer()))).primary is None


def test_tables_and_columns_are_asked_by_name():
    assert sketch().has("tickets", "usage")
    assert not sketch().has("exchange_rates")
    assert sketch().provides("touches.arm")


def test_a_name_from_the_data_cannot_break_a_sentence():
    group = CustomerGroup(id="group-x", name="x", segment=(("plan", "“{n} seats”"),))
    assert called(group) == "customers whose plan is “'(n) seats'”"
    assert short_id(group) == "x"


def test_long_names_stay_apart_and_leave_room_in_an_id():
    one, two = (CustomerGroup(id=f"group-{'x' * 60}-{end}", name="x") for end in ("aaaaaa", "bbbbbb"))
    assert short_id(one) != short_id(two)
    assert max(len(short_id(g)) for g in (one, two)) <= 48
