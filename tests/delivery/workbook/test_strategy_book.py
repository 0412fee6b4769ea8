from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO

from custrata.delivery.workbook.strategy_book import strategy_book
from custrata.strategy.forms.sheets import Sheet


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_text_is_never_a_formula_or_a_link():
    sheet = Sheet("Strategy", ("field", "value"), (("company", "=1+1"), ("x", "http://example.org")))
    found = parts(strategy_book([sheet]))
    page = found["xl/worksheets/sheet1.xml"]
    assert "<f>" not in page
    assert "hyperlink" not in page
    assert "=1+1" in found["xl/sharedStrings.xml"]


def test_cells_have_types():
    rows = (("a", 1.5), ("b", True), ("c", dt.date(2024, 5, 1)), ("d", None))
    page = parts(strategy_book([Sheet("Strategy", ("field", "value"), rows)]))["xl/worksheets/sheet1.xml"]
    assert "<v>1.5</v>" in page
    assert 't="b"' in page
    assert "<v>45413</v>" in page
    assert 'r="B5"' not in page


def test_equal_sheets_give_equal_files():
    sheet = Sheet("Strategy", ("field", "value"), (("company", "A"),))
    assert strategy_book([sheet]) == strategy_book([sheet])
