from __future__ import annotations

import os
from pathlib import Path

import pytest

from custrata.delivery.swapping import swap_in
from custrata.errors import DeliveryError


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path):
    swap_in(b"one", tmp_path / "new" / "a.txt", "deck")
    assert swap_in(b"two", tmp_path / "new" / "a.txt", "deck").read_bytes() == b"two"
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["a.txt"]


def test_a_place_that_cannot_be_written_keeps_what_it_holds(tmp_path):
    (tmp_path / "in_the_way").mkdir()
    with pytest.raises(DeliveryError, match="the deck cannot be written"):
        swap_in(b"two", tmp_path / "in_the_way", "deck")
    assert list(tmp_path.iterdir()) == [tmp_path / "in_the_way"]


def test_nothing_takes_the_place_of_what_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for place in (Path(), tmp_path / "pipe"):
        with pytest.raises(DeliveryError, match="this is no file"):
            swap_in(b"two", place, "deck")
    assert (tmp_path / "pipe").is_fifo()


def test_what_killed_processes_left_behind_does_not_pile_up(tmp_path):
    old, fresh, other = (tmp_path / n for n in (".deck.7.part", ".deck.8.part", ".book.7.part"))
    for file in (old, fresh, other):
        file.write_text("half")
    for file in (old, other):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    swap_in(b"whole", tmp_path / "deck", "deck")
    assert sorted(p.name for p in tmp_path.iterdir()) == [".book.7.part", ".deck.8.part", "deck"]
