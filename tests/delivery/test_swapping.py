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
