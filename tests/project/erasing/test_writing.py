from __future__ import annotations

import pytest

from custrata.errors import InputError
from custrata.project.erasing.writing import replace_bytes, write_privately


def test_a_file_is_replaced_with_its_rights(tmp_path):
    file = tmp_path / "a"
    file.write_bytes(b"old")
    file.chmod(0o600)
    replace_bytes(file, b"new")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_file_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(FileNotFoundError):
        replace_bytes(tmp_path / "a", b"new")
    assert list(tmp_path.iterdir()) == []


def test_what_is_given_is_for_its_owner_alone_and_writes_over_nothing(tmp_path):
    file = tmp_path / "given.zip"
    write_privately(file, b"one")
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(InputError, match="such a file"):
        write_privately(file, b"two")
    assert file.read_bytes() == b"one"
