from custrata.web.frame.palette.entries import Found
from custrata.web.frame.palette.ranking import MOST, ranked

PAGES = [
    Found("Portfolio", "Page", "whale", "/p/", also="Customers"),
    Found("Goals", "Page", "target", "/g/"),
]
GOLD = Found("Gold households", "Group", "seg", "/s/#group-gold")
SLIPPING = Found("Slipping gold", "Group", "seg", "/s/#group-slipping")
MADE = Found("Plan a trial", "Do", "plus", "/e/", also="new test gold")


def _titles(typed, entries=(*PAGES, GOLD, SLIPPING, MADE)):
    return [found.title for found in ranked(entries, typed)]


def test_nothing_typed_finds_the_pages():
    assert _titles("") == ["Portfolio", "Goals"]


def test_what_begins_with_the_words_comes_first_and_what_stands_beside_last():
    assert _titles("gold") == ["Gold households", "Slipping gold", "Plan a trial"]


def test_what_is_called_just_so_comes_before_what_only_begins_so():
    long, just = (
        Found("Revenue of the latest period", "Claim", "check"),
        Found("Revenue", "Definition", "bulb"),
    )
    assert _titles("revenue", (long, just)) == ["Revenue", "Revenue of the latest period"]


def test_every_word_must_be_found():
    assert _titles("gold slip") == ["Slipping gold"]
    assert _titles("gold silver") == []


def test_letters_in_the_middle_of_a_word_find_it_too():
    assert _titles("ipping") == ["Slipping gold"]


def test_capitals_do_not_matter():
    assert _titles("GOLD")[0] == "Gold households"


def test_the_list_ends_where_a_screen_does():
    assert len(ranked([GOLD] * 40, "gold")) == MOST
