import gzip
import os
import zipfile

import pytest

from custrata.errors import InputError
from custrata.project.place import locate
from custrata.project.supplying import receiving
from custrata.project.supplying.receiving import (
    check_room,
    files_of,
    forget_replaced,
    put_back,
    receive,
    replaced,
    take_out,
)

CSV = b"customer,date,amount\na,2026-01-05,10\n"


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "shop"
    (folder / "data").mkdir(parents=True)
    (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    return locate(folder)


def names(place):
    return [file.name for file in files_of(place)]


def test_a_file_stands_in_the_folder_whole(place):
    kept = receive(place, "2026/orders.csv", [CSV[:10], CSV[10:]])
    assert kept.name == "2026/orders.csv"
    assert (place.data / kept.name).read_bytes() == CSV
    assert names(place) == ["2026/orders.csv"]


def test_what_breaks_off_leaves_nothing_and_the_old_file_stands(place):
    receive(place, "orders.csv", [CSV])
    forget_replaced(place)

    def breaking():
        yield b"half"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        receive(place, "orders.csv", breaking())
    assert (place.data / "orders.csv").read_bytes() == CSV
    assert os.listdir(place.data) == ["orders.csv"]
    assert replaced(place) == ()


def test_the_old_file_is_kept_until_a_build_has_succeeded(place):
    receive(place, "orders.csv", [CSV])
    forget_replaced(place)
    receive(place, "orders.csv", [CSV + b"b,2026-02-01,7\n"])
    receive(place, "orders.csv", [CSV + b"c,2026-03-01,9\n"])
    receive(place, "new.csv", [CSV])
    assert replaced(place) == ("orders.csv",)
    assert put_back(place) == ("orders.csv",)
    assert (place.data / "orders.csv").read_bytes() == CSV
    assert names(place) == ["orders.csv"]
    assert replaced(place) == ()


def test_a_file_that_is_taken_out_can_be_put_back_and_its_neighbour_stays(place):
    receive(place, "orders.csv", [CSV])
    receive(place, "customers.csv", [CSV])
    forget_replaced(place)
    take_out(place, "orders.csv")
    assert names(place) == ["customers.csv"]
    put_back(place)
    assert names(place) == ["customers.csv", "orders.csv"]


def test_what_is_not_there_cannot_be_taken_out(place):
    with pytest.raises(InputError, match="no such file"):
        take_out(place, "orders.csv")


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "contents", "why"),
    [
        ("empty.csv", b"", "empty"),
        ("photo.png", b"\x89PNG\r\n\x1a\n0000", "not a format"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n0000", "not a format"),
        ("locked.xlsx", LOCKED, "protected by a password"),
        ("run.exe", b"MZ\x90\x00" + b"\x00" * 60, "not a format"),
        ("page.html", b"<html><script>alert(1)</script>", "not a format"),
        ("broken.csv.gz", b"\x1f\x8b\x08\x00broken", "damaged"),
    ],
)
def test_what_no_reader_takes_is_refused(place, name, contents, why):
    with pytest.raises(InputError, match=why) as caught:
        receive(place, name, [contents])
    assert caught.value.where == name
    assert os.listdir(place.data) == []


def test_a_file_that_grows_beyond_reason_is_refused(place, monkeypatch, tmp_path):
    monkeypatch.setattr(receiving, "LARGEST", 4 << 20)
    bomb = gzip.compress(b"a,b\n" + b"0" * (8 << 20))
    with pytest.raises(InputError, match="grows"):
        receive(place, "bomb.csv.gz", [bomb])
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (8 << 20))
    with pytest.raises(InputError, match="grows"):
        receive(place, "bomb.xlsx", [(tmp_path / "bomb.zip").read_bytes()])
    assert os.listdir(place.data) == []


def test_a_file_that_is_too_large_is_refused_before_and_while_it_comes(place, monkeypatch):
    monkeypatch.setattr(receiving, "LARGEST", 100)
    with pytest.raises(InputError, match="larger"):
        check_room(place, 101, "orders.csv")
    with pytest.raises(InputError, match="larger"):
        receive(place, "orders.csv", [CSV] * 10)
    assert os.listdir(place.data) == []


def test_a_full_disk_is_said_before_anything_is_written(place, monkeypatch):
    usage = receiving.shutil.disk_usage(place.data)
    monkeypatch.setattr(receiving.shutil, "disk_usage", lambda folder: usage._replace(free=1000))
    with pytest.raises(InputError, match="no room"):
        check_room(place, 500, "orders.csv")
    check_room(place, 100, "orders.csv")


def test_no_link_leads_a_file_out_of_the_folder(place, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (place.data / "away").symlink_to(outside)
    (place.data / "orders.csv").symlink_to(outside / "orders.csv")
    for name in ("away/orders.csv", "orders.csv"):
        with pytest.raises(InputError, match="leads out"):
            receive(place, name, [CSV])
    assert os.listdir(outside) == []


def test_what_a_killed_upload_left_is_swept_and_a_running_one_is_not(place):
    dead, alive = place.data / ".part-999999999-ab.csv", place.data / f".part-{os.getpid()}-cd.csv"
    dead.write_bytes(CSV)
    alive.write_bytes(CSV)
    assert names(place) == []
    forget_replaced(place)
    assert os.listdir(place.data) == [alive.name]


def test_a_project_of_one_file_takes_no_further_one(tmp_path):
    (tmp_path / "orders.csv").write_bytes(CSV)
    alone = locate(tmp_path / "orders.csv")
    assert [file.name for file in files_of(alone)] == ["orders.csv"]
    with pytest.raises(InputError, match="one file"):
        receive(alone, "more.csv", [CSV])
