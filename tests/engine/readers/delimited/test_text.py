from __future__ import annotations

import pytest

from custrata.engine.readers.delimited.text import open_text
from custrata.errors import InputError


@pytest.fixture
def opened(place, tmp_path):
    def write_and_open(content):
        (place / "a.csv").write_bytes(content)
        return open_text(place / "a.csv", tmp_path)

    return write_and_open


def test_a_clean_file_is_used_where_it_lies(opened, place):
    text = opened(b"\xef\xbb\xbfa,b\r\n1,2\r\n")
    assert (text.path, text.line_end, text.notes) == (place / "a.csv", "\r\n", ())
    assert list(text.lines()) == ["a,b\r\n", "1,2\r\n"]


def test_another_charset_is_brought_to_utf8(opened, place):
    text = opened("a,b\n1,é\n".encode("utf-16"))
    assert text.path != place / "a.csv"
    assert list(text.lines()) == ["a,b\n", "1,é\n"]
    assert text.notes == ("UTF-16-LE",)


@pytest.mark.parametrize(
    ("content", "line_end"), [(b"a\rb\r", ""), (b"a\r\nb\n", ""), (b"a\nb\n", "\n"), (b"a\r\nb", "\r\n")]
)
def test_line_ends_that_are_not_alike_are_noticed(opened, content, line_end):
    assert opened(content).line_end == line_end


def test_zero_bytes_are_removed_and_said(opened):
    text = opened(b"a,b\n1,\x002\n" + b"3,4\n" * 50)
    assert "".join(text.lines()).startswith("a,b\n1,2\n")
    assert text.notes == ("zero bytes removed: 1",)


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 40, b"\x7fELF" + bytes(4_000), b"\x89PNG\r\n\x1a\n" + b"\x01\x02\x03\x90" * 99],
)
def test_what_is_no_text_is_refused(opened, content):
    with pytest.raises(InputError, match="holds no text"):
        opened(content)


def test_an_empty_file_is_refused(opened):
    with pytest.raises(InputError, match="empty"):
        opened(b"")


def test_the_head_ends_with_a_whole_line(opened):
    head = opened(b"a,b\n" + b"1,2\n" * 500_000).head()
    assert len(head) == 1_000
    assert head[-1] == "1,2\n"
    wide = opened(b"a,b\n" + (b"x" * 400_000 + b",2\n") * 4).head()
    assert [len(line) for line in wide] == [4, 400_003, 400_003]


def test_an_endless_line_is_refused(opened):
    with pytest.raises(InputError, match="longer than"):
        opened(b"a" * 3_000_000).head()
