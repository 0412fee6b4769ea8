"""The load of a workspace: people who read, and of whom one request in seven saves.

    python tools/people.py SLUG sessions.txt 50
    SLUG=… SESSIONS=sessions.txt locust -f tools/load.py --headless -u 50 -r 10 -t 2m --host http://127.0.0.1:8000

SAVES=0 leaves out the saves; THINK is how many seconds somebody looks at a page, on average (5).
"""

from __future__ import annotations

import itertools
import os
import random
import re
from pathlib import Path

from locust import HttpUser, between, task

SLUG = os.environ["SLUG"]
SESSIONS = itertools.cycle(Path(os.environ["SESSIONS"]).read_text(encoding="utf-8").split())
SAVES = os.environ.get("SAVES", "1") == "1"
THINK = float(os.environ.get("THINK", "5"))
TOKEN = re.compile(r'"X-CSRFToken": "([^"]+)"')

PAGES = {
    "home": ("", 4),
    "canvas": ("strategy/", 4),
    "portfolio": ("portfolio/", 3),
    "lifecycle": ("lifecycle/", 2),
    "customers": ("customers/", 4),
    "customers by tier": ("customers/?tier=gold&sort=-value", 2),
    "segments": ("segments/", 2),
    "goals": ("goals/", 2),
    "experiments": ("experiments/", 1),
    "scorecard": ("scorecard/", 2),
    "pitfalls": ("pitfalls/", 1),
    "maturity": ("maturity/", 1),
    "voice": ("voice/", 1),
    "why": ("intelligence/", 1),
    "reviews": ("reviews/", 1),
    "boards": ("boards/", 1),
    "data": ("data/", 1),
    "deliver": ("deliver/", 1),
}
"""Name → address within the workspace, and how often it is read."""


class Person(HttpUser):
    """Somebody with a session, who reads and now and then saves."""

    wait_time = between(THINK / 2, THINK * 1.5)

    def on_start(self) -> None:
        """Come in."""
        self.client.cookies.set("sessionid", next(SESSIONS))
        self.within = f"/w/{SLUG}/"
        self.blocks = f"/api/v1/workspaces/{SLUG}/blocks"

    @task(6)
    def read(self) -> None:
        """Read a page."""
        name = random.choices(list(PAGES), [weight for _, weight in PAGES.values()])[0]
        self.client.get(self.within + PAGES[name][0], name=name)

    @task(1)
    def save(self) -> None:
        """Change the words of a goal over the version that was read; who was overtaken is told so."""
        if not SAVES:
            return self.read()
        address = random.choice(self._goals())
        with self.client.get(f"{self.blocks}/{address}", name="read a goal", catch_response=True) as read:
            found, mark = read.json(), read.headers["ETag"]
        found["value"]["portfolio_change"] = f"The share of gold customers rises, said {random.random():.9f}."
        head = {"X-CSRFToken": self.token, "Referer": self.host or "", "If-Match": mark}
        with self.client.put(
            f"{self.blocks}/{address}",
            json={"value": found["value"]},
            headers=head,
            name="save a goal",
            catch_response=True,
        ) as saved:
            if saved.status_code in (409, 412):
                saved.success()  # two saved the same goal: the second is shown the first
        return None

    def _goals(self) -> list[str]:
        """Addresses of the goals; looked up once, with the token that a save needs."""
        if not getattr(self, "goals", None):
            page = self.client.get(f"{self.within}strategy/", name="canvas")
            token = TOKEN.search(page.text)
            self.token = token[1] if token else ""
            items = self.client.get(f"{self.blocks}?limit=200", name="blocks").json()["items"]
            self.goals = [one["address"] for one in items if one["address"].startswith("goals[")]
        return self.goals
