from __future__ import annotations

import pytest

from custrata.delivery.workbook.strategy_book import strategy_book
from custrata.engine.readers.grid import read_grids
from custrata.errors import InputError
from custrata.strategy.forms.sheets import Sheet


def test_cells_come_as_they_stand_in_the_order_of_the_sheets(tmp_path):
    file = tmp_path / "x.xlsx"
    sheets = [Sheet("Zebra", ("a", "b"), ((" x ", None), (None, 2))), Sheet("Ant", ("c",), ())]
    file.write_bytes(strategy_book(sheets))
    assert read_grids(file) == (("Zebra", [["a", "b"], [" x ", ""], ["", 2.0]]), ("Ant", [["c"]]))


def test_a_damaged_workbook_is_refused(tmp_path):
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"PK\x03\x04 no workbook")
    with pytest.raises(InputError):
        read_grids(file)
