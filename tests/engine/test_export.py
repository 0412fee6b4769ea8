from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest

from custrata.engine.export import TableFormat, write_tables
from custrata.errors import InputError

TABLES = {
    "first": pa.table({"Name": ["Ada, the one", None], "Seats": [3, 4]}),
    "second": pa.table({"x": [1]}),
}


def read(path: Path) -> Any:
    return pyarrow.csv.read_csv(path) if path.suffix == ".csv" else pyarrow.parquet.read_table(path)


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_every_table_becomes_a_file_of_its_name(tmp_path: Path, format: TableFormat) -> None:
    files = write_tables(TABLES, tmp_path / "new" / "folder", format)
    assert [path.name for path in files] == [f"first.{format}", f"second.{format}"]
    assert read(files[0])["Seats"].to_pylist() == [3, 4]
    assert read(files[0])["Name"].to_pylist()[0] == "Ada, the one"


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_the_same_tables_give_the_same_bytes(tmp_path: Path, format: TableFormat) -> None:
    one, two = (write_tables(TABLES, tmp_path / name, format) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_a_write_that_fails_leaves_the_last_good_file(tmp_path: Path) -> None:
    (path,) = write_tables({"first": TABLES["first"]}, tmp_path)
    before = path.read_bytes()
    nested = pa.table({"list": [[1], [2]]})
    with pytest.raises(pa.ArrowInvalid):
        write_tables({"first": nested}, tmp_path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["first.csv"]


def test_a_folder_that_cannot_be_made_is_named_with_the_next_step(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(InputError) as caught:
        write_tables(TABLES, tmp_path / "taken")
    assert "taken" in str(caught.value)
    assert caught.value.remedy
