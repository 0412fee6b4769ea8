"""Killed at any moment, the last snapshot stands and the next run completes."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from custrata.engine.snapshots import SnapshotStore

KILLS = int(os.environ.get("CUSTRATA_KILLS", "20"))

# The heavy libraries are loaded once; each build then runs in a fork of its own, which is what gets killed.
NURSERY = """
import os, sys
import custrata.project.building, custrata.build, custrata.engine.duckdb, pyarrow.parquet
from custrata.cli.run import run
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        os.setsid()
        sys.stdout = sys.stderr = open(os.devnull, "w")
        os._exit(run(line.rstrip("\\n").split("\\t")))
    print(child, flush=True)
    _, status = os.waitpid(child, 0)
    print(status, flush=True)
"""

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="this system cannot fork a process to be killed"
)


class Nursery:
    """Starts builds in processes that can be killed."""

    def __enter__(self):
        self._process = subprocess.Popen(
            [sys.executable, "-c", NURSERY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()

    def run(self, *words, kill_after=None):
        """Run a command; with ``kill_after``, kill it after so many seconds. Gives the wait status."""
        self._process.stdin.write("\t".join(map(str, words)) + "\n")
        child = int(self._process.stdout.readline())
        if kill_after is not None:
            time.sleep(kill_after)
            with contextlib.suppress(ProcessLookupError):  # it may have ended by itself
                os.kill(child, signal.SIGKILL)
        return int(self._process.stdout.readline())


@pytest.fixture
def nursery():
    with Nursery() as running:
        yield running


@pytest.mark.rounds
def test_the_last_snapshot_stands_wherever_the_build_is_killed(nursery, shop, files, order_heads):
    assert nursery.run("build", shop) == 0
    started = time.monotonic()
    assert nursery.run("build", shop, "--again") == 0
    usual = time.monotonic() - started
    store, chance, killed = SnapshotStore(shop / ".custrata"), random.Random(20), 0
    whole = store.load().manifest.fingerprint
    for number in range(KILLS):
        # Each run has something new to build, so that it does not stop at "nothing changed".
        rows = files.orders()[: -1 - number % 7]
        files.write(shop / "orders.csv", order_heads, rows)
        status = nursery.run("build", shop, kill_after=chance.uniform(0, 1.1) * usual)
        killed += os.WIFSIGNALED(status)
        snapshot = store.load()
        assert snapshot.readings
        assert snapshot.manifest.account.closes
    assert killed >= KILLS // 2, "too few runs were killed before they ended: the test says nothing"
    files.write(shop / "orders.csv", order_heads, files.orders())
    assert nursery.run("build", shop) == 0
    assert store.load().manifest.fingerprint == whole


def test_a_completed_build_leaves_no_orphans_of_killed_ones(nursery, shop, files, order_heads):
    assert nursery.run("build", shop) == 0
    for number in range(3):
        files.write(shop / "orders.csv", order_heads, files.orders()[: -1 - number])
        nursery.run("build", shop, kill_after=0.2 + 0.1 * number)
    assert nursery.run("build", shop, "--again") == 0
    state = shop / ".custrata"
    orphans = [
        p.relative_to(state).as_posix() for p in state.rglob("*") if "tmp" in p.name or "scratch" in p.name
    ]
    assert orphans == []
