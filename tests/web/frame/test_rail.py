import re

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from custrata.web.frame.rail import RAIL, Entry, Room, rail, tabs


def test_every_room_has_a_letter_of_its_own():
    letters = [room.letter for _, rooms in RAIL for room in rooms if room.letter]
    assert len(letters) == len(set(letters))


def test_the_rail_shows_where_one_is_and_what_is_broken():
    entries = [e for _, group in rail("tessel", "home", {"home": (3, True)}) for e in group]
    home = next(e for e in entries if e.room.key == "home")
    assert (home.href, home.here, home.count, home.hot) == ("/w/tessel/", True, 3, True)
    assert not any(e.here for e in entries if e.room.key != "home")


def test_a_tab_is_marked_from_every_room_of_its_group():
    groups = [
        (
            "",
            [
                Entry(Room("portfolio", "Portfolio", "whale"), "/p/", False),
                Entry(Room("segments", "Segments", "seg"), "/s/", True),
            ],
        )
    ]
    (tab,) = tabs(groups)
    assert (tab.title, tab.href, tab.here) == ("Customers", "/p/", True)


def test_a_room_without_an_address_has_no_tab():
    assert tabs([("", [Entry(Room("home", "Home", "home"), "/h/", False)])])[0].title == "Home"
    assert tabs([]) == []


HEAVIEST, MOST_REQUESTS = 300_000, 30
"""What a page may weigh, drawings within, and what it may ask for."""

DETAIL, LIST = 15, 25
"""Queries of a page that shows what was found, and of one that shows lists."""

LISTS = {"home", "canvas", "goals", "experiments", "pitfalls", "segments", "customers", "boards"} | {
    "reviews",
    "data",
    "deliver",
    "settings",
}
ASKED = re.compile(r'<(?:script|img|link)\b[^>]*?(?:src|href)="(/[^"]+)"')


def test_no_room_weighs_or_asks_more_than_its_budget(workspace, come_in):
    browser = come_in("admin", persons=True)
    weighed = {}
    for room in (room.key for _, rooms in RAIL for room in rooms):
        address = reverse(room, args=[workspace.slug])
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            page = browser.get(address)
        asked = len(set(ASKED.findall(page.content.decode())))
        weighed[room] = (page.status_code, len(page.content), asked, len(queries))
    assert {code for code, *_ in weighed.values()} == {200}
    assert all(asked > 0 for _, _, asked, _ in weighed.values())
    assert not [
        (room, size, asked, queries)
        for room, (_, size, asked, queries) in weighed.items()
        if size > HEAVIEST or asked >= MOST_REQUESTS or queries > (LIST if room in LISTS else DETAIL)
    ]
