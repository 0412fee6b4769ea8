from __future__ import annotations

from custrata.web.audit.models import Entry
from custrata.web.customers.erasing import erase, without
from custrata.web.customers.models import Segment, SegmentRevision
from custrata.web.customers.opening import opened

NAMED = {"not": {"column": "name", "contains": "Ada"}}
LISTED = {"all": [{"column": "customer_id", "is": ["a", "b"]}, NAMED]}


def test_an_erased_customer_leaves_every_rule_and_the_neighbours_stay(workspace, other_workspace, asking):
    mine = Segment.objects.create(workspace=workspace, name="Mine", rule=LISTED)
    SegmentRevision.objects.create(segment=mine, number=1, name="Mine", rule=LISTED)
    other = Segment.objects.create(workspace=workspace, name="Other", rule={"column": "tier", "is": ["a"]})
    theirs = Segment.objects.create(workspace=other_workspace, name="Theirs", rule=LISTED)
    with opened(asking("viewer")) as (_, desk):
        held = desk.live
    assert erase(workspace, ["a"], None, ["Ada"]) == 2
    for one in (mine, other, theirs):
        one.refresh_from_db()
    assert mine.rule["all"][0]["is"] == ["b"]
    assert "Ada" not in str(mine.rule)
    assert "'a'" not in str(mine.revisions.get().rule)
    assert other.rule == {"column": "tier", "is": ["a"]}
    assert theirs.rule == LISTED
    with opened(asking("viewer")) as (_, desk):
        assert desk.live is not held
    entry = Entry.objects.get(act="customers.erased")
    assert "Ada" not in str(entry.detail)


def test_a_rule_that_listed_nobody_else_holds_nobody():
    assert without({"column": "customer_id", "is": ["a"]}, {"a"}, set()) == {
        "column": "customer_id",
        "is": ["(erased)"],
    }
