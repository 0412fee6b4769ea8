from __future__ import annotations

from custrata.sources.formats.dates import DAY_FIRST, MONTH_FIRST
from custrata.sources.mapping import Take
from custrata.sources.recognise.takes import Orders, attribute, orders_of, take


def test_the_cells_that_decide_it_say_which_is_the_day(desk) -> None:
    profile = desk.profile("a,b\n01/02/2020,01/02/2020")
    found = orders_of((profile,), {("raw_1", "a"): (3, 0), ("raw_1", "b"): (0, 3)})
    assert (found.known[("raw_1", "a")], found.known[("raw_1", "b")]) == (DAY_FIRST, MONTH_FIRST)
    assert not found.open


def test_an_undecided_column_follows_its_table_and_then_the_folder(desk) -> None:
    first = desk.profile("a,b\n01/02/2020,01/02/2020", "1.csv")
    second = desk.profile("c\n01/02/2020", "2.csv")
    found = orders_of((first, second), {("raw_1", "a"): (3, 0)})
    assert set(found.known.values()) == {DAY_FIRST}
    assert len(found.known) == 3


def test_a_column_that_nothing_decides_stays_open(desk) -> None:
    found = orders_of((desk.profile("a\n01/02/2020"),), {("raw_1", "a"): (0, 0)})
    assert found.open == {("raw_1", "a")}


def test_named_months_leave_nothing_open(desk) -> None:
    assert orders_of((desk.profile("a\n01 Feb 2020"),), {}).open == frozenset()


def test_most_of_the_cells_that_decide_it_settle_the_order_and_a_torn_column_is_open_too(desk) -> None:
    profile = desk.profile("a,b\n01/02/2020,01/02/2020")
    found = orders_of((profile,), {("raw_1", "a"): (9, 1), ("raw_1", "b"): (4, 6)})
    assert (found.known[("raw_1", "a")], found.known[("raw_1", "b")]) == (DAY_FIRST, MONTH_FIRST)
    assert found.open == {("raw_1", "b")}


def test_a_torn_column_settles_no_other(desk) -> None:
    profile = desk.profile("a,b\n01/02/2020,01/02/2020")
    found = orders_of((profile,), {("raw_1", "a"): (4, 6)})
    assert found.open == {("raw_1", "a"), ("raw_1", "b")}


def test_all_patterns_of_a_column_are_taken_in_one_order(desk) -> None:
    profile = desk.profile("a\n25/02/2020\n02/25/2020\n01/02/2020 10:00")
    taken = take(profile, profile.of("a"), "date", Orders({("raw_1", "a"): DAY_FIRST}))
    assert set(taken.patterns) == {"%d/%m/%Y", "%d/%m/%Y %H:%M"}


def test_a_column_is_taken_with_its_patterns_and_mark(desk) -> None:
    profile = desk.profile("day;money".replace(";", ",") + "\n2020-01-01,5\n31.12.2020,6")
    assert take(profile, profile.of("day"), "date", Orders()) == Take("day", ("%d.%m.%Y", "iso"))
    assert take(profile, profile.of("money"), "money", Orders()) == Take("money")


def test_an_attribute_is_typed_by_what_it_holds_and_codes_stay_text(desk) -> None:
    profile = desk.profile("age,zip,since,plan\n34,01234,2020-01-01,A\n41,90210,2020-01-02,B")
    found = {c.name: attribute(profile, c, Orders()).type for c in profile.columns}
    assert found == {"age": "number", "zip": "text", "since": "date", "plan": "text"}
