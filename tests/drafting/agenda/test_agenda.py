from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.drafting.agenda.agenda import GIVEN_BACK, LEAST, MINUTES, AgendaItem, put_together
from custrata.strategy.parts.running.review import ReviewKind

weights = st.lists(st.tuples(st.integers(1, 90), st.booleans()), min_size=1, max_size=8)


def items(wanted):
    return [AgendaItem(f"item {n}", m, ("a line",), busy=busy) for n, (m, busy) in enumerate(wanted)]


@given(st.sampled_from(ReviewKind), weights)
def test_minutes_always_add_up_to_the_review(kind, wanted):
    agenda = put_together(kind, items(wanted), ())
    assert sum(item.minutes for item in agenda.items) == agenda.minutes == MINUTES[kind]
    assert all(item.minutes >= 0 for item in agenda.items)


@given(st.sampled_from(ReviewKind), weights)
def test_every_item_stands_in_its_order_with_its_lines(kind, wanted):
    agenda = put_together(kind, items(wanted), ())
    kept = [i for i in agenda.items if i.title != GIVEN_BACK]
    assert [replace(i, minutes=0) for i in kept] == [replace(i, minutes=0) for i in items(wanted)]


def test_items_without_anything_to_say_take_the_least_time():
    agenda = put_together(ReviewKind.WEEKLY, items([(10, True), (10, False), (5, True)]), ())
    assert [i.minutes for i in agenda.items] == [19, LEAST[ReviewKind.WEEKLY], 10]
    assert not agenda.quiet


def test_no_item_takes_more_than_twice_what_it_wants_and_the_rest_is_given_back():
    agenda = put_together(ReviewKind.MONTHLY, items([(10, False), (5, True)]), ())
    assert [(i.title, i.minutes) for i in agenda.items] == [("item 0", 2), ("item 1", 10), (GIVEN_BACK, 48)]
    assert not agenda.quiet


@pytest.mark.parametrize("kind", ReviewKind)
def test_a_review_with_nothing_to_say_gives_time_back(kind):
    agenda = put_together(kind, items([(10, False), (10, False)]), ("54 claims held",))
    assert agenda.quiet
    assert agenda.items[-1].title == GIVEN_BACK
    assert agenda.items[-1].minutes >= MINUTES[kind] / 2
    assert agenda.checks == ("54 claims held",)
