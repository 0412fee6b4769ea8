"""A site whose acts, servers and workers run in processes of their own, which can be killed at any moment.

Django, the pages and everything that computes are loaded once; each process is then a fork of that one. So a
server stands within a tenth of a second, and fifty can be killed on every change.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

PATIENCE = 180.0
"""Seconds in which something must happen: machines that run tests are busy."""

NURSERY = """
import datetime as dt, json, os, sys
from pathlib import Path
from custrata.web.serving.preparing import open_site
open_site(Path(sys.argv[1]))
import custrata.project.building, custrata.project.delivering, custrata.delivery.kinds
import custrata.web.data.background, custrata.web.site.urls, custrata.web.site.wsgi
import granian.server.mp, granian.wsgi
from django.db import connection, connections
from django.test import Client
from django.urls import get_resolver
from custrata.project.place import locate
from custrata.project.delivering import deliver
from custrata.project.supplying.receiving import receive
from custrata.web.accounts import tokens
from custrata.web.accounts.models import User
from custrata.web.audit.verify import verify
from custrata.web.data.jobs import progress, running, start, sweeping
from custrata.web.serving import child as process
from custrata.web.strategies.models import Strategy
from custrata.web.strategies.signing.answering import Answer, give, put_up
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.opening import adopt
shop = Path(sys.argv[1])
list(get_resolver().reverse_dict)
def found(out):
    user = User.objects.create_user("kim@site.example", "a long pass phrase")
    workspace = adopt(shop, user)
    put_up(workspace.strategy, user, ["finance"])
    browser = Client()
    browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    told = {"token": tokens.make(user, workspace, "kills", ["read", "write"]), "slug": workspace.slug}
    told["session"] = browser.cookies["sessionid"].value
    Path(out).write_text(json.dumps(told))
def sign(number):
    strategy, user = Strategy.objects.get(), User.objects.get()
    answer = Answer("finance", "sign", f"Signer {number}")
    give(strategy, answer, strategy.number, user, dt.date(2026, 1, 1))
def export(kind, out):
    deliver(shop, kind, Path(out))
def job(kind, number):
    given = {"again": True} if kind in ("build", "map") else {"number": int(number)}
    start(Workspace.objects.get(), kind, None, **given)
def chain():
    assert verify().whole, verify()
def serve(port):
    process.serve("127.0.0.1", int(port), 1)
def work(lease):
    if float(lease):  # as short as a test can wait for; the rules are the same
        progress.LEASE = running.LEASE = sweeping.LEASE = dt.timedelta(seconds=float(lease))
        progress.BEAT, sweeping.EVERY = float(lease) / 6, float(lease) / 10
    process.work()
def send(name, out):
    def chunks():
        yield b"order_id,customer_id,order_date,amount\\n"
        Path(out).touch()
        for n in range(3000):
            yield f"{n},new{n % 9},2025-01-{1 + n % 28:02d},{n}.00\\n".encode()
    while True:
        receive(locate(shop), name, chunks())
acts = {act.__name__: act for act in (found, sign, export, job, chain, serve, work, send)}
def rows(query, given):
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        told = [[str(v) if isinstance(v, dt.datetime) else v for v in row] for row in cursor.fetchall()]
    connections.close_all()
    return told
connections.close_all()
print(json.dumps("ready"), flush=True)
for line in sys.stdin:
    do, *given = json.loads(line)
    if do == "rows":
        answer = rows(*given)
    elif do == "end":
        answer = os.waitpid(given[0], 0)[1]
    else:
        answer = os.fork()
        if answer == 0:
            os.setsid()
            sys.stdin = open(os.devnull)
            sys.stdout = sys.stderr
            status = 1
            try:
                acts[do](*given)
                status = 0
            finally:
                os._exit(status)
    print(json.dumps(answer), flush=True)
"""

KINDS = """
import os, signal, time
from pathlib import Path
from django.apps import AppConfig
class Cheap(AppConfig):
    name = "cheap_app"
    def ready(self):
        from custrata.web.data.jobs import kind
        kind("cheap")(cheap)
        kind("deadly")(deadly)
def say(word, number):
    with Path(os.environ["CHEAP_LOG"]).open("a") as log:
        print(word, number, os.getpid(), time.monotonic(), file=log, flush=True)
def cheap(run, number):
    say("begun", number)
    for _ in range(15):
        time.sleep(0.1)
        say("alive", number)
    say("ended", number)
    return {"number": number}
def deadly(run, number):
    say("begun", number)
    os.kill(os.getpid(), signal.SIGKILL)
"""


class Site:
    """A site whose acts run in processes that can be killed.

    Args:
        shop: A built project; it is copied.
        folder: Where everything of this site may lie.
        database: Address of an empty database; empty for SQLite in the folder of the site.
    """

    def __init__(self, shop: Path, folder: Path, database: str = "") -> None:
        self.shop = Path(shutil.copytree(shop, folder / "shop"))
        code = folder / "code"
        (code / "cheap_app").mkdir(parents=True)
        (code / "cheap_app" / "__init__.py").write_text("", encoding="utf-8")
        (code / "cheap_app" / "apps.py").write_text(KINDS, encoding="utf-8")
        text = (
            "from custrata.web.site.settings import *\nAPI_RATE = '1000000/min'\n"
            "INSTALLED_APPS = [*INSTALLED_APPS, 'cheap_app.apps.Cheap']\n"
        )
        (code / "kill_settings.py").write_text(text, encoding="utf-8")
        self.log = code / "cheap.log"
        self.database_is_a_server = bool(database)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("CUSTRATA_", "DJANGO_"))}
        around = kept | {
            "CUSTRATA_SITE": str(folder / "site"),
            "CUSTRATA_DATABASE": database,
            "CUSTRATA_SECRET_KEY": "for this test alone " * 3,
            "DJANGO_SETTINGS_MODULE": "kill_settings",
            "PYTHONPATH": os.pathsep.join(filter(None, (str(code), os.environ.get("PYTHONPATH")))),
            "CHEAP_LOG": str(self.log),
        }
        words = [sys.executable, "-c", NURSERY, str(self.shop)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True, bufsize=1, env=around)
        assert json.loads(self._process.stdout.readline()) == "ready"
        assert self.act("found", folder / "found.json") == 0
        told = json.loads((folder / "found.json").read_text(encoding="utf-8"))
        self.token, self.slug, self.session = told["token"], told["slug"], told["session"]

    def _ask(self, *words: object) -> Any:
        plain = [word if isinstance(word, int | list) else str(word) for word in words]
        self._process.stdin.write(json.dumps(plain) + "\n")
        return json.loads(self._process.stdout.readline())

    def begin(self, *words: object) -> int:
        """Begin something in a process of its own; gives its number."""
        return int(self._ask(*words))

    def end(self, process: int, *, kill: bool = False) -> int:
        """Wait until a process has ended, killed with all that it began; gives its wait status."""
        if kill:
            with contextlib.suppress(ProcessLookupError):  # it may have ended by itself
                os.killpg(process, signal.SIGKILL)
        return int(self._ask("end", process))

    def act(self, *words: object, kill_after: float | None = None) -> int:
        """Do something; with ``kill_after``, kill it after so many seconds. Gives the wait status."""
        process = self.begin(*words)
        if kill_after is not None:
            time.sleep(kill_after)
        return self.end(process, kill=kill_after is not None)

    def timed(self, *words: object) -> float:
        """Seconds that something takes when nobody kills it."""
        began = time.monotonic()
        assert self.act(*words) == 0
        return time.monotonic() - began

    def rows(self, query: str, *given: object) -> list[list[Any]]:
        """What the database holds."""
        return self._ask("rows", query, list(given))

    @contextmanager
    def served(self) -> Iterator[int]:
        """The site, served by the server that people use, and killed with all its processes at the end."""
        with socket.socket() as held:
            held.bind(("127.0.0.1", 0))
            port = int(held.getsockname()[1])
        process = self.begin("serve", port)
        try:
            wait(lambda: self._answers(port))
            yield port
        finally:
            self.end(process, kill=True)

    def _answers(self, port: int) -> bool:
        with contextlib.suppress(OSError, URLError):
            self.ask(port, "GET", "company")
            return True
        return False

    def ask(self, port: int, method: str, block: str, value: Any = None, mark: str = "") -> tuple[Any, str]:
        """Ask the served site for a block, or save it; gives the answer and its mark."""
        address = f"http://127.0.0.1:{port}/api/v1/workspaces/{self.slug}/blocks/{quote(block)}"
        body = json.dumps({"value": value}).encode() if value is not None else None
        heads = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        heads |= {"If-Match": mark} if mark else {}
        with urlopen(Request(address, body, heads, method=method), timeout=60) as answer:
            return json.load(answer), answer.headers["ETag"]

    def form(self, port: int, path: str, fields: dict[str, str] | None = None) -> Any:
        """The page of a form of this site, or what a script is answered that sends it."""
        address = f"http://127.0.0.1:{port}/w/{self.slug}/{path}"
        secret = "x" * 32
        heads = {"Cookie": f"sessionid={self.session}; csrftoken={secret}", "X-CSRFToken": secret}
        body = urlencode(fields).encode() if fields else None
        heads |= {"Accept": "application/json"} if fields else {}
        with urlopen(Request(address, body, heads), timeout=120) as answer:
            said = answer.read().decode()
            return json.loads(said) if fields else said

    def said(self) -> list[list[str]]:
        """What the jobs wrote down: word, number, process, moment."""
        text = self.log.read_text(encoding="utf-8") if self.log.is_file() else ""
        return [line.split() for line in text.splitlines()]

    def close(self) -> None:
        """Let the nursery end."""
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()


def wait(reached: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait for something; it must come."""
    until = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.03)
