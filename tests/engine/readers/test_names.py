from __future__ import annotations

import pytest

from custrata.engine.readers.names import literal, quoted, unique_names


@pytest.mark.parametrize(
    ("headers", "names"),
    [
        (["a", "b"], ("a", "b")),
        (["id", "id", "ID"], ("id", "id_2", "ID_3")),
        (["", "x", "  "], ("column_1", "x", "column_3")),
        (["_row", "_ROW"], ("row_in_file", "row_in_file_2")),
        (["rowid", "RowID"], ("rowid_2", "RowID_3")),
        (["id_2", "id", "id"], ("id_2", "id", "id_3")),
        (["Order\nDate", "a\x00b"], ("Order Date", "ab")),
        (["column_2", ""], ("column_2", "column_2_2")),
    ],
)
def test_every_column_gets_a_name_of_its_own(headers, names):
    assert unique_names(headers) == names


def test_quotes_in_names_and_texts_are_no_way_out(connection):
    name = 'x" FROM y; --'
    text = "it's; --"
    assert connection.execute(f"SELECT {literal(text)} AS {quoted(name)}").fetchone() == (text,)
    assert connection.description[0][0] == name
