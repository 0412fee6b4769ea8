"""A file is written beside its place and swapped in, so that no half file is ever seen."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from custrata.errors import DeliveryError

LONG_AGO = 600
"""Seconds after which nobody is still at writing a file."""


def swap_in(content: bytes, path: Path, what: str) -> Path:
    """Write bytes under a final name, in one step for whoever reads.

    Args:
        content: The bytes of the file.
        path: Where it goes; its folder is made.
        what: What it is, for the error (``deck``).

    Returns:
        The path written.

    Raises:
        DeliveryError: If the file cannot be written; what stood there before still stands.
    """
    path = Path(path)
    if not path.name or (path.exists() and not path.is_file()):
        raise DeliveryError(
            f"the {what} cannot be written: this is no file", where=str(path), remedy="choose another place"
        )
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        _sweep(beside, path)
        os.replace(beside, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise DeliveryError(
            f"the {what} cannot be written: {reason}", where=str(path), remedy="choose another place"
        ) from error
    return path


def _sweep(beside: Path, path: Path) -> None:
    """Take away what processes that were killed long ago had begun to write under this name."""
    now = beside.stat().st_mtime
    with contextlib.suppress(OSError):
        for file in path.parent.iterdir():
            begun = file.name.startswith(f".{path.name}.") and file.name.endswith(".part")
            if begun and now - file.stat().st_mtime > LONG_AGO:
                file.unlink(missing_ok=True)
