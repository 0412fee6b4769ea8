from __future__ import annotations

import gzip

import pytest

from custrata.engine.readers.formats import format_of


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.csv", b"a,b\n", "delimited"),
        ("a.CSV", b"a,b\n", "delimited"),
        ("a.jsonl", b'{"a":1}', "json"),
        ("a.txt", b'{"a": 1}\n', "json"),
        ("a.csv", b'[{"a": 1}]', "json"),
        ("a.csv", b"PK\x03\x04....", "excel"),
        ("a.xls", b"a\tb\n1\t2\n", "delimited"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "excel"),
        ("a.bin", b"PAR1....", "parquet"),
        ("a.db", b"SQLite format 3\x00", "sqlite"),
        ("a.db", b"12345678DUCK", "duckdb"),
        ("a.dump", gzip.compress(b"x", mtime=0), "gzip"),
        ("a.zip", b"PK\x03\x04....", "unknown"),
        ("LICENSE", b"a,b", "silent"),
        ("README.txt", b"a,b", "silent"),
        ("notes.md", b"a,b", "silent"),
        ("custrata.yaml", b"a: b", "silent"),
        ("a.csv", b"", "delimited"),
    ],
)
def test_bytes_say_the_format_and_the_name_says_it_where_they_do_not(place, name, content, expected):
    (place / name).write_bytes(content)
    assert format_of(place / name) == expected
