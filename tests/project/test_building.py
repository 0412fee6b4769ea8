import os

import pytest

from custrata.errors import InputError
from custrata.project.building import Limits, build_project
from custrata.project.place import locate, settings_of, with_as_of


def _write(folder, count=60, name="orders.csv"):
    lines = [f"{n},c{n % 9},2025-0{1 + n % 9}-1{n % 9},{10 + n}.25" for n in range(count)]
    text = "\n".join(["order_id,customer_id,order_date,amount", *lines])
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def shop(tmp_path):
    folder = tmp_path / "shop"
    folder.mkdir()
    _write(folder)
    return folder


def _build(folder, **options):
    place = locate(folder)
    return build_project(place, settings_of(place), **options)


def test_nothing_is_rebuilt_when_nothing_changed(shop):
    first, second = _build(shop), _build(shop)
    assert (first.rebuilt, second.rebuilt) == (True, False)
    assert second.snapshot == first.snapshot


def test_a_touched_file_with_the_same_bytes_is_no_change(shop):
    _build(shop)
    os.utime(shop / "orders.csv", ns=(1, 1))
    assert not _build(shop).rebuilt


def test_changed_data_a_new_file_a_setting_or_an_edited_mapping_are_changes(shop):
    prints = [_build(shop).snapshot.manifest.fingerprint]
    _write(shop, count=70)
    prints.append(_build(shop).snapshot.manifest.fingerprint)
    place = locate(shop)
    early = with_as_of(settings_of(place), "2025-06-30")
    prints.append(build_project(place, early).snapshot.manifest.fingerprint)
    place.mapping.write_text(place.mapping.read_text(encoding="utf-8") + "# looked at\n", encoding="utf-8")
    assert build_project(place, early).rebuilt
    assert len(set(prints)) == 3


def test_building_again_gives_the_same_fingerprint(shop):
    first = _build(shop)
    again = _build(shop, again=True, limits=Limits(memory="1GB", threads=1))
    assert again.rebuilt
    assert again.snapshot.manifest.fingerprint == first.snapshot.manifest.fingerprint
    assert len(list((shop / ".custrata" / "snapshots").iterdir())) == 1


def test_nothing_is_left_in_the_scratch_folder(shop):
    _build(shop)
    assert sorted(path.name for path in (shop / ".custrata").iterdir()) == [
        "current",
        "mapping.guess",
        "mapping.yaml",
        "snapshots",
    ]


def test_the_inputs_are_kept_with_their_hashes(shop):
    (kept,) = _build(shop).snapshot.manifest.inputs
    assert (kept.file, kept.bytes) == ("orders.csv", (shop / "orders.csv").stat().st_size)
    assert len(kept.sha256) == 64


def test_an_empty_folder_is_said_with_the_next_step(tmp_path):
    with pytest.raises(InputError, match="put exports there"):
        _build(tmp_path)
