"""In which charset a text file is written."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CHUNK = 1 << 22
_SAMPLE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NEARLY = 20
"""A file is UTF-8 with slips when it holds this many times more good than broken characters."""


@dataclass(frozen=True, slots=True)
class Charset:
    """A charset, the length of the mark in front of the text, and how the choice was made."""

    name: str
    mark: int = 0
    note: str = ""
    errors: str = "strict"


def find_charset(path: Path) -> Charset:
    """Find the charset of a text file: byte order mark, strict UTF-8 throughout, UTF-16, else a guess.

    Args:
        path: The file.

    Returns:
        The charset with which every byte of the file can be decoded.
    """
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return _marked(path, name, len(mark))
    wide = _wide(head)
    if wide and _decodes(path, wide):
        return Charset(wide, 0, wide.upper())
    return Charset("utf-8") if _decodes(path, "utf-8") else _guess(path)


def chunks(path: Path, start: int = 0) -> Iterator[bytes]:
    """Give the bytes of a file in pieces of bounded size."""
    with path.open("rb") as file:
        file.seek(start)
        while chunk := file.read(_CHUNK):
            yield chunk


def _marked(path: Path, name: str, mark: int) -> Charset:
    note = "" if name == "utf-8" else name.upper()
    if _decodes(path, name, mark):
        return Charset(name, mark, note)
    return Charset(name, mark, f"{name.upper()} with broken characters, shown as �", "replace")


def _wide(head: bytes) -> str:
    """UTF-16 without a mark shows in ASCII text as a zero in every other byte."""
    even, odd = head[0::2], head[1::2]
    if len(odd) < 2:
        return ""
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.1 * len(odd) else ""


def _decodes(path: Path, name: str, start: int = 0) -> bool:
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        for chunk in chunks(path, start):
            decoder.decode(chunk)
        decoder.decode(b"", True)
    except UnicodeError:
        return False
    return True


def _guess(path: Path) -> Charset:
    sample = _telling_lines(path)
    good = len(sample.decode("utf-8", "ignore")) - sum(byte < 128 for byte in sample)
    broken = sample.decode("utf-8", "replace").count("\ufffd")
    if good >= _NEARLY * broken:
        return Charset("utf-8", 0, "UTF-8 with broken characters, shown as �", "replace")
    name = _likely(sample)
    if _decodes(path, name):
        return Charset(name, 0, _PLAIN_NAMES.get(name, name))
    return Charset("latin-1", 0, "latin-1")


_PLAIN_NAMES = {"cp1252": "cp1252 (latin-1)"}


def _telling_lines(path: Path) -> bytes:
    """Lines with bytes beyond ASCII, up to the size of a sample; the others say nothing about the charset."""
    lines: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        while size < _SAMPLE and (line := file.readline(_SAMPLE)):
            if not line.isascii():
                lines.append(line)
                size += len(line)
    return b"".join(lines)


def _likely(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None or _reads_as_western(sample):
        return "cp1252"
    return best.encoding


def _reads_as_western(sample: bytes) -> bool:
    """Whether what is beyond ASCII stands among ASCII letters, as accents do."""
    text = sample.decode("cp1252", "replace")
    beyond = sum(not c.isascii() for c in text)
    letters = sum(c.isascii() and c.isalpha() for c in text)
    return beyond <= max(letters, 3)
