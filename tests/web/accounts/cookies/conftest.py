"""People who come in through the door, as a browser does."""

import pytest
from django.test import Client


@pytest.fixture
def owner(member):
    return member("admin", email="owner@example.org")


@pytest.fixture
def come():
    """A browser that came in by name and password: ``come(user)``."""

    def make(user) -> Client:
        browser = Client()
        browser.post("/account/login/", {"login": user.email, "password": "a long pass phrase"})
        assert browser.cookies["sessionid"].value
        return browser

    return make


def inside(browser: Client) -> bool:
    """Whether a browser is let in."""
    return browser.get("/you/").status_code == 200
