from __future__ import annotations

import gzip

import pytest
import xlsxwriter

from custrata.engine.readers.folder import read_folder
from custrata.engine.readers.lines import lines_of


def test_lines_are_right_below_titles_blank_lines_quoted_breaks_and_rejected_rows(read, place):
    text = 'Report\n\nid,name,sum\n1,"A\nnn",2\n\n2,"Bob,3\n3,Cy,4\nid,name,sum\n4,Di,5\n'
    found, (rows,) = read(a__csv=text)
    table = found.tables[0]
    lines = lines_of(place, table, range(1, table.rows + 1))
    assert lines == {1: 4, 2: 8, 3: 10}
    physical = text.split("\n")
    assert all(physical[lines[row[3]] - 1].startswith(row[0]) for row in rows)
    assert [r.line for r in table.rejected] == [7, 9]


def test_only_rows_that_are_there_have_a_line(read, place):
    found, _ = read(a__csv="a,b\n1,2\n3,4\n")
    assert lines_of(place, found.tables[0], [0, 2, 3, -1]) == {2: 3}
    assert lines_of(place, found.tables[0], []) == {}


@pytest.mark.parametrize("packed", [False, True])
def test_lines_of_json_count_what_was_left_out(read, place, packed):
    content = b'{"a": 1}\n\nbroken\n{"a": 2}\n'
    found, _ = read(**({"a__jsonl__gz": gzip.compress(content)} if packed else {"a__jsonl": content}))
    assert lines_of(place, found.tables[0], [1, 2]) == {1: 1, 2: 4}


def test_the_line_in_a_workbook_is_the_row_of_the_sheet(read, place):
    book = xlsxwriter.Workbook(str(place / "a.xlsx"))
    sheet = book.add_worksheet("S")
    for number, row in {0: ["Report"], 3: ["id", "n"], 4: [1, 2], 7: [3, 4]}.items():
        sheet.write_row(number, 2, row)
    book.close()
    found, _ = read()
    assert lines_of(place, found.tables[0], [1, 2]) == {1: 5, 2: 8}


def test_a_single_file_may_stand_for_the_folder(place, connection, tmp_path):
    (place / "a.csv").write_text("a,b\n\n1,2\n")
    found = read_folder(place / "a.csv", connection, tmp_path / "scratch")
    assert lines_of(place / "a.csv", found.tables[0], [1]) == {1: 3}
