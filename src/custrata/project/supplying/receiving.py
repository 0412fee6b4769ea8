"""Files come into the data folder: whole or not at all, and the old ones stay until a build has succeeded."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from custrata.engine.readers.formats import format_of
from custrata.engine.readers.unpack import check_zip, unpack_gzip
from custrata.engine.snapshots import replace_text
from custrata.errors import InputError
from custrata.project.place import Place
from custrata.project.supplying.names import safe_name

LARGEST = 4 << 30
"""Bytes of one file that are taken."""
HEADROOM = 3
"""So many times its own size must be free on the disk, for the file, its old self and the work on it."""

_REPLACED = "replaced"
_ADDED = "added.json"
_PART = ".part-"
PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"%PDF-")
"""How pictures and printed documents begin."""
MOST_LOCKED = 256 << 20
"""Bytes up to which a workbook is looked through for a password."""


@dataclass(frozen=True)
class RawFile:
    """A file of the data folder.

    Attributes:
        name: Relative to the folder, with forward slashes.
        bytes: Its size.
        modified: When it was last changed, in seconds since 1970.
    """

    name: str
    bytes: int
    modified: float


def files_of(place: Place) -> tuple[RawFile, ...]:
    """The files of the data folder by name; hidden ones are left out."""
    if place.data.is_file():
        stat = place.data.stat()
        return (RawFile(place.data.name, stat.st_size, stat.st_mtime),)
    found = []
    for folder, folders, names in os.walk(place.data):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(folder) / name
            if (
                name.startswith(".")
                or path in (place.settings, place.mapping, place.strategy)
                or not path.is_file()
            ):
                continue
            stat = path.stat()
            found.append(RawFile(path.relative_to(place.data).as_posix(), stat.st_size, stat.st_mtime))
    return tuple(sorted(found, key=lambda file: file.name))


def check_room(place: Place, size: int, name: str) -> None:
    """Refuse a file for which there is no room.

    Args:
        place: The project.
        size: Bytes of the file.
        name: What people call it.

    Raises:
        InputError: It is too large, or the disk too full.
    """
    if size > LARGEST:
        raise InputError(
            f"the file is larger than {LARGEST >> 30} GB",
            where=name,
            remedy="send it as Parquet, or in parts",
        )
    folder = place.data if place.data.exists() else place.root
    if size * HEADROOM > shutil.disk_usage(folder).free:
        raise InputError(
            "the disk has no room for this file", where=name, remedy="free space, then send it again"
        )


def receive(place: Place, name: str, chunks: Iterable[bytes]) -> RawFile:
    """Put a file into the data folder; it stands there whole or not at all.

    A file of that name is kept aside until a build has succeeded.

    Args:
        place: The project.
        name: What was sent as its name.
        chunks: Its bytes.

    Raises:
        InputError: Its name, size or contents are refused; what stood in the folder stands.
    """
    if place.data.is_file():
        raise InputError(
            "this project reads one file, no folder",
            where=place.data.name,
            remedy="make a project with a folder",
        )
    kept = safe_name(name)
    target = place.data / kept
    _inside(place, target, kept)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside its place and hidden: no build reads it, and the last step is a rename on one disk.
    part = target.with_name(f"{_PART}{os.getpid()}-{os.urandom(4).hex()}{_ending(kept)}")
    try:
        _write(part, chunks, kept)
        check_contents(part, kept)
        _keep_old(place, target, kept)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
    stat = target.stat()
    return RawFile(kept, stat.st_size, stat.st_mtime)


def check_contents(path: Path, name: str) -> None:
    """Refuse a file that no reader takes, or that grows beyond reason when it is unpacked.

    Args:
        path: Where its bytes lie.
        name: What people call it.

    Raises:
        InputError: Says why.
    """
    try:
        kind = format_of(path)
        if kind == "gzip":
            with TemporaryDirectory(dir=path.parent, prefix=_PART) as scratch:
                kind = format_of(unpack_gzip(path, Path(scratch), largest=LARGEST // 4))
        check_zip(path, largest=LARGEST // 4)
    except InputError as error:
        raise InputError(error.what, where=name, remedy=error.remedy) from error
    if path.stat().st_size == 0:
        raise InputError("the file is empty", where=name, remedy="export it again")
    if kind == "excel" and _locked(path):
        raise InputError(
            "the workbook is protected by a password",
            where=name,
            remedy="open it, save it without one, and send it again",
        )
    if kind in ("unknown", "silent") or _is_picture(path):
        raise InputError(
            "not a format that is read",
            where=name,
            remedy="export it as CSV, Excel, Parquet, JSON Lines or SQLite",
        )


def _locked(path: Path) -> bool:
    """Whether a workbook lies encrypted in an older container, whose list of parts names it so."""
    with path.open("rb") as file:
        if file.read(4) != b"\xd0\xcf\x11\xe0" or path.stat().st_size > MOST_LOCKED:
            return False
        return "EncryptedPackage".encode("utf-16-le") in file.read()


def _is_picture(path: Path) -> bool:
    """Whether a file begins as pictures and documents do, whatever its name says."""
    with path.open("rb") as file:
        return file.read(8).startswith(PICTURES)


def take_out(place: Place, name: str) -> None:
    """Take a file out of the data folder; it is kept aside until a build has succeeded.

    Args:
        place: The project.
        name: The file, relative to the data folder.

    Raises:
        InputError: There is no such file.
    """
    kept = safe_name(name)
    target = place.data / kept
    _inside(place, target, kept)
    if not target.is_file():
        raise InputError("there is no such file", where=kept, remedy="look at the list of files again")
    _keep_old(place, target, kept)
    target.unlink()


def replaced(place: Place) -> tuple[str, ...]:
    """Names of the files that are kept aside until a build has succeeded."""
    folder = place.state / _REPLACED
    return tuple(
        sorted(
            p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name != _ADDED
        )
    )


def put_back(place: Place) -> tuple[str, ...]:
    """Put the files that were kept aside back, and take out the ones that came new; returns their names."""
    back = replaced(place)
    for name in _added(place):
        if name not in back:
            (place.data / name).unlink(missing_ok=True)
    for name in back:
        target = place.data / name
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(place.state / _REPLACED / name, target)
    forget_replaced(place)
    return back


def forget_replaced(place: Place) -> None:
    """Let go of what was kept aside, after a build has succeeded; sweep what broken uploads left."""
    shutil.rmtree(place.state / _REPLACED, ignore_errors=True)
    if place.data.is_dir():
        for part in place.data.rglob(f"{_PART}*"):
            if not _runs(part.name):
                _remove(part)


def _remove(part: Path) -> None:
    if part.is_dir():
        shutil.rmtree(part, ignore_errors=True)
    else:
        part.unlink(missing_ok=True)


def _runs(name: str) -> bool:
    """Whether the process that writes a part still runs."""
    process = name.removeprefix(_PART).split("-")[0]
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def _write(part: Path, chunks: Iterable[bytes], name: str) -> None:
    written = 0
    with part.open("wb") as file:
        for chunk in chunks:
            written += len(chunk)
            if written > LARGEST:
                raise InputError(
                    f"the file is larger than {LARGEST >> 30} GB", where=name, remedy="send it in parts"
                )
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _keep_old(place: Place, target: Path, name: str) -> None:
    """Keep the file that stands there aside, once: the first old one is the one the last build has read."""
    if not target.exists():
        replace_text(place.state / _REPLACED / _ADDED, json.dumps([*_added(place), name]))
        return
    aside = place.state / _REPLACED / name
    if aside.exists() or name in _added(place):
        return
    aside.parent.mkdir(parents=True, exist_ok=True)
    try:
        # A second name for the same bytes: a kill in between finds the file at its place still.
        os.link(target, aside)
    except OSError:
        # The data lie on another disk than the project, or the disk knows no second names.
        part = aside.with_name(f"{_PART}{os.getpid()}-{aside.name}")
        shutil.copy2(target, part)
        os.replace(part, aside)


def _added(place: Place) -> list[str]:
    file = place.state / _REPLACED / _ADDED
    return list(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else []


def _inside(place: Place, target: Path, name: str) -> None:
    """No link inside the folder may lead a file out of it."""
    if not target.parent.resolve().is_relative_to(place.data.resolve()) or target.is_symlink():
        raise InputError("a link there leads out of the folder", where=name, remedy="take the link away")


def _ending(name: str) -> str:
    """The ending by which readers know the format; of orders.csv.gz both."""
    return "".join(Path(name).suffixes[-2:])
