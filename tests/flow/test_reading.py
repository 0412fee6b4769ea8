import pytest

from custrata.errors import InputError
from custrata.flow.reading import read_raw


def test_a_folder_with_a_table_is_read(engine, tmp_path):
    (tmp_path / "orders.csv").write_text("id,amount\na,1\nb,2\n", encoding="utf-8")
    (table,) = read_raw(tmp_path, engine).tables
    assert (table.source, table.rows) == ("orders.csv", 2)


def test_files_that_give_no_table_are_named_with_reason_and_next_step(engine, tmp_path):
    (tmp_path / "orders.csv").write_bytes(b"")
    with pytest.raises(InputError) as refused:
        read_raw(tmp_path, engine)
    assert "orders.csv" in refused.value.where
    assert refused.value.remedy


def test_many_such_files_are_counted(engine, tmp_path):
    for number in range(7):
        (tmp_path / f"{number}.csv").write_bytes(b"")
    with pytest.raises(InputError) as refused:
        read_raw(tmp_path, engine)
    assert refused.value.how_many == 7
