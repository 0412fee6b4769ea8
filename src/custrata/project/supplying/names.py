"""Which names a file that comes from outside may have."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from custrata.errors import InputError
from custrata.project.place import SETTINGS_FILE, STATE_FOLDER

LONGEST = 120
"""Bytes of one part of a name; file systems bear 255, and what is written beside adds to it."""
DEEPEST = 5
"""Folders within each other."""

_OURS = {SETTINGS_FILE, "mapping.yaml", "strategy.yaml"}
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_FORBIDDEN = set('\\:*?"<>|')


def safe_name(name: str) -> str:
    """The name under which a file is kept, relative to the data folder, with forward slashes.

    Args:
        name: What was sent: the name of a file, or its path within the folder that was dropped.

    Raises:
        InputError: It leads out of the folder, is hidden, or some system could not bear it.

    Example:
        >>> safe_name("exports/2026/orders.csv")
        'exports/2026/orders.csv'
    """
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or len(parts) > DEEPEST or "//" in name:
        raise _refused(name, "the name is no path inside a folder")
    for part in parts:
        if (why := _wrong(part)) is not None:
            raise _refused(name, why)
    if parts[-1].casefold() in _OURS:
        raise _refused(name, "this name belongs to the project itself")
    return unicodedata.normalize("NFC", "/".join(parts))


def _wrong(part: str) -> str | None:
    if part.startswith(".") or part.endswith((".", " ")) or part != part.strip():
        return "a name must not begin or end with a dot or a blank"
    if any(c in _FORBIDDEN or unicodedata.category(c).startswith("C") for c in part):
        return "the name holds signs that no file name should hold"
    if _RESERVED.fullmatch(part) or part.casefold().endswith(STATE_FOLDER):
        return "this name is reserved"
    return "the name is too long" if len(part.encode("utf-8")) > LONGEST else None


def _refused(name: str, why: str) -> InputError:
    shown = "".join(c if c.isprintable() else "?" for c in name)[:80]
    return InputError(why, where=shown or "a file without a name", remedy="rename the file and send it again")
