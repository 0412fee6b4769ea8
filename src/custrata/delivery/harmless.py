"""Cells of a file that a spreadsheet opens: none of them is taken for a formula."""

from __future__ import annotations

from typing import TypeVar

V = TypeVar("V")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(cell: V) -> V | str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers.

    Args:
        cell: Whatever stands in it.

    Example:
        >>> harmless("=1+1"), harmless("-5 apples"), harmless(-5), harmless("plain")
        ("'=1+1", "'-5 apples", -5, 'plain')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
