"""What is behind a picture: the specification of a chart, and the bundle that draws it for pointers."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from custrata.engine.snapshots import replace_text
from custrata.web.frame.drawing.svg import spec_file
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

_FOREVER = "public, max-age=31536000, immutable"


@require_safe
@needs(Right.SEE)
def chart_spec(request: HttpRequest, asking: Asking, mark: str) -> HttpResponse:
    """The specification of a chart of this workspace, named by its hash, so that it never changes."""
    file = spec_file(asking.workspace.slug, mark)
    if not file.is_file():
        raise Http404("there is no such chart")
    answer = HttpResponse(file.read_bytes(), content_type="application/json")
    answer["Cache-Control"] = "private, max-age=31536000, immutable"
    return answer


@require_safe
def vega(request: HttpRequest, mark: str) -> HttpResponse:
    """Vega, Vega-Lite and the interpreter of expressions that needs no eval, in one file for good."""
    if mark != vega_mark():
        raise Http404("there is no such bundle")
    text, packed = _bundle()
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        answer = HttpResponse(packed, content_type="text/javascript")
        answer["Content-Encoding"] = "gzip"
    else:
        answer = HttpResponse(text, content_type="text/javascript")
    answer["Cache-Control"] = _FOREVER
    answer["Vary"] = "Accept-Encoding"
    return answer


def vega_address() -> str:
    """Where the bundle is; it changes with the version of the library that brings it."""
    return reverse("vega", args=[vega_mark()])


@cache
def vega_mark() -> str:
    """The version of the library, so that browsers fetch the bundle again when it changes."""
    return hashlib.sha256(f"1 {version('vl-convert-python')}".encode()).hexdigest()[:12]


@cache
def _bundle() -> tuple[bytes, bytes]:
    file = Path(settings.SITE_FOLDER) / "charts" / f"vega-{vega_mark()}.js"
    if not file.is_file():
        import vl_convert

        replace_text(file, vl_convert.javascript_bundle())  # type: ignore[call-arg]  # its stub knows no default
    text = file.read_bytes()
    return text, gzip.compress(text, mtime=0)
