from __future__ import annotations

from custrata.sources.formats.dates import DAY_FIRST, MONTH_FIRST
from custrata.sources.mapping import Take
from custrata.sources.recognise.takes import Orders, attribute, orders_of, take


def test_the_largest_part_says_which_is_the_day(desk) -> None:
    profile = desk.profile("a,b\n01/02/2020,01/02/2020")
    found = orders_of((profile,), {("raw_1", "a"): (28, 12), ("raw_1", "b"): (12, 28)})
    assert (found.known[("raw_1", "a")], found.known[("raw_1", "b")]) == (DAY_FIRST, MONTH_FIRST)
    assert not found.open


def test_an_undecided_column_follows_its_table_and_then_the_folder(desk) -> None:
    first = desk.profile("a,b\n01/02/2020,01/02/2020", "1.csv")
    second = desk.profile("c\n01/02/2020", "2.csv")
    found = orders_of(
        (first, second), {("raw_1", "a"): (28, 12), ("raw_1", "b"): (2, 2), ("raw_2", "c"): (2, 2)}
    )
    assert set(found.known.values()) == {DAY_FIRST}


def test_a_column_that_nothing_decides_stays_open(desk) -> None:
    found = orders_of((desk.profile("a\n01/02/2020"),), {("raw_1", "a"): (2, 2)})
    assert found.open == {("raw_1", "a")}


def test_a_column_is_taken_with_its_patterns_and_mark(desk) -> None:
    profile = desk.profile("day;money".replace(";", ",") + "\n2020-01-01,5\n31.12.2020,6")
    assert take(profile, profile.of("day"), "date", Orders()) == Take("day", ("%d.%m.%Y", "iso"))
    assert take(profile, profile.of("money"), "money", Orders()) == Take("money")


def test_an_attribute_is_typed_by_what_it_holds_and_codes_stay_text(desk) -> None:
    profile = desk.profile("age,zip,since,plan\n34,01234,2020-01-01,A\n41,90210,2020-01-02,B")
    found = {c.name: attribute(profile, c, Orders()).type for c in profile.columns}
    assert found == {"age": "number", "zip": "text", "since": "date", "plan": "text"}
