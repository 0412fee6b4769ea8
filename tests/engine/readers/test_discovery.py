from __future__ import annotations

import pytest

from custrata.engine.readers.discovery import find_files
from custrata.errors import InputError


def test_files_are_found_in_the_order_of_their_names_and_hidden_ones_are_not(place):
    for name in ("b.csv", "a.csv", "deep/down/c.csv", ".hidden.csv", ".custrata/snapshots/d.csv"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(name)
    files, unread = find_files(place)
    assert [f.file for f in files] == ["a.csv", "b.csv", "deep/down/c.csv"]
    assert unread == ()


def test_a_single_file_is_a_folder_of_one(place):
    (place / "a.csv").write_text("x")
    assert [f.file for f in find_files(place / "a.csv")[0]] == ["a.csv"]


def test_a_link_out_of_the_folder_is_refused_and_one_inside_is_a_copy(place, tmp_path):
    (tmp_path / "secret.csv").write_text("secret")
    (place / "a.csv").write_text("a")
    (place / "out.csv").symlink_to(tmp_path / "secret.csv")
    (place / "up").symlink_to(tmp_path, target_is_directory=True)
    (place / "z.csv").symlink_to(place / "a.csv")
    files, unread = find_files(place)
    assert [f.file for f in files] == ["a.csv"]
    assert [(u.file, u.reason) for u in unread] == [
        ("out.csv", "a link that leads out of the folder"),
        ("up", "a link that leads out of the folder"),
        ("z.csv", "same bytes as a.csv"),
    ]


def test_the_second_of_two_equal_files_is_left_out_and_named(place):
    for name, text in {"b.csv": "same", "a.csv": "same", "c.csv": "diff", "d.csv": "", "e.csv": ""}.items():
        (place / name).write_text(text)
    files, unread = find_files(place)
    assert [f.file for f in files] == ["a.csv", "c.csv", "d.csv", "e.csv"]
    assert [(u.file, u.reason) for u in unread] == [("b.csv", "same bytes as a.csv")]


def test_a_folder_that_is_not_there_is_an_error(place):
    with pytest.raises(InputError, match="there is no such folder"):
        find_files(place / "nowhere")
