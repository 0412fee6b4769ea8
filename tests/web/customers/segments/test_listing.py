from __future__ import annotations

from custrata.web.customers.models import Segment
from custrata.web.customers.opening import opened
from custrata.web.customers.segments.listing import listed


def test_the_list_counts_now_and_says_what_changed_since_the_last_look(asking, kept, theirs):
    who = asking("viewer")
    with opened(who) as (_, desk):
        (row,), finding = listed(desk, who)
        assert row.words == "Tier is gold"
        assert row.change == "nobody has looked yet"
        assert finding.text.startswith("1 segment of ")
        n = int(row.n.value)
        for seen, words in ((n, "as at the last look"), (n - 2, "+2 since"), (n + 1, "−1 since")):
            Segment.objects.filter(pk=kept.pk).update(seen=seen)
            assert listed(desk, who)[0][0].change.startswith(words)


def test_a_rule_that_can_no_longer_be_asked_is_said_and_breaks_no_other(asking, kept, workspace):
    Segment.objects.create(workspace=workspace, name="Old", rule={"column": "gone", "is": ["a"]})
    Segment.objects.create(workspace=workspace, name="Older", rule={"odd": True})
    who = asking("viewer")
    with opened(who) as (_, desk):
        rows, _ = listed(desk, who)
        assert {row.segment.name: row.broken for row in rows} == {"Gold": False, "Old": True, "Older": True}


def test_nothing_saved_is_nothing_found(asking):
    who = asking("viewer")
    with opened(who) as (_, desk):
        assert listed(desk, who) == ([], "")
