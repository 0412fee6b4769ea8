from __future__ import annotations

from django.http import QueryDict

from custrata.web.customers.opening import fields_for, opened
from custrata.web.customers.table.asked import shown_of
from custrata.web.customers.table.rows import _repeats, listed, pills


def at(asking, text, **kind):
    who = asking("admin", **kind)
    with opened(who) as (_, desk):
        fields = fields_for(desk, who)
        shown = shown_of(QueryDict(text), fields, persons=kind.get("persons", False))
        return listed(desk, shown, fields), pills(shown, desk.titles)


def test_rows_carry_names_only_with_the_right(asking):
    with_names, _ = at(asking, "", persons=True)
    without, _ = at(asking, "", persons=False)
    assert any(row.name for row in with_names.rows)
    assert not any(row.name for row in without.rows)
    assert [row.key for row in with_names.rows] == [row.key for row in without.rows]


def test_heads_sort_the_other_way_when_they_are_sorted_by(asking):
    found, _ = at(asking, "sort=-revenue&columns=tier,revenue")
    revenue = next(head for head in found.heads if head.title.startswith("Revenue"))
    assert revenue.sorted == "descending"
    assert "sort=revenue" in revenue.query
    assert [head.sorted for head in found.heads].count("") == 2


def test_totals_are_of_all_pages_and_only_of_what_adds_up(asking):
    found, _ = at(asking, "columns=tier,revenue,days_since_last_order")
    assert found.totals[0] == ""
    assert found.totals[1] != ""
    assert found.totals[2] == ""
    assert found.n >= len(found.rows)


def test_every_filter_is_a_pill_that_can_be_taken_out(asking):
    _, found = at(asking, "tier=gold&value=10..&group=group-tier-gold&q=AC")
    assert [pill.words for pill in found] == [
        "Tier is gold",
        "Value at least 10",
        "In the group Gold customers",
        "Search: AC",
    ]
    assert "tier=gold" not in found[0].query
    assert "tier=gold" in found[1].query


def test_a_column_that_says_what_another_says_is_left_out_unless_it_was_chosen():
    same, other = {"value": 5, "revenue": 5}, {"value": 4, "revenue": 5}
    assert _repeats([same, same])
    assert not _repeats([same, other])
    assert not _repeats([])
    assert not _repeats([{"value": 5}])
