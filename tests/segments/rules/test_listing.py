from __future__ import annotations

import pytest

from custrata.segments.rules.listing import KEY, Page, Place, page_query, totals_query
from custrata.segments.rules.rule import EVERYBODY, RuleError, Text


def ids(live, customers, facts, page):
    return "".join(row[KEY] for row in live.rows(page_query(page, customers, facts)))


@pytest.mark.parametrize(
    ("sort", "falling", "order"),
    [
        ("value", True, "abcfed"),
        ("value", False, "efbcad"),
        ("tier", False, "eabcdf"),
        ("customer_id", True, "fedcba"),
        ("last_order_on", True, "abcdef"),
        ("consents", False, "beadcf"),
    ],
)
def test_pages_of_any_size_put_together_are_the_table_in_order(live, customers, facts, sort, falling, order):
    assert ids(live, customers, facts, Page(EVERYBODY, sort=sort, falling=falling)) == order
    for size in (1, 2, 4):
        found, after = "", None
        for _ in range(7):
            page = Page(EVERYBODY, sort=sort, falling=falling, rows=size, after=after)
            rows = live.rows(page_query(page, customers, facts))
            found += "".join(row[KEY] for row in rows[:size])
            if len(rows) <= size:
                break
            last = rows[size - 1]
            after = Place(None if last[sort] is None else str(last[sort]), last[KEY])
        assert found == order


def test_a_page_says_by_one_row_more_that_there_is_a_next_one(live, customers, facts):
    assert len(live.rows(page_query(Page(EVERYBODY, rows=5), customers, facts))) == 6
    assert len(live.rows(page_query(Page(EVERYBODY, rows=6), customers, facts))) == 6


def test_only_the_chosen_columns_are_brought(live, customers, facts):
    row = live.rows(page_query(Page(EVERYBODY, ("tier",), "value"), customers, facts))[0]
    assert set(row) == {KEY, "tier", "value"}


def test_names_are_searched_only_where_they_may_be(live, customers, facts):
    assert ids(live, customers, facts, Page(EVERYBODY, search="LANE")) == ""
    assert ids(live, customers, facts, Page(EVERYBODY, search="LANE", names=True)) == "a"
    assert ids(live, customers, facts, Page(EVERYBODY, search="B")) == "b"


def test_a_place_that_is_none_is_refused(customers, facts):
    with pytest.raises(RuleError, match="no place"):
        page_query(Page(EVERYBODY, sort="value", after=Place("x' OR 1", "a")), customers, facts)


def test_totals_are_of_all_pages(live, customers, facts):
    page = Page(Text(column="tier", is_=("gold", "silver")), rows=1)
    row = live.rows(totals_query(page, customers, facts, ("value", "orders")))[0]
    assert row == {"customers": 4, "value": 1100.0, "orders": 21.0}
