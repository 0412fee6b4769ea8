"""Charts as SVG made on the server: coloured by the page's own tokens, drawn at two widths, kept once drawn."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from django.conf import settings

from custrata.engine.snapshots import replace_text

FULL, SLIM = 660, 340
"""Widths in pixels, so that text stays as large as text."""

_SIZE = re.compile(r'^<svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>')
_FONT = re.compile(r' font-family="[^"]*"')
_HIDDEN = re.compile(r'(<path class="background"[^>]*/>)')
_ROLES = re.compile(r' (?:role|aria-roledescription|aria-label|aria-hidden)="[^"]*"')


def drawn(spec: dict[str, Any], width: int, kind: str, finding: str) -> str:
    """A chart as SVG.

    Args:
        spec: Vega-Lite.
        width: In pixels.
        kind: ``full`` or ``slim``, the class by which the page shows one of the two.
        finding: What it shows, for who does not see it.
    """
    text = json.dumps(spec, sort_keys=True)
    file = _kept(text, width)
    inner = file.read_text(encoding="utf-8") if file.is_file() else _draw(spec, width, file)
    label = finding.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return inner.replace("<svg ", f'<svg class="{kind}" role="img" aria-label="{label}" ', 1)


def _kept(text: str, width: int) -> Path:
    mark = hashlib.sha256(f"2 {width} {text}".encode()).hexdigest()[:32]
    return Path(settings.SITE_FOLDER) / "charts" / f"{mark}.svg"


def _draw(spec: dict[str, Any], width: int, file: Path) -> str:
    import vl_convert

    sized = dict(spec) if spec.get("width") != "container" else spec | {"width": width}
    raw: str = vl_convert.vegalite_to_svg(json.dumps(sized))
    written = _tidied(raw)
    replace_text(file, written)
    return written


def _tidied(raw: str) -> str:
    """The drawing alone: our fonts come from the page, and the one description stands at its head."""
    size = _SIZE.match(raw)
    head = (
        f'<svg viewBox="0 0 {size[1]} {size[2]}" width="{size[1]}" height="{size[2]}">' if size else "<svg>"
    )
    body = raw[size.end() :] if size else raw
    return head + _ROLES.sub("", _HIDDEN.sub("", _FONT.sub("", body)))
