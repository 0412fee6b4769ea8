from __future__ import annotations

import datetime as dt
import zipfile

import pytest
from python_calamine import CalamineWorkbook
from tests import snapshots
from tests.delivery.hostile import hostile

from custrata.delivery.deliverable import Given
from custrata.delivery.workbook.book import sheets, write_workbook
from custrata.delivery.workbook.sheet import Heading, Sheet
from custrata.drafting.draft import draft
from custrata.evidence.check import evaluate
from custrata.strategy.parts.statement import Gap

COMPANIES = ("grocer", "phone_company")


def given_of(snapshot, **changes):
    document = draft(snapshot).model_copy(update=changes)
    return Given(snapshot, document, evaluate(document, snapshot))


def read(path):
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize("company", COMPANIES)
def test_every_figure_of_every_claim_stands_as_a_number(company, tmp_path):
    given = given_of(getattr(snapshots, company)())

    write_workbook(given, tmp_path / "s.xlsx")

    rows = read(tmp_path / "s.xlsx")["Figures"][1:]
    wanted = {(e.claim_id, f.figure.name): f.now.value for e in given.evidence for f in e.figures}
    assert {(r[0], r[1]): pytest.approx(r[3]) for r in rows} == wanted


def test_every_statement_of_the_document_has_its_row(tmp_path):
    given = given_of(snapshots.grocer())

    write_workbook(given, tmp_path / "s.xlsx")

    found = [row[0] for row in read(tmp_path / "s.xlsx")["Strategy"][1:]]
    assert found == [s.id for _, s in given.document.statements()]


def test_days_are_days_and_text_is_never_a_formula(tmp_path):
    given = given_of(snapshots.grocer(), company='=HYPERLINK("http://evil","x")')

    write_workbook(given, tmp_path / "s.xlsx")

    cover = dict(row[:2] for row in read(tmp_path / "s.xlsx")["Read me"][1:])
    assert cover["Data to"] == given.snapshot.manifest.as_of
    assert isinstance(cover["Data to"], dt.date)
    assert cover["Company"] == '=HYPERLINK("http://evil","x")'
    with zipfile.ZipFile(tmp_path / "s.xlsx") as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if "worksheets/" in name)


def test_hostile_names_and_control_characters_are_shown_as_text(tmp_path):
    given = given_of(hostile(snapshots.grocer()), company="a\x00\x0b\ufffe" + "x" * 40_000)

    write_workbook(given, tmp_path / "s.xlsx")

    company = dict(row[:2] for row in read(tmp_path / "s.xlsx")["Read me"][1:])["Company"]
    assert company.endswith("letters)")
    assert len(company) <= 32_767


def test_small_parts_of_the_base_are_left_out_and_the_neighbours_stay():
    given = given_of(snapshots.grocer())
    readings = next(s for s in sheets(given) if s.name == "Readings")

    shown = {(row[0], row[1]) for row in readings.rows}
    sizes = {r.segment: r.value for r in given.snapshot.readings if r.measure == "customers"}
    for segment, size in sizes.items():
        words = ", ".join(f"{d} {v}" for d, v in segment) or "all customers"
        assert (("customers", words) in shown) == (not segment or not 0 < size < 11)


def test_the_same_strategy_gives_the_same_bytes(tmp_path):
    given = given_of(snapshots.phone_company())

    write_workbook(given, tmp_path / "a.xlsx")
    write_workbook(given, tmp_path / "b.xlsx")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_sheet_without_a_row_is_left_out():
    given = given_of(snapshots.grocer(), decisions=())

    assert "Decisions" not in {s.name for s in sheets(given)}


def test_a_gap_says_what_it_waits_for():
    given = given_of(snapshots.grocer())
    strategy = next(s for s in sheets(given) if s.name == "Strategy")

    waiting = {row[0]: row[5] for row in strategy.rows if row[1] == "gap"}
    assert waiting == {s.id: s.waits_for for _, s in given.document.statements() if isinstance(s, Gap)}


def test_rows_are_as_long_as_the_header():
    for sheet in sheets(given_of(snapshots.phone_company())):
        assert isinstance(sheet, Sheet)
        assert all(isinstance(h, Heading) for h in sheet.headings)
        assert {len(row) for row in sheet.rows} == {len(sheet.headings)}
        assert len(sheet.name) <= 31
