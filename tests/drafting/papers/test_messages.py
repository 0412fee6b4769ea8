from __future__ import annotations

from tests.drafting.drafted import drafted, kinds
from tests.snapshots import bare


def test_nothing_may_be_said_before_it_is_tested():
    maps = drafted().message_maps
    assert kinds(maps) == {"gap"}
    assert all(m.statement.text.startswith("Not to be said") for x in maps for m in x.messages)


def test_every_message_carries_a_promise_of_its_group():
    promises = {p.id: x.group for x in drafted().propositions for p in x.promises}
    for found in drafted().message_maps:
        assert {promises[m.promise] for m in found.messages} == {found.group}


def test_an_open_promise_makes_no_message():
    made = [p for x in drafted().propositions for p in x.promises if p.statement.kind == "proposal"]
    assert len(made) == sum(len(m.messages) for m in drafted().message_maps)
    assert drafted(bare).message_maps == ()
