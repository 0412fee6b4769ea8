from __future__ import annotations

from custrata.flow.reading import read_raw
from custrata.flow.recognising import recognise
from custrata.flow.withholding import withheld
from custrata.settings import Settings


class Named:
    """Whoever has one of these keys stays away."""

    columns = ("customer_id", "parent_id", "email")

    def __init__(self, *keys):
        self.keys = keys

    def among(self, column, values):
        return [value for value in values if value in self.keys]

    def clean(self, text):
        return text


def written(folder):
    folder.mkdir()
    lines = [f"{n},K{n % 4:03},2025-01-{1 + n % 28:02},{n}.50" for n in range(40)]
    (folder / "orders.csv").write_text("order_id,customer_id,order_date,amount\n" + "\n".join(lines) + "\n")
    return folder


def test_rows_of_who_stays_away_go_and_the_neighbours_stay(engine, tmp_path):
    folder = read_raw(written(tmp_path / "data"), engine)
    mapping = recognise(folder, Settings(), engine)
    lean = withheld(folder, mapping, engine, Named("K001"))
    (table,) = lean.tables
    rows = engine.rows(engine.table(table.relation))
    assert table.rows == len(rows) == 30
    assert {row["customer_id"] for row in rows} == {"K000", "K002", "K003"}


def test_where_nobody_stays_away_the_folder_is_the_same(engine, tmp_path):
    folder = read_raw(written(tmp_path / "data"), engine)
    mapping = recognise(folder, Settings(), engine)
    assert withheld(folder, mapping, engine, None) is folder
    assert withheld(folder, mapping, engine, Named("K00")) is folder
