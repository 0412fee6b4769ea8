from __future__ import annotations

import re
import zipfile

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from custrata.project.erasing.formats.workbooks import without
from custrata.project.erasing.traces import Traces

ANA = Traces(frozenset({"A-00017"}), emails=frozenset({"ana@example.org"}), names=frozenset({"Ana Silva"}))
TABLES = {"People": {"Id": "customer"}}


@pytest.fixture
def book(tmp_path):
    """A workbook with a title above its table, a second sheet, a formula, a chart, a comment and a link."""
    file = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(file) as made:
        people, notes = made.add_worksheet("People"), made.add_worksheet("Notes")
        bold = made.add_format({"bold": True})
        people.write("A1", "Customers of the shop", bold)
        for at, row in enumerate(
            [
                ("Id", "Name", "City", "Value"),
                ("A-00016", "Bo Berg", "Visby", 10),
                ("A-00017", "Ana Silva", "Faro only she", 20),
                ("A-000171", "Cy Ek", "Visby", 30),
                ("A-00018", "Di Ford", "Leeds", 40),
            ],
            start=3,
        ):
            people.write_row(at, 0, row)
        people.write_formula("D10", "=SUM(D5:D8)", None, 100)
        people.write_url("F6", "mailto:ana@example.org", string="ana@example.org")
        people.write_comment("B5", "asked by Ana Silva")
        notes.write_row(0, 0, ("Day", "Said"))
        notes.write_row(1, 0, ("2025-01-01", "Ana Silva of Visby asks"))
        notes.write_row(2, 0, ("2025-01-02", "nothing"))
        chart = made.add_chart({"type": "column"})
        chart.add_series({"categories": "=People!$B$5:$B$8", "values": "=People!$D$5:$D$8"})
        notes.insert_chart("D2", chart)
    return file


def parts(file):
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_row_goes_and_all_else_of_the_workbook_stays(book):
    before = parts(book)
    removed, _ = without(book, TABLES, ANA)
    after, held = parts(book), CalamineWorkbook.from_path(str(book))
    assert removed == 1
    rows = [row[:4] for row in held.get_sheet_by_name("People").to_python(skip_empty_area=False)]
    assert rows[0][0] == "Customers of the shop"
    assert rows[3:8] == [
        ["Id", "Name", "City", "Value"],
        ["A-00016", "Bo Berg", "Visby", 10.0],
        ["", "", "", ""],
        ["A-000171", "Cy Ek", "Visby", 30.0],
        ["A-00018", "Di Ford", "Leeds", 40.0],
    ]
    assert held.get_sheet_by_name("Notes").to_python()[1] == ["2025-01-01", "... of Visby asks"]
    assert list(after) == list(before)
    assert after["xl/styles.xml"] == before["xl/styles.xml"]
    assert b"SUM(D5:D8)" in after["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("word", ["Ana Silva", "ana@example.org", "A-00017<", "Faro only she"])
def test_no_part_of_the_archive_names_the_person_any_more(book, word):
    assert any(word.encode() in data for data in parts(book).values())
    without(book, TABLES, ANA)
    assert [name for name, data in parts(book).items() if word.encode() in data] == []
    assert any(b"A-000171" in data for data in parts(book).values()), "the neighbour is still there"


def test_a_workbook_without_the_person_is_not_touched(book):
    before = book.read_bytes()
    nobody = Traces(frozenset({"A-9"}), names=frozenset({"No Body"}))
    assert without(book, TABLES, nobody) == (0, 0)
    assert book.read_bytes() == before


def test_a_sheet_of_another_meaning_keeps_its_rows_without_the_words(book):
    assert without(book, {"Notes": {"Day": "customer"}}, Traces(frozenset({"A-00016"}))) == (0, 1)
    rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("People").to_python()
    assert ["...", "Bo Berg"] in [row[:2] for row in rows]


def test_what_is_no_workbook_is_said_to_be_none(tmp_path):
    file = tmp_path / "book.xlsx"
    for data in (b"PK\x03\x04 damaged", b"\xd0\xcf\x11\xe0 of an older format"):
        file.write_bytes(data)
        assert without(file, TABLES, ANA) is None
        assert file.read_bytes() == data


def test_rows_that_do_not_say_their_number_are_counted(book, tmp_path):
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                # The row of the heads says its number; those after it need not.
                data = re.sub(rb'<row r="(?:5|6|7|8)"', b"<row", data)
            new.writestr(name, data)
    assert without(bare, TABLES, ANA)[0] == 1
    left = [row[0] for row in CalamineWorkbook.from_path(bare).get_sheet_by_name("People").to_python()]
    assert "A-00017" not in left
    assert {"A-00016", "A-000171", "A-00018"} <= set(left)
