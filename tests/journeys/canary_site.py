"""A site with planted secrets and persons, served in processes of its own, with everything it writes kept."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

PASSWORD = "plain planted pass phrase 5813"
MAIL_PASSWORD = "planted-mail-7A1x9"
DATABASE_PASSWORD = "planted-base-4Q8z2"
CLIENT_SECRET = "planted-client-6R3w5"
PERSONS = tuple(
    (f"Zita{first} Kanarek{first}", f"zita.{first.lower()}@planted.example")
    for first in "abcdefghijklmnopqrst"
)

SETTINGS = """
from custrata.web.site.settings import *
ROOT_URLCONF = "canary_urls"
INSTALLED_APPS = [*INSTALLED_APPS, "canary_app.apps.Canary"]
"""
FAULT = """
from django.apps import AppConfig
def faulty(run, **arguments):
    held = dict(arguments)
    raise RuntimeError("a fault of ours")
class Canary(AppConfig):
    name = "canary_app"
    def ready(self):
        from custrata.web.data.jobs import kind
        kind("faulty")(faulty)
"""
URLS = """
from django.urls import path
from custrata.web.site.urls import *
def crash(request):
    known = dict(request.COOKIES) | dict(request.POST)
    raise RuntimeError(f"a fault with {len(known)} facts")
urlpatterns = [*urlpatterns, path("crash/", crash)]
"""
PLANT = """
import json, sys
from pathlib import Path
from custrata.web.serving.preparing import open_site
open_site(Path(sys.argv[1]))
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from custrata.web.accounts import owner_link, tokens
from custrata.web.accounts.models import SignOn, User
from custrata.web.accounts.sealing import seal
from custrata.web.deliveries.links.making import share
from custrata.web.together.models import Comment
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.opening import adopt
from custrata.web.workspaces.people.inviting import invite
from custrata.web.workspaces.people.roles import Part
from custrata.web.workspaces.rights import Role
password, client, said = sys.argv[2:5]
admin = User.objects.create_user("admin@site.example", password, name="Admin")
viewer = User.objects.create_user("viewer@site.example", password, name="Viewer")
guarded = User.objects.create_user("guarded@site.example", password, name="Guarded")
workspace = adopt(Path(sys.argv[1]), admin)
for person in (viewer, guarded):
    Membership.objects.create(workspace=workspace, user=person, role="viewer")
Comment.objects.create(workspace=workspace, author=admin, address="board", text=said)
totp = generate_totp_secret()
TOTP.activate(guarded, totp)
codes = RecoveryCodes.activate(guarded).get_unused_codes()
house = {"key": "house", "name": "House", "issuer": "https://login.example", "client_id": "c"}
SignOn.objects.create(sealed=seal(client), **house)
_, path = invite(workspace, "invited@site.example", Part(Role.VIEWER), admin)
_, shared = share(workspace, "story", "", 7, admin)
_, filed = share(workspace, "file", "board", 7, admin)
print(json.dumps({
    "slug": workspace.slug, "secret key": settings.SECRET_KEY, "totp": totp, "recovery code": codes[0],
    "api token": tokens.make(admin, workspace, "canary", ["read", "write"]),
    "share link": shared, "share link of a file": filed, "invitation": path.strip("/").split("/")[-1],
    "owner link": owner_link.make(admin).strip("/").split("/")[-1],
}))
"""


class Site:
    """A served site.

    Attributes:
        root: Holds all that it writes: ``project``, ``site``, ``logs``, ``exports``, ``pages``, ``backup``.
        secrets: The planted ones by name.
    """

    def __init__(self, root: Path, port: int) -> None:
        self.root, self.port = root, port
        for name in (
            "logs",
            "exports/with-persons",
            "exports/without",
            "pages/admin",
            "pages/viewer",
            "code",
        ):
            (root / name).mkdir(parents=True)
        (root / "code" / "canary_settings.py").write_text(SETTINGS, encoding="utf-8")
        (root / "code" / "canary_app").mkdir()
        (root / "code" / "canary_app" / "__init__.py").write_text("", encoding="utf-8")
        (root / "code" / "canary_app" / "apps.py").write_text(FAULT, encoding="utf-8")
        (root / "code" / "canary_urls.py").write_text(URLS, encoding="utf-8")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("CUSTRATA_", "DJANGO_"))}
        self.environment = kept | {
            "CUSTRATA_SITE": str(root / "site"),
            "CUSTRATA_DATABASE": f"sqlite://u:{DATABASE_PASSWORD}@h{root}/site/site.sqlite3",
            "CUSTRATA_MAIL": f"smtp://u:{MAIL_PASSWORD}@127.0.0.1:1",
            "DJANGO_SETTINGS_MODULE": "canary_settings",
            "PYTHONPATH": str(root / "code"),
        }
        self._running: list[subprocess.Popen[bytes]] = []
        self.secrets: dict[str, str] = {}

    def plant(self, comment: str) -> str:
        """Make people, links, tokens; returns the slug of the workspace."""
        done = self.program(PLANT, str(self.root / "project"), PASSWORD, CLIENT_SECRET, comment)
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        slug = told.pop("slug")
        self.secrets |= told | {
            "password": PASSWORD,
            "client secret": CLIENT_SECRET,
            "mail password": MAIL_PASSWORD,
            "database password": DATABASE_PASSWORD,
        }
        return str(slug)

    def program(self, text: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a program beside the site; what it says is a log."""
        done = subprocess.run(
            [sys.executable, "-c", text, *words],
            env=self.environment | environment,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        number = len(list((self.root / "logs").iterdir()))
        (self.root / "logs" / f"program-{number}.log").write_text(done.stderr, encoding="utf-8")
        return done

    def jobs(self) -> set[str]:
        """The states in which jobs are, from the file itself: a program beside the site takes seconds."""
        address = f"file:{self.root}/site/site.sqlite3?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=30)) as database:
            return {state for (state,) in database.execute("SELECT state FROM data_job")}

    def start(self) -> None:
        """Start server and worker."""
        child = [sys.executable, "-m", "custrata.web.serving.child"]
        for name, words in (("server", ["server", "127.0.0.1", str(self.port), "1"]), ("worker", ["worker"])):
            with (self.root / "logs" / f"{name}.log").open("wb") as log:
                self._running.append(
                    subprocess.Popen(
                        [*child, *words, "--alone"], env=self.environment, stdout=log, stderr=log
                    )
                )
        until = time.monotonic() + 180
        while time.monotonic() < until:
            try:
                Browser(self).get("/account/login/")
            except URLError:
                time.sleep(0.2)
                continue
            return
        raise AssertionError((self.root / "logs" / "server.log").read_text(encoding="utf-8"))

    def stop(self) -> None:
        """End what runs."""
        for process in self._running:
            process.terminate()
        for process in self._running:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Browser:
    """Somebody who asks for pages; each answer can be kept as a file."""

    def __init__(self, site: Site, **headers: str) -> None:
        self.site, self.headers, self.jar = site, headers, CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.jar))

    def get(self, path: str, keep: str = "") -> tuple[int, bytes]:
        """Ask for a page."""
        return self._ask(Request(self._url(path), headers=self.headers), keep)

    def post(self, path: str, given: dict[str, str], keep: str = "") -> tuple[int, bytes]:
        """Send a form."""
        body = urlencode(given | {"csrfmiddlewaretoken": self.cookie("csrftoken")}).encode()
        return self._ask(Request(self._url(path), body, self.headers | {"Referer": self._url(path)}), keep)

    def send(self, path: str, name: str, data: bytes) -> tuple[int, bytes]:
        """Send a file."""
        edge = "----planted"
        parts = [
            f"--{edge}\r\n"
            'Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n'
            f"{self.cookie('csrftoken')}\r\n",
            f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
            "Content-Type: text/csv\r\n\r\n",
        ]
        body = "".join(parts).encode() + data + f"\r\n--{edge}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={edge}", "Referer": self._url(path)}
        return self._ask(Request(self._url(path), body, self.headers | kind), "")

    def come_in(self, email: str, password: str = PASSWORD) -> int:
        """Log in by the form."""
        self.get("/account/login/")
        return self.post("/account/login/", {"login": email, "password": password})[0]

    def cookie(self, name: str) -> str:
        """The value of a cookie; empty where there is none."""
        return next((str(one.value) for one in self.jar if one.name == name), "")

    def _url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.site.port}{path}"

    def _ask(self, request: Request, keep: str) -> tuple[int, bytes]:
        try:
            with self._opener.open(request, timeout=180) as answer:
                status, body = answer.status, answer.read()
        except HTTPError as error:
            status, body = error.code, error.read()
        if keep:
            # The token against forged requests belongs into each form of who asked, and is another each time.
            (self.site.root / keep).write_bytes(
                re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", body)
            )
        return status, body
