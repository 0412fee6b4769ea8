from __future__ import annotations

import pytest
from tests.documents import documents

from custrata.errors import DocumentError, InputError
from custrata.project.revising.files import ENDINGS, read_form, write_form


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_strategy_goes_into_every_form_and_back(ending, tmp_path):
    for number, document in enumerate(documents(5)):
        file = tmp_path / "deep" / f"{number}{ending}"
        write_form(document, file)
        assert read_form(file) == document
    assert sorted(p.name for p in (tmp_path / "deep").iterdir()) == sorted(f"{n}{ending}" for n in range(5))


def test_equal_strategies_give_equal_files(tmp_path):
    (document,) = documents(1)
    for ending in ENDINGS:
        for name in ("a", "b"):
            write_form(document, tmp_path / f"{name}{ending}")
        assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


def test_other_endings_and_missing_files_are_refused(tmp_path):
    with pytest.raises(InputError, match=r"use one of: \.yaml, \.yml, \.json, \.md, \.xlsx"):
        read_form(tmp_path / "x.docx")
    with pytest.raises(InputError, match="there is no such file"):
        read_form(tmp_path / "x.json")


@pytest.mark.parametrize("ending", [".yaml", ".json", ".md", ".xlsx"])
def test_a_file_that_holds_no_strategy_is_named(ending, tmp_path):
    file = tmp_path / f"odd{ending}"
    file.write_text("[1", encoding="utf-8")
    with pytest.raises((DocumentError, InputError), match=f"odd{ending}"):
        read_form(file)


def test_an_empty_workbook_is_no_strategy(tmp_path):
    import xlsxwriter

    xlsxwriter.Workbook(tmp_path / "x.xlsx").close()
    with pytest.raises(DocumentError, match="Sheet1: the strategy has no sheet of this name"):
        read_form(tmp_path / "x.xlsx")
