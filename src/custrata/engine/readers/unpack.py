"""Packed files are unpacked to scratch, within limits."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from pathlib import Path
from typing import IO

from custrata.errors import InputError

LARGEST_RATIO = 200
"""Past this many times its own size a packed file is suspect ..."""
LARGEST_BYTES = 1 << 30
"""... when it is also larger than this, in bytes."""
_CHUNK = 1 << 20


def unpack_gzip(path: Path, scratch: Path, largest: int = LARGEST_BYTES) -> Path:
    """Unpack a gz file.

    Args:
        path: The packed file.
        scratch: Folder for the unpacked file.
        largest: Bytes above which a file that grows more than 200 times is refused.

    Returns:
        The unpacked file, under the name without ``.gz``.

    Raises:
        InputError: The file is damaged or cut short, or grows beyond reason.
    """
    target = scratch / f"unpacked-{path.name.removesuffix('.gz').removesuffix('.GZ') or 'file'}"
    limit = max(largest, LARGEST_RATIO * path.stat().st_size)
    try:
        with gzip.open(path) as packed, target.open("wb") as file:
            _copy(packed, file, limit)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(
            "the packed file is damaged or cut short", remedy="copy or export it again"
        ) from error
    return target


def _copy(packed: gzip.GzipFile, file: IO[bytes], limit: int) -> None:
    written = 0
    while chunk := packed.read(_CHUNK):
        written += len(chunk)
        if written > limit:
            raise _grows()
        file.write(chunk)


def check_zip(path: Path, largest: int = LARGEST_BYTES) -> None:
    """Refuse an archive, such as an Excel file, that grows beyond reason when it is unpacked.

    Args:
        path: The archive; a file that is no archive passes.
        largest: Bytes above which a file that grows more than 200 times is refused.

    Raises:
        InputError: It grows beyond reason.
    """
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > max(largest, LARGEST_RATIO * path.stat().st_size):
        raise _grows()


def _grows() -> InputError:
    return InputError(
        f"the file grows to more than {LARGEST_RATIO} times its size when it is unpacked",
        remedy="unpack it yourself if you trust it, and put the result here",
    )
