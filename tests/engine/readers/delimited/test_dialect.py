from __future__ import annotations

import pytest

from custrata.engine.readers.delimited.cells import Dialect
from custrata.engine.readers.delimited.dialect import find_dialect


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("id;price\n1;1,50\n2;2,75\n", ";"),
        ("1,5;2,3\n2,5;3,4\n1,7;8,9\n", ";"),
        ("a\ttext\n1\tx, y, z\n2\tu, v, w\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("time,user\n10:00:01,ann\n10:00:02,bob\n", ","),
        ("# made\n# in May\na,b\n1,2\n3,4\n", ","),
        ("sep=;\na;b\n1;2\n", ";"),
        ('"a;b",c\n"d;e",f\n"g;h",i\n', ","),
        ("email\na@x.com\nb@y.com\n", ""),
    ],
)
def test_the_delimiter_is_found(text, delimiter, tmp_path):
    assert find_dialect(text.splitlines(keepends=True), tmp_path).delimiter == delimiter


def test_the_quote_stands_at_the_edges_of_cells(tmp_path):
    single = ["a,b\n", "1,'x, y'\n", "2,'z, w'\n", "3,'k'\n"]
    assert find_dialect(single, tmp_path) == Dialect(",", "'", "'")
    apostrophes = ["a,b\n", "1,it's\n", "2,that's\n"]
    assert find_dialect(apostrophes, tmp_path).quote == '"'


def test_a_backslash_before_quotes_is_noticed(tmp_path):
    assert find_dialect(["a,b\n", '1,"say \\"hi\\""\n'], tmp_path).escape == "\\"


def test_blanks_keep_cells_apart_where_nothing_else_does(tmp_path):
    assert find_dialect([" id  date\n", " 1  19970101\n", " 2  19970102\n"], tmp_path).blank_runs
    fixed = ["id   name        city\n", "1    Ann Lee     New York\n", "2    Bob         Paris\n"]
    fixed += ["3    Cy Young    Rome\n", "4    Di          Oslo\n"]
    assert find_dialect(fixed, tmp_path).starts == (0, 5, 17)
