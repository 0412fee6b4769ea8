from __future__ import annotations

from custrata.web.customers.models import Segment
from custrata.web.customers.opening import opened
from custrata.web.customers.segments import listing
from custrata.web.customers.segments.listing import Listed, listed


def test_the_list_counts_now_and_says_what_changed_since_the_last_look(asking, kept, theirs):
    who = asking("viewer")
    with opened(who) as (_, desk):
        found = listed(desk, who)
        (row,) = found.rows
        assert row.words == "Tier is gold"
        assert row.change == "nobody has looked yet"
        assert found.finding.text.startswith("1 segment of ")
        n = int(row.n.value)
        for seen, words in ((n, "as at the last look"), (n - 2, "+2 since"), (n + 1, "−1 since")):
            Segment.objects.filter(pk=kept.pk).update(seen=seen)
            assert listed(desk, who).rows[0].change.startswith(words)


def test_a_rule_that_can_no_longer_be_asked_is_said_and_breaks_no_other(asking, kept, workspace):
    Segment.objects.create(workspace=workspace, name="Old", rule={"column": "gone", "is": ["a"]})
    Segment.objects.create(workspace=workspace, name="Older", rule={"odd": True})
    who = asking("viewer")
    with opened(who) as (_, desk):
        rows = listed(desk, who).rows
        assert {row.segment.name: row.broken for row in rows} == {"Gold": False, "Old": True, "Older": True}


def test_nothing_saved_is_nothing_found(asking):
    who = asking("viewer")
    with opened(who) as (_, desk):
        assert listed(desk, who) == Listed((), "", 0, 0, 0)


def test_a_long_list_is_counted_page_by_page(asking, workspace, monkeypatch, theirs):
    monkeypatch.setattr(listing, "PAGE", 2)
    for name in "abcde":
        Segment.objects.create(workspace=workspace, name=name, rule={"column": "tier", "is": ["gold"]})
    who = asking("viewer")
    with opened(who) as (_, desk):
        pages = [listed(desk, who, first) for first in (0, 2, 4, 6)]
    assert ["".join(row.segment.name for row in page.rows) for page in pages] == ["ab", "cd", "e", "ab"]
    assert [(page.first, page.last, page.following, page.n) for page in pages] == [
        (0, 2, 2, 5),
        (2, 4, 4, 5),
        (4, 5, 0, 5),
        (0, 2, 2, 5),
    ]
    assert pages[1].finding.text.startswith("5 segments of ")
