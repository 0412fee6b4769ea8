import pytest

from custrata.web.api.paging import page, read, written
from custrata.web.api.problems import Refused


def test_pages_hold_everything_once_and_end():
    rows, cursor, seen = list(range(7)), "", []
    while True:
        items, following = page(rows, 3, cursor)
        seen += items
        if following is None:
            break
        cursor = following
    assert seen == rows


def test_a_list_that_ends_with_a_page_has_no_next():
    assert page([1, 2], 2, "") == ([1, 2], None)


@pytest.mark.parametrize("place", [0, 50, 2**31 - 1])
def test_a_place_comes_back_from_its_cursor(place):
    assert read(written(place), int) == place


@pytest.mark.parametrize(
    "cursor", ["x", "!!!", written("5"), written(-1), written(2**31), written(True), "W1tb"]
)
def test_what_is_no_cursor_is_refused(cursor):
    with pytest.raises(Refused) as refused:
        read(cursor, int)
    assert refused.value.status == 422


def test_no_cursor_is_the_beginning():
    assert read("", int) is None
