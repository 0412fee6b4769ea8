"""Pictures of every room of a running site, by day and night, wide and narrow.

    python tools/screenshots.py http://127.0.0.1:8000/w/acme/ SESSION pictures/
    python tools/screenshots.py http://127.0.0.1:8000/w/acme/ SESSION docs/pictures --tour

``--tour`` takes the pictures of docs/tour.md instead, with the first customer of the table. SESSION is
the cookie ``sessionid`` of somebody who has come in. The rooms are those of the rail; further
addresses may follow, each beginning after the workspace: ``customers/C-12/ reviews/weekly/``.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from PIL import Image
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

SEGMENT = "tier=gold&days_since_last_order=21.."
"""The segment of the tour: gold customers who have been quiet."""

TOUR: tuple[tuple[str, str, int, str, str], ...] = (
    ("home", "", 1440, "light", ""),
    ("canvas", "strategy/", 1440, "light", ""),
    ("number", "portfolio/", 1440, "light", ".tiles .num"),
    ("tiers", "portfolio/#tiers", 1440, "dark", ""),
    ("customers", "customers/", 1440, "light", ""),
    ("customer", "CUSTOMER", 1440, "light", ""),
    ("segment", f"segments/new/?{SEGMENT}", 1440, "light", ""),
    ("insights", "intelligence/", 1440, "light", ""),
    ("experiments", "experiments/", 1440, "light", ""),
    ("review", "reviews/weekly/", 1440, "light", ""),
    ("deliver", "deliver/", 1440, "light", ""),
    ("phone", "", 390, "light", ""),
)
"""Pictures of the tour: name, address inside the workspace, width, scheme, and what is opened first."""

MOST_BYTES = 150_000
"""A picture of the tour is no larger."""

COLOURS = (256, 128, 64)
"""How many a picture keeps: fewer where it would be too large."""


def main() -> None:
    """Walk the rooms and write a picture of each, at each width, by day and night."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("address", help="the home of a workspace")
    given.add_argument("session", help="the cookie sessionid")
    given.add_argument("folder", type=Path, help="where the pictures go")
    given.add_argument("more", nargs="*", help="further addresses inside the workspace")
    given.add_argument("--tour", action="store_true", help="the pictures of docs/tour.md")
    asked = given.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        if asked.tour:
            _tour(browser, asked.address, asked.session, asked.folder)
            return
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


def _tour(browser: Browser, address: str, session: str, folder: Path) -> None:
    """What stands on the first screen of each page of the tour, in few colours so that it stays small."""
    for name, path, width, scheme, opens in TOUR:
        page = _page(browser, address, session, width, scheme)
        if path == "CUSTOMER":
            page.goto(urljoin(address, "customers/"))
            path = page.locator("tbody th a").first.evaluate("link => link.href")
        page.goto(urljoin(address, path))
        page.wait_for_load_state("networkidle")
        if opens:
            page.locator(opens).first.click()
        whole = Image.open(BytesIO(page.screenshot())).convert("RGB")
        file = folder / f"workspace-{name}.png"
        for colours in COLOURS:
            whole.quantize(colours, dither=Image.Dither.NONE).save(file, optimize=True)
            if file.stat().st_size <= MOST_BYTES:
                break
        else:
            sys.exit(f"{file} is larger than {MOST_BYTES:,} bytes")
        print(f"{file.stat().st_size:>7} {file.name}")
        page.context.close()


def _name(room: str, address: str) -> str:
    rest = urlsplit(room).path.removeprefix(urlsplit(address).path)
    return re.sub(r"[^A-Za-z0-9]+", "-", rest).strip("-") or "home"


if __name__ == "__main__":
    main()
