"""A sheet of the workbook as a value: typed columns, typed cells, nothing of any file format."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from custrata.strategy.wording.spelling import MONEY_WITHOUT_CODE, SIGNS, is_money

Value = str | float | int | bool | dt.date | None
"""What a cell holds; None is an empty cell."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column.

    Attributes:
        title: What stands at its head, unit included where all cells share one.
        width: Width in letters.
        note: What the column means; shown as a comment at its head.
    """

    title: str
    width: int = 16
    note: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the format of its unit."""

    value: float
    unit: str = ""

    @property
    def format(self) -> str:
        """The number format of a spreadsheet for the unit.

        Example:
            >>> Number(0.41, "share").format, Number(12.0, "EUR").format, Number(3.0, "customers").format
            ('0.0%', '"€"#,##0.00', '#,##0')
        """
        if self.unit == "share":
            return "0.0%" if abs(self.value) >= 0.01 or not self.value else "0.00%"
        if is_money(self.unit):
            sign = "" if self.unit in MONEY_WITHOUT_CODE else SIGNS.get(self.unit, f"{self.unit} ")
            return f'"{sign}"#,##0.00' if sign else "#,##0.00"
        return "#,##0" if self.value == round(self.value) else "#,##0.##"


Cell = Value | Number


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of rows under one header.

    Attributes:
        name: Its tab; 31 letters at most.
        headings: Columns.
        rows: Cells by column; a row is as long as the header.
        about: What stands in it, in one sentence.
    """

    name: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: str = ""
