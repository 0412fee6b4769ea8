"""Stories are played in real browsers before a real site: a server, a worker and one SQLite file.

``person("editor")`` is a page of somebody who has come in to ``company``; each person has a browser apart. At
the end of a story no page may have let an error through, broken the content policy or met a failure of the
server.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect
from tests.web.browser.conftest import Seen
from tests.web.browser.conftest import browser as browser

from custrata.web.serving.ports import answers
from custrata.web.serving.starting import CHILD

PATIENCE = 60.0
"""Seconds in which a server must answer: machines that run tests are busy."""

HARMLESS = ("Failed to load resource", "htmx:afterRequest", "htmx:sendAbort", "htmx:sendError")
"""What is logged of refusals that belong to a story, of a lost network, and of an answer nobody waits for."""

expect.set_options(timeout=PATIENCE * 500)


@dataclass
class Site:
    """A site that runs.

    Attributes:
        url: Its address.
        folder: Where its database and workspaces lie.
        keeper: The process that sets workspaces and people up.
    """

    url: str
    folder: Path
    keeper: subprocess.Popen[str]

    def ask(self, what: str, **given: Any) -> dict[str, Any]:
        """Let the keeper do something."""
        assert self.keeper.stdin
        self.keeper.stdin.write(json.dumps([what, given]) + "\n")
        self.keeper.stdin.flush()
        return _answer(self.keeper)

    def database(self) -> closing[sqlite3.Connection]:
        """A look into its database, past everything that guards it."""
        return closing(sqlite3.connect(self.folder / "site.sqlite3", timeout=30))


def _port() -> int:
    """A free port that no other process that plays stories is given as well."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _answer(keeper: subprocess.Popen[str]) -> dict[str, Any]:
    assert keeper.stdout
    line = keeper.stdout.readline()
    assert line, "the keeper of the site is gone; what it said stands above"
    return json.loads(line)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One site for all stories of this process; every story has a workspace of its own in it."""
    folder = tmp_path_factory.mktemp("stories") / "site"
    folder.mkdir()
    around = {
        **os.environ,
        "CUSTRATA_SITE": str(folder),
        "DJANGO_SETTINGS_MODULE": "custrata.web.site.settings",
    }
    for own in ("CUSTRATA_DATABASE", "CUSTRATA_HOSTS", "CUSTRATA_HTTPS"):
        around.pop(own, None)
    with ExitStack() as stack:

        def start(*words: str, out: int | None = None) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [sys.executable, *words], env=around, text=True, stdin=subprocess.PIPE, stdout=out
            )
            stack.enter_context(process)  # closes its pipes and waits for its end
            stack.callback(process.terminate)
            return process

        keeper = start(str(Path(__file__).with_name("house.py")), out=subprocess.PIPE)
        _answer(keeper)
        port = _port()
        start("-m", CHILD, "server", "127.0.0.1", str(port), "1")
        start("-m", CHILD, "worker")
        assert answers("127.0.0.1", port, PATIENCE), "the server does not answer"
        yield Site(f"http://127.0.0.1:{port}", folder, keeper)


@dataclass
class Company:
    """A workspace of one story.

    Attributes:
        slug: Its part of the address.
        folder: The project.
    """

    slug: str
    folder: Path

    def at(self, path: str = "") -> str:
        """The address of one of its pages."""
        return f"/w/{self.slug}/{path}"


@pytest.fixture
def company(browser: Browser, running: Site, built: Path, tmp_path: Path) -> Company:
    """A small generated company, with a drafted strategy and nobody in it."""
    folder = tmp_path / "tessel"
    shutil.copytree(built, folder)
    return Company(running.ask("workspace", folder=str(folder), name="")["slug"], folder)


@dataclass
class Watch(Seen):
    """What went wrong in the pages of a story without anybody seeing it."""

    expected: tuple[str, ...] = ()

    def watch(self, page: Page) -> None:
        """Listen to a page."""
        super().watch(page)
        page.on("response", lambda answer: self._answered(answer))
        page.on("console", lambda said: self._complained(page, said.type, said.text))

    def _answered(self, answer: Response) -> None:
        if answer.status >= 500:
            self.problems.append(f"{answer.request.method} {answer.url}: {answer.status}")

    def _complained(self, page: Page, kind: str, text: str) -> None:
        if kind == "error" and not text.startswith(HARMLESS):
            self.problems.append(f"{page.url}: {text}")


@pytest.fixture
def watch() -> Iterator[Watch]:
    """The silent problems of a story; there may be none at its end."""
    kept = Watch()
    yield kept
    assert kept.problems == []


@dataclass
class Door:
    """Lets people in, each in a browser of their own."""

    site: Site
    browser: Browser
    watch: Watch
    contexts: list[BrowserContext] = field(default_factory=list)
    keys: dict[Page, int] = field(default_factory=dict)

    def open(self, session: str = "") -> Page:
        """A page in a new browser; without a session it is a stranger's."""
        context = self.browser.new_context(
            base_url=self.site.url, viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
        )
        self.contexts.append(context)
        if session:
            context.add_cookies([{"name": "sessionid", "value": session, "url": self.site.url}])
        page = context.new_page()
        page.set_default_timeout(60_000)
        self.watch.watch(page)
        return page

    def key_of(self, page: Page) -> int:
        """Who looks at a page."""
        return self.keys[page]


@pytest.fixture
def door(browser: Browser, running: Site, watch: Watch) -> Iterator[Door]:
    """Where people come in; their browsers are closed at the end."""
    made = Door(running, browser, watch)
    yield made
    for context in made.contexts:
        context.close()


@pytest.fixture
def person(door: Door, company: Company) -> Callable[..., Page]:
    """A page of somebody of the company: ``person("editor", name="Ada", function="sales")``."""

    def come_in(
        role: str, *, name: str = "", persons: bool = False, function: str = "", password: str = ""
    ) -> Page:
        given = door.site.ask(
            "person",
            slug=company.slug,
            name=name or role.title(),
            role=role,
            persons=persons,
            function=function,
            password=password,
        )
        page = door.open(given["session"])
        door.keys[page] = given["key"]
        return page

    return come_in


@pytest.fixture
def stranger(door: Door) -> Callable[[], Page]:
    """A page of somebody who has not come in."""
    return door.open


class Block:
    """A block of the canvas, as one page shows it."""

    def __init__(self, page: Page, company: Company, address: str) -> None:
        self.page, self.company = page, company
        self.whole = page.locator(f'[data-block="{address}"]')
        self.text = self.whole.locator("form.editor textarea").first

    def open(self) -> Block:
        """Go to the canvas and open the block where it stands."""
        self.page.goto(self.company.at("strategy/"))
        self.whole.locator("[data-open-block]").first.click()
        self.text.wait_for()
        return self

    def save(self) -> Block:
        """Press Save."""
        self.whole.locator("[data-save]").click()
        return self

    def write(self, words: str) -> Block:
        """Type and save; the block closes."""
        self.text.fill(words)
        self.save()
        self.whole.locator("form.editor").wait_for(state="detached")
        return self


@pytest.fixture
def block(company: Company) -> Callable[..., Block]:
    """A block of the canvas on a page: ``block(page).open().write("…")``."""

    def found(page: Page, address: str = "canvas.context.customer_context") -> Block:
        return Block(page, company, address)

    return found
