"""What raw tables mean: the guess beside sample rows, corrected over what was read, refused by the place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema, Status
from pydantic import Field

from custrata.project.supplying.correcting import TableChoice, choice_of, derived
from custrata.project.supplying.looking import Looked, LookedTable, looked_at, mapping_at
from custrata.sources.contract import CONTRACT
from custrata.sources.mapping import Mapping
from custrata.web.api.gate import asks
from custrata.web.api.marks import marked, needed, unchanged
from custrata.web.api.paging import Cursor, Limit, page
from custrata.web.api.problems import Refused
from custrata.web.api.rooms.answering import CHANGING, Sent, Slug, Words, answers, asking_in
from custrata.web.api.rooms.supplying.jobs import JobShape, job_shape
from custrata.web.data.room import meaning, ordering
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

router = Router(tags=["data"])

MOST = 500
"""Tables that one request says something of."""


class ColumnShape(Schema):
    """A raw column: the field that it is, ``+`` for a further column of customers, empty for not used."""

    name: str
    type: str
    field: str
    samples: list[str]


class DerivedShape(Schema):
    """A field that is not one column as it stands, and how it comes about."""

    field: str
    how: str


class TableShape(Schema):
    """A raw table: what it is read as, empty for not used, and its columns."""

    source: str
    rows: int
    table: str
    columns: list[ColumnShape]
    derived: list[DerivedShape]
    notes: list[str]


class QuestionShape(Schema):
    """Two readings are equally good; the answer is empty while it is open."""

    text: str
    options: list[str]
    answer: str


class UnreadShape(Schema):
    """A file that gave no table, and why."""

    file: str
    reason: str


class MappingShape(Schema):
    """A page of raw tables, and all questions; ``masked`` where samples that may name persons are hidden."""

    items: list[TableShape]
    questions: list[QuestionShape]
    unread: list[UnreadShape]
    masked: bool
    next: str | None


class FieldShape(Schema):
    """A field of a table of the contract."""

    table: str
    name: str
    meaning: str
    required: bool


class Fields(Schema):
    """A page of fields, table by table."""

    items: list[FieldShape]
    next: str | None


class TableText(Sent):
    """What a raw table is; columns that are left out keep their meaning where the table has such a field."""

    source: Words
    table: Words | None = None
    fields: dict[Words, Words] = Field(default_factory=dict)


class MappingText(Sent):
    """What is said of raw tables and questions; what is left out stays."""

    tables: list[TableText] = Field(default_factory=list, max_length=MOST)
    answers: dict[Words, Words] = Field(default_factory=dict)


class LookText(Sent):
    """Whether the meaning is guessed anew over what a person corrected."""

    again: bool = False


@router.get(
    "/workspaces/{slug:slug}/mapping",
    auth=asks(Right.DATA),
    response=answers(MappingShape, 304),
    summary="What the files mean",
)
def mapping(request: HttpRequest, response: HttpResponse, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """The mapping beside a few values of each column; 404 until the files have been looked at."""
    asking = asking_in(request)
    mark = meaning.mark_of(asking.workspace.place)
    looked, read = _at(asking)
    marked(response, mark)
    return unchanged(request, mark) or _shape(asking, looked, read, limit, cursor)


@router.patch(
    "/workspaces/{slug:slug}/mapping",
    auth=asks(Right.DATA),
    response=answers(MappingShape, *CHANGING),
    summary="Correct what the files mean",
)
def change_mapping(request: HttpRequest, response: HttpResponse, slug: Slug, text: MappingText) -> Any:
    """Say what tables and columns are; needs ``If-Match``. A part that does not fit is named."""
    asking = asking_in(request)
    looked, before = _at(asking)
    mark = needed(request, meaning.mark_of(asking.workspace.place))
    choices = _choices(text.tables, looked, before)
    after, refused = meaning.meant(asking, looked, before, choices, text.answers)
    if refused:
        raise Refused(
            422, "parts of the mapping do not fit; nothing was saved", errors=_told(refused, looked)
        )
    try:
        meaning.save_meaning(asking, before, after, mark)
    except meaning.Moved as error:
        raise Refused(
            412, "another version stands by now", remedy="read it, then save on top of it"
        ) from error
    marked(response, meaning.mark_of(asking.workspace.place))
    return _shape(asking, *_at(asking), 50, "")


@router.post(
    "/workspaces/{slug:slug}/mapping/look",
    auth=asks(Right.DATA),
    response=answers(JobShape, 409, 410, status=202),
    summary="Look at the files",
)
def look(request: HttpRequest, slug: Slug, text: LookText | None = None) -> Any:
    """Read the files in the background and guess what they mean; what a person corrected stays."""
    job = ordering.order_look(asking_in(request), again=bool(text and text.again))
    return Status(202, job_shape(job))


@router.get(
    "/workspaces/{slug:slug}/mapping/fields",
    auth=asks(Right.DATA),
    response=answers(Fields),
    summary="What a column can be",
)
def fields(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor, table: str = "") -> Any:
    """The tables of the contract with their fields; of one table where it is named."""
    found = [
        {"table": name, "name": column.name, "meaning": column.meaning, "required": column.required}
        for name, contract in CONTRACT.items()
        if table in ("", name)
        for column in contract.columns
    ]
    items, following = page(found, limit, cursor)
    return {"items": list(items), "next": following}


def _at(asking: Asking) -> tuple[Looked, Mapping]:
    looked, read = looked_at(asking.workspace.place), mapping_at(asking.workspace.place)
    if looked is None or read is None:
        raise Refused(
            404,
            "the files have not been looked at since they came",
            remedy="POST mapping/look, and wait for it",
        )
    return looked, read


def _choices(said: Sequence[TableText], looked: Looked, before: Mapping) -> dict[int, TableChoice]:
    """What was said of each table, with what it left out; a place that is not there is named."""
    places = {table.source: at for at, table in enumerate(looked.tables)}
    errors, choices = [], {}
    for one in said:
        at = places.get(one.source)
        if at is None:
            errors.append({"where": one.source, "detail": "there is no such raw table"})
            continue
        table = looked.tables[at]
        errors += [
            {"where": f"{one.source}: {name}", "detail": "there is no such column"}
            for name in sorted(set(one.fields) - {column.name for column in table.columns})
        ]
        if one.table and one.table not in CONTRACT:
            errors.append({"where": one.source, "detail": f"there is no table {one.table}"})
        else:
            choices[at] = _choice(one, table, before)
    if errors:
        raise Refused(422, "parts of the mapping are not there; nothing was saved", errors=errors)
    return choices


def _choice(said: TableText, table: LookedTable, before: Mapping) -> TableChoice:
    stands = choice_of(before, table)
    wanted = stands.table if said.table is None else said.table
    if wanted != stands.table:
        stands = meaning.renamed(TableChoice(wanted, stands.fields), table)
    return TableChoice(wanted, {**stands.fields, **said.fields} if wanted else dict(stands.fields))


def _told(refused: Sequence[meaning.Refusal], looked: Looked) -> list[dict[str, Any]]:
    return [
        {
            "where": one.error.where or (looked.tables[one.at].source if one.at >= 0 else "answers"),
            "detail": one.error.what,
            "remedy": one.error.remedy,
        }
        for one in refused
    ]


def _shape(asking: Asking, looked: Looked, read: Mapping, limit: int, cursor: str) -> dict[str, Any]:
    persons = asking.may(Right.PERSONS)
    items, following = page(looked.tables, limit, cursor)
    questions = [
        {"text": q.text, "options": [o.name for o in q.options], "answer": q.answer} for q in read.questions
    ]
    return {
        "items": [_table(table, read, persons) for table in items],
        "questions": questions,
        "unread": [{"file": file, "reason": reason} for file, reason in looked.unread],
        "masked": not persons,
        "next": following,
    }


def _table(table: LookedTable, read: Mapping, persons: bool) -> dict[str, Any]:
    choice = choice_of(read, table)
    columns = [
        {
            "name": column.name,
            "type": column.type,
            "field": choice.fields.get(column.name, ""),
            "samples": list(meaning.samples_of(table, at, choice, choice, persons=persons)),
        }
        for at, column in enumerate(table.columns)
    ]
    return {
        "source": table.source,
        "rows": table.rows,
        "table": choice.table,
        "columns": columns,
        "derived": [{"field": name, "how": how} for name, how in derived(read, table.source)],
        "notes": list(table.notes),
    }
