"""What every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parents[1]
REAL_DATA = REPOSITORY.parent / "shared" / "data"

settings.register_profile("custrata", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("custrata")


TOGETHER = {"tests/web/stories/": "stories", "tests/web/browser/": "browser"}
"""Folders whose tests share a site or a browser of the whole run, which is started once."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With ``--dist loadgroup``, give tests that share something made for their module to one process.

    Else each process makes it anew: a day lived by a site, a site to be killed, a company of a year.
    """
    for item in items:
        if group := _group_of(item):
            item.add_marker(pytest.mark.xdist_group(group))


def _group_of(item: pytest.Item) -> str:
    place = item.nodeid.partition("::")[0]
    if shared := next((name for folder, name in TOGETHER.items() if place.startswith(folder)), ""):
        return shared
    made = getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {})
    found = [fixtures[-1] for fixtures in made.values() if fixtures]
    folders = [fixture.baseid for fixture in found if fixture.scope == "package"]
    # What is made for a folder is shared by more tests than what is made for one of its modules.
    return min(folders, key=len) if folders else place * any(fixture.scope == "module" for fixture in found)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test on real data, saying so, where that data is missing."""
    if item.get_closest_marker("real_data") and not REAL_DATA.is_dir():
        pytest.skip("the folder of real data sets (../shared/data) is not here")


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real data sets; only for tests marked real_data."""
    return REAL_DATA


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY
