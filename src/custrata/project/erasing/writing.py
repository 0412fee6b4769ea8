"""A file replaced in one step, with the rights that it had."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


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
