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
