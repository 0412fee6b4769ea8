from __future__ import annotations

import time

import pytest
from tests.web.accounts.cookies.conftest import inside

from custrata.web.accounts.cookies import idleness

HOUR = 3600


@pytest.fixture
def clock(monkeypatch):
    """Sets how many hours have gone by since the test began."""
    began = time.time()

    def put(hours: float) -> None:
        monkeypatch.setattr(idleness.time, "time", lambda: began + hours * HOUR)

    return put


def test_a_browser_left_alone_for_longer_than_the_site_allows_is_out_and_its_neighbour_stays(
    owner, come, member, clock, settings
):
    settings.SESSION_IDLE_S = 72 * HOUR
    here = come(owner)
    clock(40)
    there = come(member("viewer"))
    clock(71)
    assert inside(there)
    clock(73)
    assert not inside(here)
    assert inside(there)
    assert not inside(here), "asking does not wake what has ended"


def test_who_uses_it_again_and_again_stays(owner, come, clock, settings):
    settings.SESSION_IDLE_S = 72 * HOUR
    browser = come(owner)
    for hours in (60, 120, 180):
        clock(hours)
        assert inside(browser)


def test_the_sign_of_life_of_an_open_page_is_no_use(owner, come, workspace, clock, settings):
    settings.SESSION_IDLE_S = 72 * HOUR
    browser = come(owner)
    clock(71)
    browser.post(f"/w/{workspace.slug}/strategy/here/", {"block": ""})
    clock(73)
    assert not inside(browser)


def test_a_session_from_before_there_were_notes_goes_on(owner, come, clock):
    browser = come(owner)
    session = browser.session
    del session[idleness.USED_AT]
    session.save()
    clock(200)
    assert inside(browser)
    assert browser.session[idleness.USED_AT] > time.time() - 1
