from __future__ import annotations

import pytest

from custrata.project.erasing.writing import replace_bytes


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
