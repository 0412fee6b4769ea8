"""Which files of a folder may hold data."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from custrata.errors import InputError
from custrata.sources.raw import UnreadFile

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may hold data: its name relative to the folder, and where it lies."""

    file: str
    path: Path


def find_files(folder: Path) -> tuple[tuple[Found, ...], tuple[UnreadFile, ...]]:
    """Find the files of a folder, sorted by name; hidden ones are left out without a word.

    Args:
        folder: A folder, or one file.

    Returns:
        The files to look at, and those that are not read, with the reason: links that lead out of the folder,
        and files with the same bytes as an earlier one.

    Raises:
        InputError: There is no such folder or file, or it may not be read.
    """
    if not folder.exists():
        raise InputError("there is no such folder", where=str(folder), remedy="check the name of the folder")
    if folder.is_file():
        return (Found(folder.name, folder),), ()
    try:
        candidates = sorted(_walk(folder), key=lambda found: found.file)
    except PermissionError as error:
        raise InputError("the folder may not be read", where=str(folder), remedy="allow reading") from error
    inside, outside = _inside(folder, candidates)
    return _without_copies(inside, outside)


def _walk(folder: Path) -> Iterator[Found]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in [*files, *links]:
            path = Path(place) / name
            if not name.startswith(".") and (path.is_file() or path.is_symlink()):
                yield Found(path.relative_to(folder).as_posix(), path)


def _inside(folder: Path, candidates: list[Found]) -> tuple[list[Found], list[UnreadFile]]:
    root = folder.resolve()
    inside: list[Found] = []
    outside: list[UnreadFile] = []
    for found in candidates:
        target = found.path.resolve()
        if not target.is_relative_to(root):
            outside.append(
                UnreadFile(found.file, "a link that leads out of the folder", "put a copy of the file here")
            )
        elif target.is_file():
            inside.append(found)
    return inside, outside


def _without_copies(
    files: list[Found], unread: list[UnreadFile]
) -> tuple[tuple[Found, ...], tuple[UnreadFile, ...]]:
    by_size: dict[int, list[Found]] = defaultdict(list)
    for found in files:
        by_size[found.path.stat().st_size].append(found)
    copies: dict[str, str] = {}
    for size, same in by_size.items():
        if size and len(same) > 1:
            copies |= _copies(same)
    remedy = "nothing, unless it ought to hold something else"
    unread += [UnreadFile(copy, f"same bytes as {first}", remedy) for copy, first in copies.items()]
    return tuple(f for f in files if f.file not in copies), tuple(sorted(unread, key=lambda u: u.file))


def _copies(files: list[Found]) -> dict[str, str]:
    first: dict[str, str] = {}
    copies: dict[str, str] = {}
    for found in files:
        digest = _digest(found.path)
        if digest in first:
            copies[found.file] = first[digest]
        else:
            first[digest] = found.file
    return copies


def _digest(path: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return str(path)
    return digest.hexdigest()
