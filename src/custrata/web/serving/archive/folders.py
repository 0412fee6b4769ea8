"""The folder of a workspace in an archive: raw data, settings, mapping, snapshots; no scratch, no site."""

from __future__ import annotations

import os
import re
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from custrata.engine.snapshots import replace_text
from custrata.errors import InputError
from custrata.project.place import SETTINGS_FILE, STATE_FOLDER, Place

_PASSED_OVER = re.compile(r"(tmp-|scratch-|\.part-).*|site")
"""In the state folder: work that is going on, and the site itself with its secrets."""


def add_folder(archive: tarfile.TarFile, place: Place, name: str) -> int:
    """Put the folder of a project into an archive; returns the number of files.

    Args:
        archive: The archive, open for writing.
        place: The project.
        name: Folder in the archive.
    """
    count = 0
    # The pointer first: the snapshot that it names is kept as long as builds only add others.
    pointer = place.state / "current"
    named = pointer.read_bytes() if pointer.is_file() else b""
    for path, inner in _members(place):
        try:
            archive.add(path, f"{name}/{inner}", recursive=False)
            count += 1
        except FileNotFoundError:
            continue
    if named:
        info = tarfile.TarInfo(f"{name}/{STATE_FOLDER}/current")
        info.size = len(named)
        archive.addfile(info, BytesIO(named))
        count += 1
    return count


def _members(place: Place) -> Iterator[tuple[Path, str]]:
    if place.root.is_file():
        yield place.root, place.root.name
    else:
        yield from ((p, inner) for p, inner in _walk(place.root) if not inner.startswith(f"{STATE_FOLDER}/"))
    for path, inner in _walk(place.state):
        first = inner.split("/")
        if not any(_PASSED_OVER.fullmatch(part) for part in first[:2]) and inner != "current":
            yield path, f"{STATE_FOLDER}/{inner}"
    if not place.data.is_relative_to(place.root) and place.data.is_dir():
        yield from ((p, f"data/{inner}") for p, inner in _walk(place.data))


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    for where, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(where) / name
            if path.is_file() and not path.is_symlink() and not name.startswith(".part-"):
                yield path, path.relative_to(folder).as_posix()


def take_folder(archive: tarfile.TarFile, name: str, folder: Path) -> int:
    """Write the folder of a project as an archive holds it; returns the number of files.

    Args:
        archive: The archive, open for reading.
        name: Folder in the archive.
        folder: Where to write; it must not be there yet.

    Raises:
        InputError: The folder is there, or the archive would write outside of it.
    """
    if folder.exists():
        raise InputError("a folder is in the way", where=str(folder), remedy="restore into an empty site")
    members = [m for m in archive.getmembers() if m.isfile() and m.name.startswith(f"{name}/")]
    for member in members:
        target = folder / member.name.removeprefix(f"{name}/")
        if not target.resolve().is_relative_to(folder.resolve()):
            raise InputError("the archive leads out of its folder", where=member.name, remedy="do not use it")
        target.parent.mkdir(parents=True, exist_ok=True)
        stream = archive.extractfile(member)
        if stream is not None:
            with stream, target.open("wb") as file:
                while chunk := stream.read(1 << 20):
                    file.write(chunk)
            os.utime(target, (member.mtime, member.mtime))
    _data_inside(folder)
    return len(members)


def _data_inside(folder: Path) -> None:
    """Settings that named a folder elsewhere now name the one that came with the archive."""
    file = folder / SETTINGS_FILE
    if not file.is_file():
        (folder / "data").mkdir(parents=True, exist_ok=True)
        return
    text = file.read_text(encoding="utf-8")
    named = re.search(r"^data:\s*(.+?)\s*$", text, re.MULTILINE)
    inside = named is None or (folder / named.group(1).strip("'\"")).resolve().is_relative_to(
        folder.resolve()
    )
    if not inside:
        replace_text(file, re.sub(r"^data:.*$", "data: data", text, count=1, flags=re.MULTILINE))
    if inside and named is not None:
        (folder / named.group(1).strip("'\"")).mkdir(parents=True, exist_ok=True)
    else:
        (folder / "data").mkdir(parents=True, exist_ok=True)
