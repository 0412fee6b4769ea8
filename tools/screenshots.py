"""Pictures of every room of a running site, by day and night, wide and narrow.

    python tools/screenshots.py http://127.0.0.1:8000/w/acme/ SESSION pictures/

SESSION is the cookie ``sessionid`` of somebody who has come in. The rooms are those of the rail; further
addresses may follow, each beginning after the workspace: ``customers/C-12/ reviews/weekly/``.
"""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

WIDTHS = (1440, 390)
SCHEMES = ("light", "dark")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
]


def main() -> None:
    """Walk the rooms and write a picture of each, at each width, by day and night."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("address", help="the home of a workspace")
    given.add_argument("session", help="the cookie sessionid")
    given.add_argument("folder", type=Path, help="where the pictures go")
    given.add_argument("more", nargs="*", help="further addresses inside the workspace")
    asked = given.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        rooms = _rooms(_page(browser, asked.address, asked.session, WIDTHS[0], SCHEMES[0]), asked.address)
        rooms += [urljoin(asked.address, more) for more in asked.more]
        for width in WIDTHS:
            for scheme in SCHEMES:
                page = _page(browser, asked.address, asked.session, width, scheme)
                for room in rooms:
                    _picture(page, room, asked.folder / f"{_name(room, asked.address)}-{width}-{scheme}.png")
        browser.close()


def _page(browser: Browser, address: str, session: str, width: int, scheme: str) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
    return context.new_page()


def _rooms(page: Page, address: str) -> list[str]:
    """The addresses of the rail, in its order."""
    page.goto(address)
    found = page.eval_on_selector_all(".rail li a", "links => links.map(link => link.href)")
    if not found:
        raise SystemExit(f"{address} shows no rail: is the session of somebody who belongs there?")
    return list(dict.fromkeys(found))


def _picture(page: Page, room: str, file: Path) -> None:
    answer = page.goto(room)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file, full_page=True)
    status = answer.status if answer else 0
    print(f"{status} {file.name}")


def _name(room: str, address: str) -> str:
    rest = urlsplit(room).path.removeprefix(urlsplit(address).path)
    return re.sub(r"[^A-Za-z0-9]+", "-", rest).strip("-") or "home"


if __name__ == "__main__":
    main()
