from __future__ import annotations

import pytest

from custrata.engine.readers.delimited.cells import Dialect, split_cells, split_leniently, unquoted

BACKSLASH = Dialect(",", '"', "\\")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b", ["a", "b"]),
        ("a,b,", ["a", "b", ""]),
        (",", ["", ""]),
        ('"a,b",c', ["a,b", "c"]),
        ('"a ""b""",c', ['a "b"', "c"]),
        (' "a,b" , c', ["a,b", " c"]),
        ('5" pipe,c', ['5" pipe', "c"]),
        ('"",""', ["", ""]),
    ],
)
def test_a_record_by_the_book_is_split(text, cells):
    assert split_cells(text, Dialect()) == (cells, None)


def test_a_backslash_may_stand_before_a_quote():
    assert split_cells(r'"say \"hi\", ok",2', BACKSLASH) == (['say "hi", ok', "2"], None)


def test_an_open_cell_and_a_broken_one_are_told_apart():
    assert split_cells('1,"a,b', Dialect()) == (["1"], 3)
    assert split_cells('1,"a" b,c', Dialect()) == (["1"], -1)


def test_quotes_that_no_delimiter_follows_are_characters():
    assert split_leniently('1,"he said "hi" there",2', Dialect()) == ["1", 'he said "hi" there', "2"]
    assert split_leniently('"all of it', Dialect("")) == ['"all of it']


def test_doubled_quotes_are_one():
    assert unquoted('a ""b""', Dialect()) == 'a "b"'


def test_a_long_row_of_quotes_takes_no_time():
    assert split_cells('"' * 200_001, Dialect())[1] is not None
