from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest
import xlsxwriter


def workbook(path: Path, sheets: dict[str, list[list[object]]], **options: object) -> Path:
    book = xlsxwriter.Workbook(str(path), options)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(number, place, cell, day)
                elif cell is not None:
                    sheet.write(number, place, cell)
    book.close()
    return path


def test_every_sheet_is_a_table_and_types_are_kept(read, place):
    noon = dt.datetime.fromisoformat("2024-01-31T12:00:00")
    rows = [
        ["id", "price", "on", "at", "yes", "name", "code"],
        [1, 19.99, dt.date(2024, 1, 31), noon, True, " Ann ", 17850],
        [2, 5, dt.date(2024, 2, 1), noon, False, None, "C17850"],
    ]
    workbook(place / "book.xlsx", {"Orders": rows, "Empty": [], "Also": [["a"], [1]]})
    found, (also, orders) = read()
    assert [t.source for t in found.tables] == ["book.xlsx#Also", "book.xlsx#Orders"]
    assert [c.type for c in found.tables[1].columns] == [
        *("integer", "float", "date", "timestamp", "boolean", "text", "text")
    ]
    assert also == [(1, 1)]
    assert orders == [
        (1, 19.99, dt.date(2024, 1, 31), noon, True, "Ann", "17850", 1),
        (2, 5.0, dt.date(2024, 2, 1), noon, False, None, "C17850", 2),
    ]
    assert [(u.file, u.reason) for u in found.unread] == [("book.xlsx#Empty", "the sheet is empty")]


def test_dates_of_a_workbook_that_counts_from_1904_are_right(read, place):
    rows = [["on", "n"], [dt.date(2011, 12, 9), 1], [dt.date(1999, 2, 28), 2]]
    workbook(place / "mac.xlsx", {"S": rows}, date_1904=True)
    with zipfile.ZipFile(place / "mac.xlsx") as archive:
        assert b"date1904" in archive.read("xl/workbook.xml")
    _, (found,) = read()
    assert [row[0] for row in found] == [dt.date(2011, 12, 9), dt.date(1999, 2, 28)]


def test_a_header_below_titles_and_merged_cells_is_found_and_totals_are_set_aside(read, place):
    book = xlsxwriter.Workbook(str(place / "report.xlsx"))
    sheet = book.add_worksheet("R")
    sheet.merge_range(0, 0, 0, 3, "Sales of the year")
    for number, row in enumerate(
        [["id", "name", "sum"], [1, "Ann", 5], [2, "Bob", 6], [3, "Cy", 7]], start=3
    ):
        sheet.write_row(number, 1, row)
    sheet.write_row(8, 1, ["Total", None, 18])
    book.close()
    found, (rows,) = read()
    table = found.tables[0]
    assert [c.header for c in table.columns] == ["id", "name", "sum"]
    assert rows == [(1, "Ann", 5, 1), (2, "Bob", 6, 2), (3, "Cy", 7, 3)]
    assert "header in row 4" in table.notes
    assert [(r.line, r.reason) for r in table.rejected] == [(9, "a total below the table")]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 and nothing else",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000),
        b"",
    ],
)
def test_a_damaged_workbook_is_named_and_the_others_are_read(read, content):
    found, _ = read(a__xlsx=content, b__csv="x,y\n1,2\n")
    assert [t.source for t in found.tables] == ["b.csv"]
    assert [u.file for u in found.unread] == ["a.xlsx"]


def test_a_cut_workbook_is_named(read, place):
    workbook(place / "a.xlsx", {"S": [["a"], [1]]})
    content = (place / "a.xlsx").read_bytes()
    found, _ = read(a__xlsx=content[: len(content) // 2])
    assert found.tables == ()
    assert "damaged" in found.unread[0].reason


def test_one_cell_far_outside_the_table_does_not_fill_the_memory(read, place):
    book = xlsxwriter.Workbook(str(place / "wide.xlsx"))
    sheet = book.add_worksheet("S")
    sheet.write(0, 0, "a")
    sheet.write(1_048_575, 16_383, "b")
    book.close()
    found, _ = read()
    assert found.unread[0].reason == "a sheet spans 1,048,576 rows and 16,384 columns"


def test_entities_in_a_workbook_are_not_expanded(read, place):
    workbook(place / "a.xlsx", {"S": [["a"], ["b"]]})
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM '
        '"file:///etc/passwd">]>'
    )
    with zipfile.ZipFile(place / "a.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strings = parts["xl/sharedStrings.xml"].decode().split("?>", 1)[1].replace(">b<", ">&b;&f;<")
    with zipfile.ZipFile(place / "a.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, bomb + strings if name == "xl/sharedStrings.xml" else content)
    found, rows = read()
    assert "root:" not in str(rows)
    assert "aaaaaaaaaa" not in str(rows)
    assert len(found.tables) + len(found.unread) == 1
