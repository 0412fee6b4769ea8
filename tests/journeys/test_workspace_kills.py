"""Killed at any moment, a worker's build is taken up again, and an upload leaves no half file.

A few rounds on every change, beside the builds that `test_kills` kills; ``CUSTRATA_KILLS=300`` makes 300.
"""

from __future__ import annotations

import contextlib
import os
import random
import time

import pytest
from tests.journeys.killed_site import Site, wait

from custrata.engine.snapshots import SnapshotStore

ROUNDS = int(os.environ.get("CUSTRATA_KILLS", "3"))

pytestmark = [
    pytest.mark.rounds,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process to be killed"),
]


@pytest.fixture(scope="module")
def site(built_shop, tmp_path_factory):
    opened = Site(built_shop, tmp_path_factory.mktemp("work"))
    yield opened
    opened.close()


@contextlib.contextmanager
def at_work(site):
    """A worker; whoever has it at the end is killed."""
    workers = [site.begin("work", 3)]
    try:
        yield workers
    finally:
        site.end(workers[-1], kill=True)


def latest(site, kind):
    """State and tries of the newest job of a kind."""
    rows = site.rows("SELECT state, tries FROM data_job WHERE kind = %s ORDER BY id DESC LIMIT 1", kind)
    return tuple(rows[0])


def test_the_build_of_a_killed_worker_is_taken_up_again_and_a_whole_snapshot_stands(site, files, order_heads):
    chance, killed, orders = random.Random(5), 0, site.shop / "orders.csv"
    store = SnapshotStore(site.shop / ".custrata")
    whole = store.load().manifest.fingerprint
    with at_work(site) as workers:
        began = time.monotonic()
        assert site.act("job", "build", 0) == 0
        wait(lambda: latest(site, "build")[0] == "done")
        usual = time.monotonic() - began
        for number in range(ROUNDS):
            # Each round has something new to build, so that it does not stop at "nothing changed".
            files.write(orders, order_heads, files.orders()[: -1 - number % 7])
            before = store.load().manifest.fingerprint
            assert site.act("job", "build", 0) == 0
            wait(lambda: latest(site, "build")[0] != "queued")
            # The first one also drew the charts: the others take less.
            time.sleep(chance.uniform(0, 0.6) * usual)
            site.end(workers[-1], kill=True)
            seen = store.load()
            assert seen.manifest.account.closes
            if latest(site, "build")[0] == "running":
                killed += 1
            else:
                assert seen.manifest.fingerprint != before
            workers.append(site.begin("work", 3))
            wait(lambda: latest(site, "build")[0] in ("done", "failed"), 60)
            assert latest(site, "build")[0] == "done"
            assert latest(site, "build")[1] <= 2
        files.write(orders, order_heads, files.orders())
        assert site.act("job", "build", 0) == 0
        wait(lambda: latest(site, "build")[0] == "done")
    assert store.load().manifest.fingerprint == whole
    assert killed, "no worker was killed at work: the test says nothing"


def test_a_look_at_the_files_whose_worker_is_killed_is_taken_up_again(site):
    chance, killed = random.Random(7), 0
    mapping = site.shop / "mapping.yaml"
    before = mapping.read_bytes() if mapping.is_file() else None
    with at_work(site) as workers:
        for _ in range(ROUNDS):
            assert site.act("job", "map", 0) == 0
            wait(lambda: latest(site, "map")[0] != "queued")
            time.sleep(chance.uniform(0, 0.2))
            site.end(workers[-1], kill=True)
            killed += latest(site, "map")[0] == "running"
            workers.append(site.begin("work", 3))
            wait(lambda: latest(site, "map")[0] in ("done", "failed"), 60)
            assert latest(site, "map")[0] == "done"
    after = mapping.read_bytes() if mapping.is_file() else None
    assert before is None or after == before
    assert killed, "no worker was killed at work: the test says nothing"


def test_an_upload_that_is_killed_leaves_the_old_file_or_the_new_one(site, tmp_path):
    chance, file = random.Random(6), site.shop / "orders.csv"
    old = file.read_bytes()
    for number in range(ROUNDS * 2):
        begun = tmp_path / f"begun{number}"
        process = site.begin("send", "orders.csv", begun)
        wait(begun.exists)
        time.sleep(chance.uniform(0, 0.05))
        site.end(process, kill=True)
        now = file.read_bytes()
        assert now == old or (now.count(b"\n") == 3001 and now.startswith(b"order_id")), len(now)
        file.write_bytes(old)
    shown = [path.name for path in file.parent.iterdir() if not path.name.startswith(".")]
    assert "orders.csv" in shown
