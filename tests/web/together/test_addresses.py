import pytest
from django.core.exceptions import ValidationError

from custrata.web.together.addresses import LONGEST, checked, link_of, mark_of, place_of, words_of


@pytest.mark.parametrize(
    "address", ["E04", "groups[gold]", "canvas.purpose.purpose", "page:home", "pitfall:OW101@goals[stay].x"]
)
def test_what_names_something_in_a_workspace_is_an_address(address):
    assert checked(address) == address


@pytest.mark.parametrize("address", ["", "<b>", "../etc", "a" * (LONGEST + 1), "javascript:alert(1)", "1"])
def test_anything_else_is_none(address):
    with pytest.raises(ValidationError):
        checked(address)


@pytest.mark.parametrize(
    ("address", "room"),
    [
        ("groups[gold]", "canvas"),
        ("goals[stay]", "goals"),
        ("decisions[d1]", "reviews"),
        ("customer:c-1", "customers"),
        ("team:sales", "boards"),
    ],
)
def test_a_part_stands_in_the_room_of_its_chapter(address, room):
    assert place_of(address)[0] == room


def test_a_link_leads_to_a_page_of_the_same_workspace():
    assert link_of("shop", "page:home") == "/w/shop/"
    assert link_of("shop", "team:sales") == "/w/shop/boards/sales/"
    assert link_of("shop", "task:3") == "/w/shop/tasks/3/"
    assert link_of("shop", "E04").startswith("/w/shop/strategy/")
    assert link_of("shop", "decisions[goal]") == "/w/shop/strategy/sign-off/#d-goal"
    assert link_of("shop", "pitfall:OW101@goals[stay].x") == "/w/shop/pitfalls/OW101/"


def test_a_room_that_is_not_there_falls_back_to_one_that_is():
    assert link_of("shop", "page:nowhere").startswith("/w/shop/")


def test_a_mark_holds_letters_that_an_id_may_hold():
    assert mark_of("pitfall:OW101@goals[stay].x") == "pitfall-OW101-goals-stay-x"


def test_an_address_is_said_in_words():
    assert words_of("canvas.context.customer_context") == "customer context"
    assert words_of("measure:win_rate") == "measure win rate"
