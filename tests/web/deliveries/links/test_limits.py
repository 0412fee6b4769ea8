from __future__ import annotations

import pytest
from django.test import RequestFactory

from custrata.web.api import limiting
from custrata.web.deliveries.links import limits


@pytest.fixture(autouse=True)
def one_minute(db, monkeypatch):
    monkeypatch.setattr(limiting.time, "time", lambda: 1_000.0)


def opened(address="10.0.0.1", token="a" * 64):
    return limits.too_many(RequestFactory().get("/", REMOTE_ADDR=address), token)


def test_one_address_is_held_back_and_another_is_not():
    assert not any(opened() for _ in range(limits.BY_ADDRESS))
    assert opened()
    assert not opened(address="10.0.0.2")


def test_one_link_is_held_back_and_another_is_not(monkeypatch):
    monkeypatch.setattr(limits, "BY_LINK", 3)
    assert not any(opened(address=f"10.0.1.{n}") for n in range(3))
    assert opened(address="10.0.1.9")
    assert not opened(address="10.0.1.9", token="b" * 64)
