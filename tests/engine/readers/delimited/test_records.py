from __future__ import annotations

import io

import pytest

from custrata.engine.readers.delimited.cells import Dialect
from custrata.engine.readers.delimited.records import read_records


def records(text, dialect=None):
    found = read_records(io.StringIO(text, newline=""), dialect or Dialect())
    return [(r.line, r.cells, r.problem) for r in found]


def test_lines_without_content_are_left_out_and_counted():
    assert records("a,b\n\n ,\t\n1,2\n") == [(1, ["a", "b"], ""), (4, ["1", "2"], "")]


def test_a_quoted_cell_may_span_lines():
    text = 'a,"x\ny, z\n""q""",c\nd,e,f\n'
    assert records(text) == [(1, ["a", 'x\ny, z\n"q"', "c"], ""), (4, ["d", "e", "f"], "")]


def test_one_cell_may_open_where_another_closes():
    assert records('a,"x\ny","z\nw"\nb,c,d\n') == [(1, ["a", "x\ny", "z\nw"], ""), (4, ["b", "c", "d"], "")]


def test_a_quote_that_never_closes_costs_one_line():
    text = '1,"a,b\n2,c,d\n3,e,f\n'
    assert records(text) == [
        (1, ['1,"a,b'], "a quote is opened and not closed"),
        (2, ["2", "c", "d"], ""),
        (3, ["3", "e", "f"], ""),
    ]


def test_any_end_of_line_ends_a_record():
    assert [r[1] for r in records("a,b\r1,2\r\n3,4\n5,6")] == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]


def test_blanks_and_fixed_places_keep_cells_apart():
    spaced = Dialect("", "", "", blank_runs=True)
    assert records(" 00001 19970101  1   11.77\r\n", spaced) == [(1, ["00001", "19970101", "1", "11.77"], "")]
    fixed = Dialect("", "", "", starts=(0, 4))
    assert records("1   Ann Lee\n\n2   Bob\n", fixed) == [
        (1, ["1   ", "Ann Lee"], ""),
        (3, ["2   ", "Bob"], ""),
    ]


@pytest.mark.parametrize("line", ['"', 'a,"b', '"a" b,"c'])
def test_many_slips_do_not_hold_up_the_reading(line):
    # Each opens a quote that might close anywhere below: looking for it every time would take minutes.
    assert len(records(f"{line}\nx\n" * 20_000)) > 0
