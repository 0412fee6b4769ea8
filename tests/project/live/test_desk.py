from __future__ import annotations

import dataclasses
import shutil

import pytest

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import SnapshotError
from custrata.project.erasing.thinning import thin
from custrata.project.erasing.traces import Traces
from custrata.project.live import desk
from custrata.project.live.desk import asked, forget, groups_of
from custrata.project.strategy_file import read_strategy
from custrata.segments.rules.counting import count_query, counts_of
from custrata.segments.rules.rule import EVERYBODY, Every, InGroup, RuleError, Text


def test_questions_of_one_snapshot_share_what_is_held_open(built, manifest):
    with asked(built.state, manifest) as first, asked(built.state, manifest) as second:
        assert first.live is second.live
        assert (
            first.one(count_query((EVERYBODY,), first.customers, first.facts))["n_0"]
            == manifest.tables["customers"]
        )


def test_groups_of_the_strategy_are_rules(built, manifest):
    document = read_strategy(built)
    rules = groups_of(document)
    assert rules["group-tier-gold"] == Every(all=(Text(column="tier", is_=("gold",)),))
    with asked(built.state, manifest, document) as here:
        counted = here.one(
            count_query(
                (InGroup(group="group-tier-gold"), rules["group-tier-gold"]), here.customers, here.facts
            )
        )
        mine, same = counts_of(counted, 2)
        assert mine == same
        assert mine.n > 0
        assert here.titles["group-tier-gold"] == "Gold customers"
        with pytest.raises(RuleError, match="no group"):
            here.check(InGroup(group="nobody"), persons=False)


def test_a_new_snapshot_closes_the_old_one_and_leaves_the_neighbour_open(built, manifest, tmp_path):
    mine, neighbour = tmp_path / "mine", tmp_path / "neighbour"
    shutil.copytree(built.state, mine)
    shutil.copytree(built.state, neighbour)
    with asked(mine, manifest) as before, asked(neighbour, manifest) as other:
        old, theirs = before.live, other.live
    store = SnapshotStore(mine)
    store.write(
        store.load(), lambda folder: [shutil.copy(p, folder) for p in store.tables().values()] and None
    )
    with asked(mine, manifest) as after:
        assert after.live is not old
    assert old.closed
    assert not theirs.closed
    forget(mine)
    assert after.live.closed
    assert not theirs.closed
    forget(neighbour)
    assert theirs.closed


def test_only_some_snapshots_are_held_open(built, manifest, tmp_path, monkeypatch):
    monkeypatch.setattr(desk, "MOST_OPEN", 1)
    other = tmp_path / "other"
    shutil.copytree(built.state, other)
    with asked(built.state, manifest) as first, asked(other, manifest) as second:
        assert not first.live.closed
    assert first.live.closed
    assert not second.live.closed
    forget(other)


def test_without_a_snapshot_there_is_nothing_to_ask(tmp_path, manifest):
    with pytest.raises(SnapshotError, match="no snapshot"), asked(tmp_path, manifest):
        pass


def test_whoever_another_process_erased_is_not_held_open_any_longer(built, manifest, tmp_path):
    mine = tmp_path / "mine"
    shutil.copytree(built.state, mine)
    with asked(mine, manifest) as before:
        gone, stays = (row["customer_id"] for row in before.live.rows(before.customers.limit(2)))
    folder = SnapshotStore(mine).current()
    assert thin(folder, Traces(customers=frozenset({gone})), "2026-01-01") > 0
    with asked(mine, manifest) as after:
        assert after.live is not before.live
        ids = after.customers.customer_id
        left = [
            row["customer_id"] for row in after.live.rows(after.customers.filter(ids.isin([gone, stays])))
        ]
    assert left == [stays]
    forget(mine)


def test_what_is_opened_beside_leaves_open_what_people_look_at(built, manifest, tmp_path):
    mine = tmp_path / "mine"
    shutil.copytree(built.state, mine)
    store = SnapshotStore(mine)
    newer = dataclasses.replace(store.load(), manifest=dataclasses.replace(manifest, fingerprint="f" * 32))
    with asked(mine, manifest) as before:
        gone = next(iter(before.live.rows(before.customers.limit(1))))["customer_id"]

    def export(folder):
        for file in store.tables().values():
            shutil.copy(file, folder)

    thin(store.write(newer, export), Traces(customers=frozenset({gone})), "2026-01-01")
    everybody = count_query((EVERYBODY,), before.customers, before.facts)
    with asked(mine, newer.manifest, beside=True) as after:
        assert after.one(everybody)["n_0"] == manifest.tables["customers"] - 1
    with asked(mine, manifest) as held:
        assert held.live is before.live
        assert held.one(everybody)["n_0"] == manifest.tables["customers"]
    with asked(mine, newer.manifest) as after:
        assert before.live.closed
    with (
        pytest.raises(SnapshotError, match="no snapshot"),
        asked(mine, dataclasses.replace(manifest, fingerprint="0" * 32)),
    ):
        pass
    forget(mine)
