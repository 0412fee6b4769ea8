"""Next month's data: claims that they touch change their state, all others stay as they were."""

from __future__ import annotations

import shutil

import pytest

from custrata.engine.snapshots import SnapshotStore
from custrata.evidence.moved import delta
from custrata.project.place import locate
from custrata.project.strategy_file import read_strategy

HEADS = ["order_id", "order_date", "customer_id", "category", "amount"]
CUSTOMERS, MONTHS = 60, 30


def steady(gone_after=None):
    """Every customer orders once a month, the same every month; half of them stop when asked to."""
    return [
        [
            f"{customer:02}{month:02}",
            f"{2022 + month // 12}-{month % 12 + 1:02}-{customer % 28 + 1:02}",
            f"K{customer:03}",
            ("beans", "cups", "filters")[customer % 3],
            f"{20 + customer % 7 * 10}.00",
        ]
        for month in range(MONTHS)
        for customer in range(CUSTOMERS)
        if gone_after is None or month <= gone_after or customer % 2
    ]


def cut_twice(custrata, folder, first, second):
    """Build and draft at the first day, build at the second: the delta of the drafted strategy."""
    assert custrata("build", folder, "--as-of", first).code == 0
    assert custrata("draft", "-C", folder).code == 0
    assert custrata("build", folder, "--as-of", second).code == 0
    return moved_between(folder)


def moved_between(folder):
    """The delta between the two snapshots that a folder keeps."""
    place = locate(folder)
    store = SnapshotStore(place.state)
    found = sorted((store.load(name) for name in store.names()), key=lambda s: s.manifest.as_of)
    assert len(found) == 2
    return delta(read_strategy(place), *found), found


def values(snapshot, claim):
    """Every number that a claim reads in a snapshot, with what it rests on."""
    found = [snapshot.reading(*key.key) for figure in claim.figures for key in figure.keys]
    return [(r.value, r.low, r.high, r.n) if r is not None else None for r in found]


def only_touched_moved(change, found):
    """A claim whose numbers are the same did not move; all were supported when they were written."""
    before, after = found
    for move in change.moves:
        if values(before, move.after.claim) == values(after, move.after.claim):
            assert not move.moved, f"{move.claim_id} moved though nothing that it reads did"
        assert move.before.state == "supported"


def check_and_review_say_the_same(custrata, folder, change):
    """The states that the check names are those of the delta, and the agenda speaks of what broke."""
    told = custrata("check", "-C", folder, "--json").json
    by_check = {f["message"].split(" is ")[0] for f in told if f["code"].startswith("EV1")}
    moved = {m.claim_id: m for m in change.moved}
    assert by_check <= moved.keys()
    # The base of a target that moved the wanted way is progress, of which the check says nothing.
    left_out = [moved[name].after.claim for name in moved.keys() - by_check]
    assert {claim.topic for claim in left_out} <= {"scorecard", "key_result"}
    agenda = custrata("review", "weekly", "-C", folder, "--json").json
    named = {claim for item in agenda["items"] for claim in item["claims"]}
    assert named <= {c.after.claim_id for c in change.moves}
    assert not change.broke or named & {m.claim_id for m in change.broke}


def test_a_month_like_all_others_moves_no_claim(custrata, files, tmp_path):
    folder = tmp_path / "steady"
    files.write(folder / "orders.csv", HEADS, steady())
    change, found = cut_twice(custrata, folder, "2024-04-30", "2024-05-31")
    only_touched_moved(change, found)
    assert change.broke == ()


def test_when_half_the_customers_stop_the_claims_about_that_break_and_others_stay(custrata, files, tmp_path):
    folder = tmp_path / "left"
    files.write(folder / "orders.csv", HEADS, steady(gone_after=24))
    change, found = cut_twice(custrata, folder, "2024-01-31", "2024-05-31")
    only_touched_moved(change, found)
    broken = {key.measure for m in change.broke for f in m.after.claim.figures for key in f.keys}
    assert "days_since_last_order" in broken or "customers" in broken
    stayed = [m for m in change.moves if not m.moved]
    assert any(f.measure == "average_order_value" for m in stayed for f in m.after.claim.figures)
    page = custrata("review", "weekly", "-C", folder).out
    assert any(f"{m.claim_id} is {m.after.state} (was supported)" in page for m in change.broke)


def test_the_roaster_a_month_on(custrata, roaster_data, tmp_path):
    folder = shutil.copytree(roaster_data, tmp_path / "roaster")
    change, found = cut_twice(custrata, folder, "2025-03-31", "2025-04-30")
    only_touched_moved(change, found)
    check_and_review_say_the_same(custrata, folder, change)
    assert len(change.moved) < len(change.moves) / 2


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        pytest.param("superstore", "2017-10-31", "2017-11-30", marks=pytest.mark.soak),
        pytest.param("online_retail", "2011-10-31", "2011-11-30", marks=pytest.mark.soak),
    ],
)
def test_real_sets_cut_at_two_days(custrata, real_data, tmp_path, name, first, second):
    folder = shutil.copytree(real_data / name, tmp_path / name, ignore=shutil.ignore_patterns(".*"))
    change, found = cut_twice(custrata, folder, first, second)
    only_touched_moved(change, found)
    check_and_review_say_the_same(custrata, folder, change)
    assert change.moved
    assert len(change.moved) < len(change.moves)
