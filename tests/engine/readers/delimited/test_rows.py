from __future__ import annotations

import pytest

from custrata.engine.readers.delimited.plan import plan_reading
from custrata.engine.readers.delimited.rows import read_rows
from custrata.sources.raw import RejectedRow


@pytest.fixture
def rows_of(place, tmp_path):
    def write_and_read(content):
        (place / "a.csv").write_text(content, newline="")
        found = list(read_rows(plan_reading(place / "a.csv", tmp_path)))
        rows = [(r.line, r.cells) for r in found if not isinstance(r, RejectedRow)]
        return rows, [(r.line, r.column, r.reason, r.text) for r in found if isinstance(r, RejectedRow)]

    return write_and_read


PLENTY = "".join(f"{n},x,y\n" for n in range(30))


def test_a_row_with_too_few_cells_is_rejected_at_the_first_that_is_missing(rows_of):
    rows, rejected = rows_of("a,b,c\n" + PLENTY + "4,5\n")
    assert len(rows) == 30
    assert rejected == [(32, "c", "2 cells where 3 belong", "4,5")]


def test_a_row_with_too_many_cells_is_rejected_unless_they_are_empty(rows_of):
    rows, rejected = rows_of("a,b,c\n" + PLENTY + "1,2,3,4\n1,2,3,,\n")
    assert rows[-1] == (33, ["1", "2", "3"])
    assert rejected == [(32, "", "4 cells where 3 belong", "1,2,3,4")]


def test_the_header_again_and_totals_are_no_rows(rows_of):
    rows, rejected = rows_of("a,b,c\n1,x,2\na,b,c\n2,y,3\nTotal,,5\n")
    assert rows == [(2, ["1", "x", "2"]), (4, ["2", "y", "3"])]
    assert [(r[0], r[2]) for r in rejected] == [(3, "the header again"), (5, "a total below the table")]


def test_a_total_in_the_middle_is_a_row(rows_of):
    rows, rejected = rows_of("a,b,c\nTotal,,5\n" + PLENTY)
    assert (len(rows), rejected) == (31, [])


def test_rows_may_stop_early_where_many_do(rows_of):
    rows, rejected = rows_of("a,b,c\n1,2\n3,4,5\n6,7\n8\n")
    assert [cells for _, cells in rows] == [["1", "2", ""], ["3", "4", "5"], ["6", "7", ""]]
    assert [r[2] for r in rejected] == ["1 cell where 3 belong"]
