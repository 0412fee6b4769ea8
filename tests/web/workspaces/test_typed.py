import datetime as dt

import pytest

from custrata.web.workspaces.typed import day, own_page, whole


@pytest.mark.parametrize(("text", "number"), [("0", 0), (" 12 ", 12), ("999999999", 999_999_999)])
def test_a_whole_number_is_read(text, number):
    assert whole(text) == number


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5", "1_0", "²", "٣", "1" * 10, "9" * 5000, "0x10"])
def test_what_is_no_number_or_too_much_of_one_is_none(text):
    assert whole(text) is None


@pytest.mark.parametrize(("text", "found"), [("2026-01-31", dt.date(2026, 1, 31)), (" ", None), ("", None)])
def test_a_day_is_read(text, found):
    assert day(text) == found


@pytest.mark.parametrize("text", ["tomorrow", "31.01.2026", "2026-02-30", "2026-13-01", "2026"])
def test_what_is_no_day_is_refused_with_what_to_write(text):
    with pytest.raises(ValueError, match="write it as 2026-01-31"):
        day(text)


@pytest.mark.parametrize("wanted", ["/", "/w/acme/goals/", "/w/acme/goals/?a=b#c"])
def test_a_page_of_this_site_is_led_to(wanted):
    assert own_page(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "w/acme/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example",
        "///elsewhere.example/",
        "https://elsewhere.example/",
        "javascript:alert(1)",
        "/w/\x00",
        "\t//elsewhere.example/",
    ],
)
def test_no_other_site_is_led_to(wanted):
    assert own_page(wanted) == ""


def test_a_page_outside_of_what_is_allowed_is_not_led_to():
    assert own_page("/w/acme/goals/", within="/w/acme/") == "/w/acme/goals/"
    assert own_page("/w/other/goals/", within="/w/acme/") == ""
    assert own_page("//w/acme/", within="/w/acme/") == ""
