"""The file is written at once: another thread would not see what the test has not committed."""

from __future__ import annotations

import pytest

from custrata.web.strategies.mirror import writing


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(writing, "_in_memory", lambda: True)
