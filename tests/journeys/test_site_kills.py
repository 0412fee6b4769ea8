"""Killed at any moment, a signature stands once or not at all, no saved word is lost, no half file appears.

A few rounds on every change where each costs seconds: 10 signatures, 3 servers, 5 exports, 2 jobs. Before a
release ``CUSTRATA_KILLS=300`` makes 200 signatures, 1,000 servers, 100 exports and 100 jobs.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

KILLS = int(os.environ.get("CUSTRATA_KILLS", "0"))
SIGNATURES, SAVES, EXPORTS, JOBS = (
    KILLS * 2 // 3 or 10,
    KILLS * 10 // 3 or 3,
    KILLS // 3 or 5,
    KILLS // 3 or 2,
)

pytestmark = [
    pytest.mark.rounds,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process to be killed"),
]

# Django is loaded once; each act then runs in a fork of its own, which is what gets killed.
SITE = """
import datetime as dt, json, os, sys
from pathlib import Path
from custrata.web.serving.preparing import open_site
open_site(Path(sys.argv[1]))
from django.db import connections
from custrata.delivery.kinds import kinds
from custrata.project.delivering import deliver
from custrata.web.accounts import tokens
from custrata.web.accounts.models import User
from custrata.web.audit.verify import verify
from custrata.web.data.jobs import start
from custrata.web.strategies.models import Strategy
from custrata.web.strategies.signing.answering import Answer, give, put_up
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.opening import adopt
user = User.objects.create_user("kim@site.example", "a long pass phrase")
workspace = adopt(Path(sys.argv[1]), user)
put_up(workspace.strategy, user, ["finance"])
token = tokens.make(user, workspace, "kills", ["read", "write"])
def sign(number):
    strategy = Strategy.objects.get()
    answer = Answer("finance", "sign", f"Signer {number}")
    give(strategy, answer, strategy.number, user, dt.date(2026, 1, 1))
def export(out):
    deliver(Path(sys.argv[1]), "board", Path(out))
def job(number):
    start(Workspace.objects.get(), "cheap", None, number=int(number))
def chain(_):
    assert verify().whole, verify()
acts = {"sign": sign, "export": export, "job": job, "chain": chain}
connections.close_all()
print(json.dumps({"token": token, "slug": workspace.slug}), flush=True)
for line in sys.stdin:
    act, given = line.split()
    child = os.fork()
    if child == 0:
        os.setsid()
        acts[act](given)
        os._exit(0)
    print(child, flush=True)
    print(os.waitpid(child, 0)[1], flush=True)
"""

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

CHEAP = """
import os, time
from pathlib import Path
from django.apps import AppConfig
class Cheap(AppConfig):
    name = "cheap_app"
    def ready(self):
        from custrata.web.data.jobs import kind
        kind("cheap")(cheap)
def cheap(run, number):
    with Path(os.environ["CHEAP_LOG"]).open("a") as log:
        print("begun", number, os.getpid(), time.monotonic(), file=log, flush=True)
        for _ in range(8):
            time.sleep(0.1)
            print("alive", number, os.getpid(), time.monotonic(), file=log, flush=True)
        print("ended", number, os.getpid(), time.monotonic(), file=log, flush=True)
    return {"number": number}
"""


class Site:
    """A site whose acts run in processes that can be killed."""

    def __init__(self, shop: Path, code: Path) -> None:
        (code / "cheap_app").mkdir(parents=True)
        (code / "cheap_app" / "__init__.py").write_text("", encoding="utf-8")
        (code / "cheap_app" / "apps.py").write_text(CHEAP, encoding="utf-8")
        text = (
            "from custrata.web.site.settings import *\nAPI_RATE = '100000/min'\n"
            "INSTALLED_APPS = [*INSTALLED_APPS, 'cheap_app.apps.Cheap']\n"
        )
        (code / "kill_settings.py").write_text(text, encoding="utf-8")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("CUSTRATA_", "DJANGO_"))}
        self.around = kept | {
            "CUSTRATA_SITE": str(shop / ".custrata" / "site"),
            "CUSTRATA_SECRET_KEY": "for this test alone " * 3,
            "DJANGO_SETTINGS_MODULE": "kill_settings",
            "PYTHONPATH": str(code),
            "CHEAP_LOG": str(code / "cheap.log"),
        }
        self.file, self.log = shop / ".custrata" / "site" / "site.sqlite3", code / "cheap.log"
        self._process = subprocess.Popen(
            [sys.executable, "-c", SITE, str(shop)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            env=self.around,
        )
        told = json.loads(self._process.stdout.readline())
        self.token, self.slug = told["token"], told["slug"]

    def act(self, *words: object, kill_after: float | None = None) -> int:
        """Do something; with ``kill_after``, kill it after so many seconds. Gives the wait status."""
        self._process.stdin.write(" ".join(map(str, words)) + "\n")
        child = int(self._process.stdout.readline())
        if kill_after is not None:
            time.sleep(kill_after)
            with contextlib.suppress(ProcessLookupError):  # it may have ended by itself
                os.kill(child, signal.SIGKILL)
        return int(self._process.stdout.readline())

    def timed(self, *words: object) -> float:
        """Seconds that something takes when nobody kills it."""
        began = time.monotonic()
        assert self.act(*words) == 0
        return time.monotonic() - began

    def rows(self, query: str, *given: object) -> list[tuple]:
        """What the database holds."""
        with closing(sqlite3.connect(self.file, timeout=30)) as database:
            return database.execute(query, given).fetchall()

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def site(built_shop, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kills")
    opened = Site(Path(shutil.copytree(built_shop, folder / "shop")), folder / "code")
    yield opened
    opened.close()


def test_a_signature_stands_with_its_line_in_the_log_or_not_at_all(site):
    chance, killed = random.Random(1), 0
    usual = site.timed("sign", 0)
    signed = (
        "SELECT count(*) FROM strategies_blockrevision WHERE block LIKE 'sign_offs%' AND text LIKE '%Signer%'"
    )
    noted = "SELECT count(*) FROM audit_entry WHERE act = 'strategy.signed'"
    done = 1
    for number in range(1, SIGNATURES + 1):
        status = site.act("sign", number, kill_after=chance.uniform(0, 1.1) * usual)
        killed += os.WIFSIGNALED(status)
        done += status == 0
        ((states,),), ((lines,),) = site.rows(signed), site.rows(noted)
        assert states == lines >= done
        ((head, latest),) = site.rows(
            "SELECT s.number, max(r.number) FROM strategies_strategy s JOIN strategies_blockrevision r"
            " ON r.strategy_id = s.id GROUP BY s.id"
        )
        assert head == latest
    assert killed >= SIGNATURES // 3, "too few were killed before they ended: the test says nothing"
    assert site.act("chain", "-") == 0


def test_what_was_acknowledged_as_saved_is_there_after_the_server_is_killed(site):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    chance, saved = random.Random(2), {}
    for _ in range(SAVES):
        with served(site, port):
            stop = threading.Event()
            threading.Timer(chance.uniform(0.3, 1.5), stop.set).start()
            writer = threading.Thread(target=save_on, args=(site, port, saved, stop), daemon=True)
            writer.start()
            stop.wait()
        writer.join(30)
        rows = dict(site.rows("SELECT number, text FROM strategies_blockrevision WHERE block = 'horizon'"))
        lost = {n for n, kept in saved.items() if json.loads(rows.get(n, "{}")).get("months", 12) != kept}
        assert lost == set()
    assert len(saved) >= SAVES, "hardly anything was saved: the test says nothing"
    assert site.act("chain", "-") == 0


@contextlib.contextmanager
def served(site, port):
    """The site, served by the server that people use, and killed with all its processes at the end."""
    words = [
        sys.executable,
        "-m",
        "custrata.web.serving.child",
        "server",
        "127.0.0.1",
        str(port),
        "1",
        "--alone",
    ]
    process = subprocess.Popen(words, env=site.around, start_new_session=True)
    try:
        until = time.monotonic() + 180
        while time.monotonic() < until:
            with contextlib.suppress(OSError, URLError):
                ask(site, port, "GET")
                break
            time.sleep(0.1)
        yield
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def ask(site, port, method, value=None, mark=""):
    address = f"http://127.0.0.1:{port}/api/v1/workspaces/{site.slug}/blocks/horizon"
    body = json.dumps({"value": value}).encode() if value else None
    heads = {"Authorization": f"Bearer {site.token}", "Content-Type": "application/json"}
    heads |= {"If-Match": mark} if mark else {}
    with urlopen(Request(address, body, heads, method=method), timeout=60) as answer:
        return json.load(answer)


def save_on(site, port, saved, stop):
    """Save again and again until the server is gone; what it acknowledged is kept in ``saved``."""
    with contextlib.suppress(OSError, ValueError):
        read = ask(site, port, "GET")
        number, value, months = read["number"], read["value"], 0
        while True:
            months = months % 60 + 1
            number = ask(site, port, "PUT", value | {"months": months}, f'"{number}"')["revision"]
            saved[number] = months


def test_an_export_that_is_killed_leaves_no_half_file_under_its_name(site, tmp_path):
    chance, killed = random.Random(3), 0
    usual = site.timed("export", tmp_path / "usual.pptx")
    for number in range(EXPORTS):
        out = tmp_path / f"out{number % 2}.pptx"
        status = site.act("export", out, kill_after=chance.uniform(0, 1.05) * usual)
        killed += os.WIFSIGNALED(status)
        assert out.is_file() or status != 0
        if out.is_file():
            with zipfile.ZipFile(out) as deck:
                assert deck.testzip() is None
                assert "ppt/presentation.xml" in deck.namelist()
    assert killed >= EXPORTS // 3, "too few were killed before they ended: the test says nothing"


def test_a_job_whose_worker_is_killed_is_taken_up_again_and_never_twice_at_once(site):
    chance, running = random.Random(4), [subprocess.Popen([sys.executable, "-c", WORKER], env=site.around)]
    try:
        for number in range(JOBS):
            assert site.act("job", number) == 0
            wait(lambda number=number: f"begun {number} " in said(site))
            time.sleep(chance.uniform(0, 0.7))
            running[-1].kill()
            running[-1].wait()
            running.append(subprocess.Popen([sys.executable, "-c", WORKER], env=site.around))
            wait(lambda number=number: state_of(site, number)[0] == "done")
            assert state_of(site, number)[1] <= 2
        times = sorted(
            (float(when), word, number, process)
            for word, number, process, when in (line.split() for line in said(site).splitlines())
        )
        for number in map(str, range(JOBS)):
            order = [process for _, _, one, process in times if one == number]
            # The second begins after the last sign of life of the first: processes do not alternate.
            assert len(set(order)) == sum(a != b for a, b in zip(["", *order], order, strict=False))
    finally:
        for process in running:
            process.kill()
            process.wait()


def said(site):
    return site.log.read_text(encoding="utf-8") if site.log.is_file() else ""


def state_of(site, number):
    rows = site.rows("SELECT state, tries, arguments FROM data_job WHERE kind = 'cheap'")
    return next((s, tries) for s, tries, given in rows if json.loads(given)["number"] == number)


def wait(reached, seconds=180):
    until = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < until, "it was not taken up again in time"
        time.sleep(0.05)
