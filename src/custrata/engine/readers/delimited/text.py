"""A text file as UTF-8 that every parser can read."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from custrata.engine.readers.delimited.charset import Charset, chunks, find_charset
from custrata.errors import InputError

_HEAD = 1 << 20
_HEAD_LINES = 1_000
_BINARY_SHARE = 0.02
_ODD = re.compile(r"[\x01-\x06\x0e-\x1a\x7f\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class Text:
    """A file in UTF-8 without a mark or zero characters.

    Attributes:
        path: The file.
        notes: What was assumed about the bytes.
        line_end: What ends every line; empty when the ends are not alike, or are lone carriage returns.
    """

    path: Path
    notes: tuple[str, ...]
    line_end: str

    def head(self) -> list[str]:
        """Give the first whole lines, about a megabyte at most.

        Raises:
            InputError: A single line is longer than that.
        """
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            start = file.read(_HEAD)
        lines = list(io.StringIO(start, newline=""))[:_HEAD_LINES]
        if len(start) == _HEAD and len(lines) < 2:
            raise InputError(f"a line is longer than {_HEAD:,} characters", remedy="export it as a table")
        return lines[:-1] if len(start) == _HEAD and len(lines) < _HEAD_LINES else lines

    def lines(self) -> Iterator[str]:
        """Give the physical lines with their ends; a lone carriage return ends a line too."""
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            yield from file


def open_text(path: Path, scratch: Path) -> Text:
    """Bring a text file to UTF-8; a file that is already clean is used where it lies.

    Args:
        path: The file.
        scratch: Folder for the transcoded copy.

    Returns:
        The text.

    Raises:
        InputError: The file is empty, or is no text.
    """
    if not path.stat().st_size:
        raise InputError("the file is empty", remedy="export it again")
    charset = find_charset(path)
    zeros, line_end = _survey(path, charset)
    _refuse_binary(path, charset, zeros)
    notes = tuple(note for note in (charset.note, f"zero bytes removed: {zeros:,}" if zeros else "") if note)
    if charset.name == "utf-8" and charset.errors == "strict" and not zeros:
        return Text(path, notes, line_end)
    return Text(_transcode(path, charset, scratch / "text.utf8"), notes, line_end)


def _survey(path: Path, charset: Charset) -> tuple[int, str]:
    """Count zero characters, and look whether the line ends are alike."""
    zeros = returns = pairs = ends = 0
    last = b""
    if charset.name.startswith(("utf-16", "utf-32")):
        return 0, ""
    for chunk in chunks(path, charset.mark):
        zeros += chunk.count(0)
        returns += chunk.count(b"\r")
        ends += chunk.count(b"\n")
        pairs += chunk.count(b"\r\n") + (last == b"\r" and chunk[:1] == b"\n")
        last = chunk[-1:]
    if not returns:
        return zeros, "\n"
    return zeros, "\r\n" if returns == pairs == ends else ""


def _refuse_binary(path: Path, charset: Charset, zeros: int) -> None:
    head = next(chunks(path, charset.mark), b"")[: 1 << 16].decode(charset.name, "replace")
    odd = len(_ODD.findall(head)) + head.count("\ufffd") + head.count("\x00")
    if head and odd > _BINARY_SHARE * len(head) and odd > 3:
        raise InputError("the file holds no text", remedy="export it as CSV or Excel, or leave it out")


def _transcode(path: Path, charset: Charset, target: Path) -> Path:
    decoder = codecs.getincrementaldecoder(charset.name)(charset.errors)
    with target.open("w", encoding="utf-8", newline="", errors="replace") as file:
        for chunk in chunks(path, charset.mark):
            file.write(decoder.decode(chunk).replace("\x00", ""))
        file.write(decoder.decode(b"", True))
    return target
