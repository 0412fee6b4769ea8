from __future__ import annotations

import gzip
import zipfile
import zlib

import pyarrow as pa
import pyarrow.parquet as parquet

from custrata.project.erasing.scanning import Hit, scan
from custrata.project.erasing.traces import Traces

ANA = Traces(emails=frozenset({"ana@example.org"}), names=frozenset({"Ana Silva"}))


def test_a_person_is_found_in_every_kind_of_file(tmp_path):
    said = "This is about Ana Silva."
    (tmp_path / "plain.txt").write_text(said, encoding="utf-8")
    (tmp_path / "wide.txt").write_text(said, encoding="utf-16")
    (tmp_path / "packed.csv.gz").write_bytes(gzip.compress(said.encode()))
    with zipfile.ZipFile(tmp_path / "deck.pptx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("slides/1.xml", said * 2)
    parquet.write_table(pa.table({"t": [said, None, "x"], "n": [1, 2, 3]}), tmp_path / "t.parquet")
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7\nstream\n" + zlib.compress(said.encode()) + b"endstream")
    (tmp_path / "other.txt").write_text("This is about Ana Silvara.", encoding="utf-8")
    assert scan(tmp_path, ANA) == tuple(
        Hit(name, times)
        for name, times in (
            ("deck.pptx", 2),
            ("packed.csv.gz", 1),
            ("page.pdf", 1),
            ("plain.txt", 1),
            ("t.parquet", 1),
            ("wide.txt", 1),
        )
    )


def test_damaged_archives_are_passed_over(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "a.gz").write_bytes(b"\x1f\x8b broken")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 broken")
    (tmp_path / "a.pdf").write_bytes(b"%PDF stream\nbrokenendstream")
    assert scan(tmp_path, ANA) == ()


def test_one_file_is_looked_through_alone(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("ana@example.org", encoding="utf-8")
    assert scan(file, ANA) == (Hit("a.txt", 1),)
