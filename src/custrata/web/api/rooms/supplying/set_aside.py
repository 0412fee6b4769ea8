"""Rows that were set aside: by reason, a page at a time, and as a file."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router, Schema

from custrata.project.supplying.left_out import left_out, reasons_of
from custrata.web.api.gate import asks
from custrata.web.api.paging import Cursor, Limit, read, written
from custrata.web.api.rooms.answering import Slug, answers, asking_in
from custrata.web.data.room.ordering import set_aside_taken
from custrata.web.workspaces.rights import Right

router = Router(tags=["data"])

Reason = Annotated[str, Query("", max_length=500, description="Only of this reason.")]
CSV = {
    "responses": {200: {"description": "The rows.", "content": {"text/csv": {"schema": {"type": "string"}}}}}
}


class ReasonShape(Schema):
    """Why rows were set aside, and how many."""

    reason: str
    rows: int


class RowShape(Schema):
    """A row that was set aside; values that name a person only for who may see them."""

    source: str
    line: int | None
    table: str
    column: str
    value: str
    reason: str


class SetAside(Schema):
    """A page of rows, how many there are in all of the reason, and all reasons."""

    items: list[RowShape]
    total: int
    reasons: list[ReasonShape]
    masked: bool
    next: str | None


@router.get(
    "/workspaces/{slug:slug}/set-aside",
    auth=asks(Right.DATA),
    response=answers(SetAside),
    summary="Rows set aside",
)
def set_aside(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor, reason: Reason) -> Any:
    """The rows that the latest build set aside, with file, line, value and reason."""
    asking = asking_in(request)
    place, persons, start = asking.workspace.place, asking.may(Right.PERSONS), read(cursor, int) or 0
    rows, total = left_out(place, reason=reason, start=start, count=limit, persons=persons)
    names = ("source", "line", "table", "column", "value", "reason")
    return {
        "items": [{name: getattr(row, name) for name in names} for row in rows],
        "total": total,
        "reasons": [{"reason": said, "rows": n} for said, n in reasons_of(place)],
        "masked": not persons,
        "next": written(start + limit) if start + limit < total else None,
    }


@router.get(
    "/workspaces/{slug:slug}/set-aside/file",
    auth=asks(Right.DATA),
    response=answers(None),
    summary="Rows set aside, as a file",
    openapi_extra=CSV,
)
def set_aside_file(request: HttpRequest, slug: Slug, reason: Reason) -> Any:
    """The same as CSV, harmless in a spreadsheet; that it was taken is on record."""
    asking = asking_in(request)
    lines = set_aside_taken(asking, reason)
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{asking.workspace.slug}-set-aside.csv"'
    return answer
