"""A file replaced in one step, with the rights that it had."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from custrata.errors import InputError


def replace_bytes(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old or the new one, never another.

    Args:
        path: The file; it exists.
        data: What it shall hold.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def write_privately(path: Path, data: bytes) -> None:
    """Write a file that its owner alone may read.

    Args:
        path: The file; one that is there is left alone.
        data: What it shall hold.

    Raises:
        InputError: There is such a file already.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise InputError("there is such a file already", where=str(path), remedy="name another") from error
    with os.fdopen(handle, "wb") as file:
        file.write(data)
