"""Killed at any moment, a worker's job is taken up again, and an upload leaves no half file."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from custrata.engine.snapshots import SnapshotStore

ROUNDS = max(2, int(os.environ.get("CUSTRATA_KILLS", "20")) // 3 if os.environ.get("CUSTRATA_KILLS") else 2)

# Leases as short as a test can wait for; the rules are the same.
WORKER = """
import datetime as dt
import django
django.setup()
from custrata.web.data.jobs import progress, running, sweeping
from custrata.web.serving import child
progress.LEASE = running.LEASE = dt.timedelta(seconds=3)
progress.BEAT, sweeping.EVERY = 0.5, 0.3
child.work()
"""
DESK = """
import json, sys
from pathlib import Path
from custrata.web.serving.preparing import open_site
open_site(Path(sys.argv[1]))
from custrata.web.data.jobs import start
from custrata.web.data.models import Job
from custrata.web.workspaces.opening import adopt
workspace = adopt(Path(sys.argv[1]), None)
for line in sys.stdin:
    job = start(workspace, "build", None, again=True) if line == "start\\n" else Job.objects.first()
    told = {"pk": job.pk, "state": job.state, "tries": job.tries, "stage": job.stage, "message": job.message}
    print(json.dumps(told), flush=True)
"""
UPLOAD = """
import sys, time
from pathlib import Path
from custrata.project.place import locate
from custrata.project.supplying.receiving import receive
place = locate(Path(sys.argv[1]))
def chunks():
    yield b"order_id,customer_id,order_date,amount\\n"
    print("begun", flush=True)
    for n in range(3000):
        yield f"{n},new{n % 9},2025-01-{1 + n % 28:02d},{n}.00\\n".encode()
        time.sleep(0.0001)
while True:
    receive(place, "orders.csv", chunks())
"""


@pytest.fixture
def around(shop):
    """The environment of a site beside the shop, without what the tests set for their own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("CUSTRATA_", "DJANGO_"))}
    site = {
        "CUSTRATA_SITE": str(shop / ".custrata" / "site"),
        "CUSTRATA_SECRET_KEY": "for this test alone " * 3,
    }
    return kept | site | {"DJANGO_SETTINGS_MODULE": "custrata.web.site.settings"}


class Desk:
    """Starts jobs and looks at them, in a process of its own."""

    def __init__(self, shop, around):
        self.process = subprocess.Popen(
            [sys.executable, "-c", DESK, str(shop)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            env=around,
        )

    def ask(self, word):
        self.process.stdin.write(f"{word}\n")
        return json.loads(self.process.stdout.readline())

    def wait(self, states, seconds):
        until = time.monotonic() + seconds
        while (seen := self.ask("look"))["state"] not in states and time.monotonic() < until:
            time.sleep(0.1)
        assert seen["state"] in states, seen
        return seen

    def close(self):
        self.process.stdin.close()
        self.process.wait(30)
        self.process.stdout.close()


@pytest.fixture
def desk(shop, around):
    opened = Desk(shop, around)
    yield opened
    opened.close()


@pytest.fixture
def worker(around):
    running = []

    def start():
        running.append(subprocess.Popen([sys.executable, "-c", WORKER], env=around))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()


@pytest.mark.rounds
def test_the_job_of_a_killed_worker_is_taken_up_again_and_the_snapshot_stands(shop, desk, worker):
    chance = random.Random(5)
    desk.ask("start")
    at_work = worker()
    desk.wait({"done"}, 120)
    store = SnapshotStore(shop / ".custrata")
    before = store.load().manifest.fingerprint
    killed = 0
    for _ in range(ROUNDS):
        desk.ask("start")
        desk.wait({"running", "done"}, 60)
        time.sleep(chance.uniform(0, 1.5))
        at_work.send_signal(signal.SIGKILL)
        at_work.wait()
        assert store.load().manifest.fingerprint == before
        killed += desk.ask("look")["state"] == "running"
        at_work = worker()
        seen = desk.wait({"done", "failed"}, 60)
        assert (seen["state"], seen["tries"] <= 2) == ("done", True), seen
        assert store.load().manifest.fingerprint == before
    assert killed


@pytest.mark.rounds
def test_an_upload_that_is_killed_leaves_the_old_file_or_the_new_one(shop, around):
    chance = random.Random(6)
    file = shop / "data" / "orders.csv" if (shop / "data").is_dir() else shop / "orders.csv"
    old, new = file.read_bytes(), None
    for _ in range(ROUNDS * 2):
        process = subprocess.Popen(
            [sys.executable, "-c", UPLOAD, str(shop)], stdout=subprocess.PIPE, env=around
        )
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.8))
        process.kill()
        process.wait()
        process.stdout.close()
        seen = file.read_bytes()
        assert seen == old or (seen.count(b"\n") == 3001 and seen.startswith(b"order_id")), len(seen)
        new = new or seen
    shown = [path.name for path in file.parent.iterdir() if not path.name.startswith(".")]
    assert "orders.csv" in shown
