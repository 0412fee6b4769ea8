"""Charts as SVG made on the server: coloured by the page's tokens, drawn at few widths, kept once drawn."""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from django.conf import settings

from custrata.engine.snapshots import replace_text
from custrata.keeping import Kept

FULL, SLIM = 640, 320
"""Widths in pixels of a chart with all the room that it wants, and of one on a phone."""

_EDITION = "6"
"""Changes with how charts are drawn, so that what was kept before is drawn anew."""

_WIDTHS = ((7, (640, 480, SLIM)), (6, (540, 440, SLIM)), (5, (440, SLIM)), (0, (340, SLIM)))
"""From how many of twelve columns on a chart is drawn how wide."""

_LETTER, _EDGE = 5.8, 12
"""Pixels that a letter of a tick takes, and that the edges of a chart take."""

_NARROW = 340
"""Up to this width a chart is drawn for a narrow column."""

_KINDS = ("full", "mid", "slim")
_SIZE = re.compile(r'^<svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>')
_FONT = re.compile(r' font-family="[^"]*"')
_HIDDEN = re.compile(r'<path class="(?:background|foreground)"[^>]*/>')
_IDLE = re.compile(r' (?:(?:role|aria-[a-z]+)="[^"]*"|opacity="1"|pointer-events="none")')
_PLACES = re.compile(r' (?:d|transform|x|y|x1|x2|y1|y2|width|height)="[^"]*"')
_NAMED = re.compile(r'(\bid="|url\(#)([\w-]+)')
_LONG = re.compile(r"\d+\.\d{2,}")
_writing = Lock()


def drawings(
    spec: dict[str, Any], finding: str, span: int, *, narrow: dict[str, Any] | None = None
) -> tuple[int, str]:
    """A chart at each width that it may have; the page shows the one that fits, never larger than it is.

    Args:
        spec: Vega-Lite.
        finding: What it shows, for who does not see it.
        span: How many of twelve columns it has.
        narrow: What is drawn at the least width instead.

    Returns:
        The widest width, and the drawings.
    """
    if spec.get("width") != "container":
        return int(spec.get("width", SLIM)), drawn(spec, SLIM, "slim", finding)
    widths = next(widths for least, widths in _WIDTHS if span >= least)
    kinds = _KINDS if len(widths) == len(_KINDS) else ("full", "slim")
    chosen = [narrow if narrow and w <= _NARROW else spec for w in widths]
    found = (drawn(s, w, k, finding) for s, w, k in zip(chosen, widths, kinds, strict=True))
    return widths[0], "".join(found)


def drawn(spec: dict[str, Any], width: int, kind: str, finding: str) -> str:
    """A chart as SVG.

    Args:
        spec: Vega-Lite.
        width: In pixels.
        kind: ``full``, ``mid`` or ``slim``, the class by which the page shows one of them.
        finding: What it shows, for who does not see it.
    """
    file = _folder() / f"{_mark(spec, str(width))}.svg"
    inner = _read(file) if file.is_file() else _draw(themed(spec), width, file)
    label = finding.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return inner.replace("<svg ", f'<svg class="{kind}" role="img" aria-label="{label}" ', 1)


def themed(spec: dict[str, Any]) -> dict[str, Any]:
    """A chart in the look of the workspace: small quiet ticks, and bars with air between them."""
    config = dict(spec.get("config", {}))
    config["axis"] = config.get("axis", {}) | {
        "labelFontSize": 11,
        "titleFontSize": 11,
        "labelColor": "var(--ink-3)",
    }
    config["text"] = config.get("text", {}) | {"fontSize": 11}
    config["scale"] = {"bandPaddingInner": 0.3, "bandPaddingOuter": 0.15}
    return spec | {"config": config}


def kept_spec(spec: dict[str, Any], slug: str) -> str:
    """Keep what is behind a picture where the people of one workspace may ask for it.

    Args:
        spec: Vega-Lite.
        slug: The workspace's part of the address.

    Returns:
        The name under which it is kept.
    """
    mark = _mark(spec, "spec")
    file = spec_file(slug, mark)
    if not file.is_file():
        _write(file, json.dumps(themed(spec), separators=(",", ":")))
    return mark


def spec_file(slug: str, mark: str) -> Path:
    """Where a specification of a workspace lies."""
    return _folder() / slug / f"{mark}.json"


def _folder() -> Path:
    return Path(settings.SITE_FOLDER) / "charts"


def _mark(spec: dict[str, Any], kind: str) -> str:
    """The name of a drawing: it changes with what is drawn and with how."""
    return hashlib.sha256(f"{_EDITION} {kind} {_texts(spec)}".encode()).hexdigest()[:32]


# A page asks for each chart at each of its widths; a specification never changes once it is made.
_texts: Kept[dict[str, Any], str] = Kept(lambda spec: json.dumps(themed(spec), sort_keys=True), most=256)


@lru_cache(maxsize=512)
def _read(file: Path) -> str:
    """A drawing that lies there; its name says what it holds, so that it is read once."""
    return file.read_text(encoding="utf-8")


def _draw(spec: dict[str, Any], width: int, file: Path) -> str:
    import vl_convert

    sized = dict(spec) if spec.get("width") != "container" else _turned(spec, width) | {"width": width}
    raw: str = vl_convert.vegalite_to_svg(json.dumps(sized))
    written = _tidied(raw, file.stem[:8])
    _write(file, written)
    return written


def _turned(spec: dict[str, Any], width: int) -> dict[str, Any]:
    """Names under columns lie where they have room, and stand aslant where they would touch each other."""
    turned: dict[str, Any] = json.loads(json.dumps(spec))
    for part in (turned, *turned.get("layer", ())):
        across = part.get("encoding", {}).get("x", {})
        names, axis = across.get("sort"), across.get("axis")
        if isinstance(names, list) and names and axis is not None:
            aslant = max(len(str(name)) for name in names) * _LETTER > (width - _EDGE) / len(names)
            across["axis"] = axis | {"labelAngle": -45 if aslant else 0}
    return turned


def _tidied(raw: str, mark: str) -> str:
    """The drawing alone: our fonts come from the page, and the one description stands at its head.

    What it names inside bears its mark: of two drawings on one page, neither is cut by the other's edges.
    """
    size = _SIZE.match(raw)
    head = (
        f'<svg viewBox="0 0 {size[1]} {size[2]}" width="{size[1]}" height="{size[2]}">' if size else "<svg>"
    )
    body = raw[size.end() :] if size else raw
    named = _NAMED.sub(rf"\g<1>{mark}-\g<2>", body)
    bare = _IDLE.sub("", _HIDDEN.sub("", _FONT.sub("", named)))
    return head + _PLACES.sub(_rounded, bare)


def _rounded(places: re.Match[str]) -> str:
    """Places to a tenth of a pixel; what is written as text is never touched."""
    return _LONG.sub(lambda long: f"{float(long[0]):.1f}".removesuffix(".0"), places[0])


def _write(file: Path, text: str) -> None:
    with _writing:  # the file beside is named by the process; its threads take turns
        replace_text(file, text)
