"""What every test may use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parents[1]
REAL_DATA = REPOSITORY.parent / "shared" / "data"

settings.register_profile("custrata", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("custrata")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Where several processes play, let those tests stay together that share something."""
    from tests.sharing import Sharing

    return Sharing(config, log) if config.getvalue("dist") == "load" else None


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
