import pytest

from custrata.web.workspaces.typed import whole


@pytest.mark.parametrize(("text", "number"), [("0", 0), (" 12 ", 12), ("999999999", 999_999_999)])
def test_a_whole_number_is_read(text, number):
    assert whole(text) == number


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5", "1_0", "²", "٣", "1" * 10, "9" * 5000, "0x10"])
def test_what_is_no_number_or_too_much_of_one_is_none(text):
    assert whole(text) is None
