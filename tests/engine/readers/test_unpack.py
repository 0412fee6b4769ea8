from __future__ import annotations

import gzip
import zipfile

import pytest

from custrata.engine.readers.unpack import check_zip, unpack_gzip
from custrata.errors import InputError


def test_a_packed_file_is_unpacked_under_its_own_name(place, tmp_path):
    (place / "a.csv.gz").write_bytes(gzip.compress(b"a,b\n1,2\n"))
    unpacked = unpack_gzip(place / "a.csv.gz", tmp_path)
    assert unpacked.name.endswith("a.csv")
    assert unpacked.read_bytes() == b"a,b\n1,2\n"


@pytest.mark.parametrize("damage", [lambda b: b[:-12], lambda b: b[:20] + b"xxxx" + b[24:], lambda b: b[:4]])
def test_a_damaged_file_is_refused(place, tmp_path, damage):
    (place / "a.csv.gz").write_bytes(damage(gzip.compress(bytes(range(256)) * 20)))
    with pytest.raises(InputError, match="damaged or cut short"):
        unpack_gzip(place / "a.csv.gz", tmp_path)


def test_a_file_that_grows_beyond_reason_is_stopped_on_the_way(place, tmp_path):
    (place / "bomb.csv.gz").write_bytes(gzip.compress(bytes(30_000_000)))
    with pytest.raises(InputError, match="200 times its size"):
        unpack_gzip(place / "bomb.csv.gz", tmp_path, largest=1_000_000)
    assert sum(f.stat().st_size for f in tmp_path.glob("unpacked-*")) < 10_000_000


def test_a_small_file_may_grow_as_it_likes(place, tmp_path):
    (place / "zeros.csv.gz").write_bytes(gzip.compress(bytes(3_000_000)))
    assert unpack_gzip(place / "zeros.csv.gz", tmp_path).stat().st_size == 3_000_000


def test_an_archive_that_grows_beyond_reason_is_refused(place):
    with zipfile.ZipFile(place / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(5_000_000))
    check_zip(place / "a.xlsx")
    with pytest.raises(InputError, match="200 times its size"):
        check_zip(place / "a.xlsx", largest=1_000_000)
