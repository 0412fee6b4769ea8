from __future__ import annotations

import gzip
import json
import sqlite3

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from custrata.project.erasing.rewriting import Rewritten, rewrite
from custrata.project.erasing.traces import Traces

ANA = Traces(frozenset({"A-00017"}), emails=frozenset({"ana@example.org"}), names=frozenset({"Ana Silva"}))
COLUMNS = {"": {"id": "customer"}}


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_byte_but_the_row_stays(tmp_path, charset, end, mark):
    rows = [
        ["id", "city", "note"],
        ["A-00016", "Zürich", "x"],
        ["A-00017", "Köln", "y"],
        ["A-000171", "Åbo", '"a ""b"""'],
    ]
    rows += [[f"A-{number:05d}", "Málaga", "plain words"] for number in range(18, 60)]
    file = tmp_path / "data.csv"
    file.write_bytes(end.join([*(mark.join(row) for row in rows), ""]).encode(charset))
    assert rewrite(file, COLUMNS, ANA) == Rewritten(1, 0)
    assert file.read_bytes() == end.join(
        [*(mark.join(row) for row in rows if row[0] != "A-00017"), ""]
    ).encode(charset)


def test_a_row_over_several_lines_goes_as_a_whole_and_texts_are_cleaned(tmp_path):
    file = tmp_path / "tickets.csv"
    head, other = b"id,note\n", b'A-00018,"asked by Ana Silva\nof ana@example.org"\n'
    file.write_bytes(head + b'A-00017,"one\ntwo\n"\n' + other + b"A-00019,last\n")
    assert rewrite(file, COLUMNS, ANA) == Rewritten(1, 1)
    assert file.read_bytes() == head + b'A-00018,"asked by ...\nof ..."\nA-00019,last\n'


def test_a_file_without_the_person_is_not_touched(tmp_path):
    file = tmp_path / "data.csv"
    file.write_bytes(b"id,note\nA-1,x\nA-2,y\n")
    before = file.stat()
    assert rewrite(file, COLUMNS, ANA) == Rewritten()
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_objects_and_lines_of_objects(tmp_path):
    rows = [{"id": "A-00017", "n": 1}, {"id": "A-00018", "n": "of Ana Silva"}, {"id": "A-00019", "n": 2}]
    whole, lines = tmp_path / "a.json", tmp_path / "b.jsonl"
    whole.write_text(json.dumps({"rows": rows}), encoding="utf-8")
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert rewrite(whole, COLUMNS, ANA) == rewrite(lines, COLUMNS, ANA) == Rewritten(1, 1)
    left = [{"id": "A-00018", "n": "of ..."}, {"id": "A-00019", "n": 2}]
    assert json.loads(whole.read_text(encoding="utf-8")) == {"rows": left}
    assert [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()] == left


def test_parquet_keeps_types_and_other_rows(tmp_path):
    file = tmp_path / "a.parquet"
    table = pa.table({"id": ["A-00017", "A-00018", None], "n": [1, 2, 3], "t": ["x", "Ana Silva", None]})
    parquet.write_table(table, file)
    assert rewrite(file, COLUMNS, ANA) == Rewritten(1, 1)
    kept = parquet.read_table(file)
    assert kept.schema == table.schema
    assert kept.to_pydict() == {"id": ["A-00018", None], "n": [2, 3], "t": ["...", None]}


def test_a_database_holds_nothing_in_its_free_pages(tmp_path):
    file = tmp_path / "shop.sqlite"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE people (id TEXT, note TEXT)")
        database.executemany(
            "INSERT INTO people VALUES (?, ?)", [("A-00017", "planted note"), ("A-00018", "ana@example.org")]
        )
    database.close()
    assert rewrite(file, {"people": {"id": "customer"}}, ANA) == Rewritten(1, 1)
    assert b"planted note" not in file.read_bytes()
    assert b"A-00018" in file.read_bytes()


@pytest.mark.parametrize("name", ["book.xlsx", "book.xls", "data.csv.gz", "base.duckdb"])
def test_what_cannot_be_written_again_is_said(tmp_path, name):
    file = tmp_path / name
    heads = {"xlsx": b"PK\x03\x04", "xls": b"\xd0\xcf\x11\xe0", "gz": b"\x1f\x8b", "duckdb": b"12345678DUCK"}
    file.write_bytes(heads[name.rpartition(".")[2]] + b" damaged, of Ana Silva")
    before = file.read_bytes()
    assert rewrite(file, COLUMNS, ANA).able is False
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_notes_beside_the_data_are_left_alone(tmp_path):
    notes = tmp_path / "notes.md"
    notes.write_text("Ana Silva", encoding="utf-8")
    assert rewrite(notes, COLUMNS, ANA) == Rewritten()


def test_a_packed_file_is_packed_again_without_the_row_alone(tmp_path):
    file, lines = (
        tmp_path / "data.csv.gz",
        [b"id,note", b"A-00017,one", b"A-00018,of Ana Silva", b"A-00019,x"],
    )
    file.write_bytes(gzip.compress(b"\r\n".join(lines)))
    assert rewrite(file, COLUMNS, ANA) == Rewritten(1, 1)
    assert gzip.decompress(file.read_bytes()) == b"id,note\r\nA-00018,of ...\r\nA-00019,x"
    assert list(tmp_path.iterdir()) == [file]
