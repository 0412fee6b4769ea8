"""A number of a claim while it is chosen: what it would read and how it would stand, before it is saved."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from django.template.loader import render_to_string

from custrata.snapshot import Snapshot
from custrata.web.strategies.editing.binding import figure_at
from custrata.web.strategies.editing.figures import periods_of, segments_of, told


def look(request: HttpRequest, plain: Any, path: str, snapshot: Snapshot) -> JsonResponse:
    """A number as its form would save it, and what can be chosen with its measure.

    Args:
        request: The request.
        plain: What the block would hold.
        path: Where the number stands in the form.
        snapshot: Where numbers are read.

    Raises:
        Http404: No number stands there.
    """
    figure = figure_at(plain, path)
    if figure is None:
        raise Http404("there is no such number")
    found, measure = told(figure, snapshot), str(figure.get("measure", ""))
    part = tuple(dict(figure.get("segment") or {}).items())
    written = f", written as {found.written}" if found.written else ""
    return JsonResponse(
        {
            "title": f"{found.title}{written}",
            "now": render_to_string("strategies/figure_now.html", {"told": found}, request),
            "segment": [list(one) for one in segments_of(snapshot, measure)],
            "period": [list(one) for one in periods_of(snapshot, measure, part)],
        }
    )
