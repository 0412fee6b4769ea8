from __future__ import annotations

import codecs

import pytest

from custrata.engine.readers.delimited.charset import find_charset

WESTERN = "id,name,city\n1,Müller,Köln\n2,José,Málaga\n3,Zoë,Genève\n"
RUSSIAN = "номер,имя,город\n1,Анна,Москва\n2,Борис,Санкт-Петербург\n"
JAPANESE = "番号,名前,住所\n" + "1,山田太郎,東京都千代田区\n2,鈴木花子,大阪府大阪市\n" * 5


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"a,b\n1,2\n", "utf-8"),
        (WESTERN.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WESTERN.encode(), "utf-8"),
        (WESTERN.encode("utf-16"), "utf-16-le"),
        (WESTERN.encode("utf-16-le"), "utf-16-le"),
        (WESTERN.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + WESTERN.encode("utf-32-le"), "utf-32-le"),
        (WESTERN.encode("cp1252"), "cp1252"),
        ("1,“quoted” – €5\n".encode("cp1252"), "cp1252"),
        (RUSSIAN.encode("cp1251"), "cp1251"),
        (JAPANESE.encode("cp932"), "cp932"),
    ],
)
def test_the_charset_is_found(place, content, name):
    (place / "a.csv").write_bytes(content)
    found = find_charset(place / "a.csv")
    assert found.name == name
    text = content[found.mark :].decode(found.name)
    assert "\ufffd" not in text
    assert content.decode(name).endswith(text)


def test_one_broken_character_does_not_make_a_file_western(place):
    (place / "a.csv").write_bytes(WESTERN.encode() * 50 + b"4,\xff,x\n")
    found = find_charset(place / "a.csv")
    assert (found.name, found.errors) == ("utf-8", "replace")
    assert "broken characters" in found.note


def test_every_byte_has_a_charset(place):
    (place / "a.csv").write_bytes(b"a," + bytes(range(128, 256)) + b"\n")
    found = find_charset(place / "a.csv")
    assert (place / "a.csv").read_bytes().decode(found.name, found.errors)


def test_a_late_character_counts(place):
    (place / "a.csv").write_bytes(b"a,b\n" * 100_000 + "é,ü\n".encode("cp1252"))
    assert find_charset(place / "a.csv").name == "cp1252"
