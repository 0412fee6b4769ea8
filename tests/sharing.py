"""Who plays which test, where several processes share a run: what is made once for many is made once.

Left to itself, pytest-xdist gives tests of one module to several processes, and each makes anew what the
module shares: a day lived by a site, a site to be killed, a company of a year. Here such modules go to one
process as a whole, largest first; all other tests go one by one to where there is room, in random order.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/web/stories", "tests/web/browser")
"""Folders whose tests share a site or a browser of the whole run."""


class Sharing(LoadScopeScheduling):
    """Keeps together what shares something."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid.partition("::")[0]) or nodeid

    def mark_test_complete(self, node: Any, item_index: int, duration: float = 0) -> None:
        """Note that a test was played; a group that is done is not counted again at each further test."""
        group = self._split_scope(self.registered_collections[node][item_index])
        super().mark_test_complete(node, item_index, duration)
        work = self.assigned_work[node]
        if group in work and all(work[group].values()):
            del work[group]


@cache
def group_of(place: str) -> str:
    """What is played together with a test file; empty where each of its tests may go its own way.

    Args:
        place: The file, relative to the repository.
    """
    folder = next((folder for folder in TOGETHER if place.startswith(f"{folder}/")), "")
    if folder or not place.startswith("tests/"):
        return folder
    file = Path(__file__).resolve().parents[1] / place
    if found := next((f for f in reversed(file.parents[:4]) if _shares(f / "conftest.py", "package")), None):
        return found.as_posix()
    return place if _shares(file, "module") or _shares(file.with_name("conftest.py"), "module") else ""


@cache
def _shares(file: Path, scope: str) -> bool:
    return file.is_file() and f'scope="{scope}"' in file.read_text(encoding="utf-8")
