"""Rows set aside: look at them by reason, take them along as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from custrata.delivery.figures import Prose, count, say
from custrata.project.supplying.left_out import left_out, reasons_of
from custrata.web.data.room.ordering import set_aside_taken
from custrata.web.data.room.overview import ROWS
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole

A_PAGE = 100


@never_cache
@needs(Right.DATA)
def set_aside(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The rows that were set aside, with file, line, value and reason."""
    place = asking.workspace.place
    reason = request.GET.get("reason", "")
    start = whole(request.GET.get("from", "")) or 0
    persons = asking.may(Right.PERSONS)
    rows, total = left_out(place, reason=reason, start=start, count=A_PAGE, persons=persons)
    reasons = reasons_of(place)
    everything = sum(number for _, number in reasons)
    finding = say(count(everything, ROWS), " rows are set aside", _for_reasons(len(reasons)))
    page = Page(
        "data",
        "Rows set aside",
        finding if everything else "No row had to be set aside",
        crumbs=(("Data", f"/w/{asking.workspace.slug}/data/"),),
    )
    return show(
        request,
        asking,
        "data/left_out.html",
        page,
        rows=rows,
        total=total,
        reasons=reasons,
        reason=reason,
        masked=not persons,
        start=start,
        last=start + len(rows),
        later=_query(reason, start + A_PAGE) if start + A_PAGE < total else "",
        earlier=_query(reason, max(0, start - A_PAGE)) if start else "",
    )


@never_cache
@needs(Right.DATA)
def set_aside_file(request: HttpRequest, asking: Asking) -> StreamingHttpResponse:
    """The same as a file; that it was taken is on record."""
    reason = request.GET.get("reason", "")
    lines = set_aside_taken(asking, reason)
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{asking.workspace.slug}-set-aside.csv"'
    return answer


def _for_reasons(number: int) -> Prose:
    return say(", all for one reason") if number == 1 else say(", for ", count(number, ROWS), " reasons")


def _query(reason: str, start: int) -> str:
    return urlencode({"reason": reason, "from": str(start)})
