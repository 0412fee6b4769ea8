"""How the columns of a raw relation are called."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.sources.raw import ROW

_NUMBER = "rowid"
"""By this name the engine counts rows; a column of a file that is called so would stand in its place."""


def unique_names(headers: Sequence[str]) -> tuple[str, ...]:
    """Give every column a name of its own, as close to its header as can be.

    Names that differ only in case count as the same, because the engine ignores case.

    Args:
        headers: What stands in the file, in the order of the file; a blank header is an empty string.

    Returns:
        One name a column.

    Example:
        >>> unique_names(["id", "", "ID", "_row"])
        ('id', 'column_2', 'ID_2', 'row_in_file')
    """
    taken: set[str] = {ROW, _NUMBER}
    names: list[str] = []
    for place, header in enumerate(headers, start=1):
        name = _free(_wish(header, place), taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def quoted(name: str) -> str:
    """Quote an identifier for SQL.

    Example:
        >>> quoted('a "b" c')
        '"a ""b"" c"'
    """
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Quote a text for SQL.

    Example:
        >>> literal("it's")
        "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def _wish(header: str, place: int) -> str:
    plain = " ".join(header.replace("\x00", "").split())
    if not plain:
        return f"column_{place}"
    return "row_in_file" if plain.casefold() == ROW else plain


def _free(wish: str, taken: set[str]) -> str:
    name, number = wish, 2
    while name.casefold() in taken:
        name, number = f"{wish}_{number}", number + 1
    return name
