"""A real browser before a running site: ``page_of("editor")`` is a page of somebody who has come in.

``axe(page)`` holds a page against WCAG 2.2 AA, ``screens(page, "name")`` keeps a picture of it where
``CUSTRATA_SCREENS`` names a folder. At the end of each test no page may have broken the content policy or
let an error through.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Error, Page, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Nothing that asks the network for anything."""

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MISSING = "no browser is here: apt install chromium, or playwright install chromium"


class _OneAtATime(StaticFilesHandler):
    """Requests take turns: on SQLite in memory all threads share one connection."""

    lock = Lock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        with self.lock:
            return super().__call__(environ, start_response)


@pytest.fixture(scope="session")
def server(django_db_setup: None) -> Iterator[str]:
    """The address of the site, served by one thread of this process for all of its tests."""
    shared = {c.alias: c for c in connections.all() if c.vendor == "sqlite" and c.is_in_memory_db()}
    thread = LiveServerThread("localhost", static_handler=_OneAtATime, connections_override=shared)
    thread.daemon = True
    for connection in shared.values():
        connection.inc_thread_sharing()
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://{thread.host}:{thread.port}"
    thread.terminate()
    for connection in shared.values():
        connection.dec_thread_sharing()


@pytest.fixture
def live(server: str, transactional_db: None) -> str:
    """The address of the running site; what a test writes is there, and gone after it."""
    return server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the tests of a module.

    Not longer: while it runs this thread has a running event loop, which tests elsewhere may not have.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    with sync_playwright() as play:
        if found is None and not Path(play.chromium.executable_path).is_file():
            pytest.skip(MISSING)
        try:
            started = play.chromium.launch(executable_path=found, args=list(FLAGS))
        except Error as error:  # a browser that is there and does not start is a fault, not a reason to skip
            pytest.fail(f"{found} does not start: {error.message.splitlines()[0]}")
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        yield started
        started.close()
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@dataclass
class Seen:
    """What went wrong in the pages of a test without anybody seeing it."""

    problems: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Listen to a page."""
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self._said(page, said.text))

    def _said(self, page: Page, text: str) -> None:
        if "Content Security Policy" in text or "violates the following" in text:
            self.problems.append(f"{page.url}: {text}")


@pytest.fixture
def seen() -> Iterator[Seen]:
    """The silent problems of all pages of a test; there may be none at its end."""
    kept = Seen()
    yield kept
    assert kept.problems == []


@pytest.fixture
def page_of(
    live: str, browser: Browser, workspace, member, seen: Seen, site: Path
) -> Iterator[Callable[..., Page]]:
    """Makes a page of somebody with a role: ``page_of("viewer", width=390, scheme="dark")``.

    An empty role is a stranger; ``text=2`` doubles the size of text. Addresses begin at the site, so that
    ``page.goto(f"/w/{workspace.slug}/")`` opens the home.
    """
    contexts = []

    def make(
        role: str = "admin", *, width: int = 1440, scheme: str = "light", text: float = 1, **kind
    ) -> Page:
        context = browser.new_context(
            base_url=live,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        contexts.append(context)
        if role:
            client = Client()
            client.force_login(member(role, **kind), backend="django.contrib.auth.backends.ModelBackend")
            session = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": session, "url": live}])
        page = context.new_page()
        page.set_default_timeout(60_000)
        seen.watch(page)
        if text != 1:
            sized = f"document.documentElement.style.fontSize = '{round(16 * text)}px'"
            page.on("domcontentloaded", lambda shown: shown.evaluate(sized))
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def axe() -> Callable[..., None]:
    """Holds a page, as it stands now, against WCAG 2.2 AA and good practice; it says what to mend."""
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}

    def check(page: Page, context: str | None = None) -> None:
        found = Axe().run(page, context=context, options=options).response["violations"]
        said = [f"{v['id']}: {v['help']}\n    {n['html'][:200]}" for v in found for n in v["nodes"][:4]]
        assert not found, f"{page.url}\n" + "\n".join(said)

    return check


@pytest.fixture
def sideways() -> Callable[[Page], None]:
    """Fails where a page must be scrolled sideways, and names what sticks out."""
    script = """() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
      [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
        && !e.closest('.scroll, pre, .way')).slice(0, 5).map(e => e.outerHTML.slice(0, 160))"""

    def check(page: Page) -> None:
        sticking = page.evaluate(script)
        assert sticking == [], f"{page.url} scrolls sideways: {json.dumps(sticking, indent=1)}"

    return check


@pytest.fixture
def screens() -> Callable[[Page, str], bytes]:
    """Takes a picture of a whole page; it is kept where ``CUSTRATA_SCREENS`` names a folder."""

    def take(page: Page, name: str) -> bytes:
        folder = os.environ.get("CUSTRATA_SCREENS", "")
        path = str(Path(folder) / f"{name}.png") if folder else None
        return page.screenshot(full_page=True, path=path)

    return take
