"""Whether a file may be opened as a template: an Office package, of sound size, without macros."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from lxml import etree

from custrata.errors import DeliveryError

MOST_BYTES = 100 * 2**20
MOST_UNPACKED = 400 * 2**20
MOST_RATIO = 200
MOST_PARTS = 5000
ENDINGS = (".pptx", ".potx")
_TEMPLATE_TYPE = b"presentationml.template.main+xml"
_SLIDES_TYPE = b"presentationml.presentation.main+xml"
_NEEDED = ("[Content_Types].xml", "ppt/presentation.xml")
_ACTIVE = re.compile(r"vbaProject|/activeX/|/embeddings/.*\.(?:bin|exe)$", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def guarded(path: Path) -> bytes:
    """The bytes of a template that may be opened.

    Args:
        path: The company's file.

    Returns:
        The package as a presentation; that of a ``.potx`` is turned into one.

    Raises:
        DeliveryError: The file is missing, no package, too large, or holds what runs.
    """
    if path.suffix.lower() not in ENDINGS:
        raise _refused(path, _ending_said(path), "save it in PowerPoint as .pptx without macros")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _refused(path, "it is larger than 100 MB", "take pictures out of its sample slides")
        raw = path.read_bytes()
    except OSError as error:
        raise _refused(path, f"it cannot be read: {error.strerror or error}", "check its place") from error
    return _checked(path, raw)


def _ending_said(path: Path) -> str:
    if path.suffix.lower() in {".pptm", ".potm", ".ppsm"}:
        return "it may hold macros, and macros are not opened"
    return f"a template ends in {' or '.join(ENDINGS)}"


def _checked(path: Path, raw: bytes) -> bytes:
    try:
        package = zipfile.ZipFile(io.BytesIO(raw))
        entries = package.infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise _refused(path, "it is no PowerPoint file", "open it in PowerPoint and save it again") from error
    _check_entries(path, entries)
    try:
        parts = {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError, ValueError) as error:
        raise _refused(
            path, "its parts cannot be unpacked", "open it in PowerPoint and save it again"
        ) from error
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")) and _DOCTYPE.search(content[:4096]):
            raise _refused(path, f"its part {name} declares entities", "save it again in PowerPoint")
        if name.endswith((".xml", ".rels")):
            _check_part(path, name, content)
    return _as_presentation(raw, parts)


def _check_part(path: Path, name: str, content: bytes) -> None:
    """A part goes into every deck as it is: it must be whole, and fetch nothing when a deck is opened."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _refused(
            path, f"its part {name} is broken", "open it in PowerPoint, let it be repaired, and save it again"
        ) from error
    if root.getroottree().docinfo.doctype:
        raise _refused(path, f"its part {name} declares entities", "save it again in PowerPoint")
    fetched = (r for r in root if name.endswith(".rels") and r.get("TargetMode") == "External")
    if any(not str(r.get("Type")).endswith("/hyperlink") for r in fetched):
        raise _refused(
            path, f"its part {name} fetches files from elsewhere", "put linked pictures and files into it"
        )


def _check_entries(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    again = "open it in PowerPoint and save it again"
    if len(names) > MOST_PARTS or sum(e.file_size for e in entries) > MOST_UNPACKED:
        raise _refused(path, "it unpacks to more than a presentation ever holds", again)
    if any(e.file_size > MOST_RATIO * max(e.compress_size, 1) and e.file_size > 2**20 for e in entries):
        raise _refused(path, "a part of it unpacks to many times its size", again)
    if len(set(names)) != len(names):
        raise _refused(path, "it holds two parts of the same name", again)
    if any(n.startswith(("/", "\\")) or ".." in n.split("/") or "\\" in n for n in names):
        raise _refused(path, "its parts lie outside of it", again)
    if any(_ACTIVE.search(n) for n in names):
        raise _refused(path, "it holds macros or other parts that run", "save it as .pptx without macros")
    if any(needed not in names for needed in _NEEDED):
        raise _refused(path, "it is no presentation", "choose a .pptx or .potx with your layouts")


def _as_presentation(raw: bytes, parts: dict[str, bytes]) -> bytes:
    """The same package with the type of a presentation, which a template in the strict sense has not."""
    if _TEMPLATE_TYPE not in parts["[Content_Types].xml"]:
        return raw
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            if name == "[Content_Types].xml":
                content = content.replace(_TEMPLATE_TYPE, _SLIDES_TYPE)
            out.writestr(name, content)
    return target.getvalue()


def _refused(path: Path, why: str, remedy: str) -> DeliveryError:
    return DeliveryError(f"the template cannot be used: {why}", where=str(path), remedy=remedy)
