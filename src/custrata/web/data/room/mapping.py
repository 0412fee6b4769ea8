"""What the raw tables mean: the guess beside sample rows, corrected by choosing; questions answered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from custrata.delivery.figures import Prose, count, say
from custrata.errors import CustrataError, SettingError
from custrata.project.place import Place
from custrata.project.supplying.correcting import (
    ATTRIBUTE,
    TableChoice,
    answered,
    choice_of,
    corrected,
    derived,
    save_mapping,
)
from custrata.project.supplying.left_out import MASK, PERSONAL
from custrata.project.supplying.looking import Looked, LookedTable, looked_at, mapping_at
from custrata.project.supplying.receiving import files_of
from custrata.sources.contract import CONTRACT
from custrata.sources.mapping import Mapping
from custrata.web.audit.record import record
from custrata.web.data.jobs.starting import latest, start
from custrata.web.data.room.progress import progress_of
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

MOST_COLUMNS = 80
"""Columns of a table that are shown to choose from; a table of more is mapped in the file."""
READ_COLUMNS = "raw tables, as they were last looked at"


@dataclass(frozen=True)
class Line:
    """A raw column on the page."""

    name: str
    at: str
    field: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A raw table on the page."""

    at: int
    looked: LookedTable
    table: str
    lines: tuple[Line, ...]
    derived: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, str, bool], ...]
    error: str = ""


@needs(Right.DATA)
def mapping(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The mapping to look at and to correct."""
    place = asking.workspace.place
    if request.method == "POST":
        return _save(request, asking, place)
    return _page(request, asking, place)


@require_POST
@needs(Right.DATA)
def look_again(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Look at the files in the background; with ``again`` guess anew over what a person corrected."""
    start(asking.workspace, "map", asking.user, again=request.POST.get("again") == "1")
    return redirect("data_mapping", asking.workspace.slug)


@require_POST
@needs(Right.DATA)
def mapping_part(request: HttpRequest, asking: Asking, at: int) -> HttpResponse:
    """One raw table after another canonical table was chosen: with the fields of that one."""
    place = asking.workspace.place
    looked, read = looked_at(place), mapping_at(place)
    if looked is None or read is None or at >= len(looked.tables):
        return redirect("data_mapping", asking.workspace.slug)
    table = looked.tables[at]
    sheet = _sheet(at, table, read, asking, _renamed(_choice(request, at, table), table))
    return render(
        request, "data/_table.html", {"sheet": sheet, "tables": _tables(), "workspace": asking.workspace}
    )


def _save(request: HttpRequest, asking: Asking, place: Place) -> HttpResponse:
    looked, before = looked_at(place), mapping_at(place)
    if looked is None or before is None:
        return redirect("data_mapping", asking.workspace.slug)
    if request.POST.get("mark") != mark_of(place):
        told = "Somebody has changed the mapping since. Your choices stand below: look, then save again."
        return _page(request, asking, place, typed=True, told=told, status=409)
    errors: dict[int, str] = {}
    after = _answers(request, before, errors)
    for at, table in enumerate(looked.tables):
        try:
            chosen = _choice(request, at, table)
            _check_names(asking, choice_of(before, table), chosen)
            after = corrected(after, table, chosen)
        except CustrataError as error:
            errors[at] = f"{error.what}. To do: {error.remedy}"
    if errors:
        return _page(request, asking, place, typed=True, errors=errors, status=422)
    if after != before:
        with transaction.atomic():
            record("data.mapping_saved", workspace=asking.workspace, actor=asking.user)
            save_mapping(place, after)
    if request.POST.get("then") == "build":
        job = start(asking.workspace, "build", asking.user)
        return redirect("data_job", asking.workspace.slug, job.pk)
    return redirect("data_mapping", asking.workspace.slug)


def _answers(request: HttpRequest, before: Mapping, errors: dict[int, str]) -> Mapping:
    given = {q.text: request.POST.get(f"q{number}", q.answer) for number, q in enumerate(before.questions)}
    try:
        return answered(before, given)
    except CustrataError as error:
        errors[-1] = f"{error.what}. To do: {error.remedy}"
        return before


def _page(
    request: HttpRequest,
    asking: Asking,
    place: Place,
    *,
    typed: bool = False,
    told: str = "",
    errors: dict[int, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    looked, read = looked_at(place), mapping_at(place)
    job = latest(asking.workspace, "map")
    sheets: list[Sheet] = []
    if looked and read:
        for at, table in enumerate(looked.tables):
            choice = _choice(request, at, table) if typed else choice_of(read, table)
            sheets.append(_sheet(at, table, read, asking, choice, (errors or {}).get(at, "")))
    page = Page(
        "data", "Mapping", _finding(looked, read), crumbs=(("Data", f"/w/{asking.workspace.slug}/data/"),)
    )
    questions = [
        (f"q{number}", q, request.POST.get(f"q{number}", q.answer) if typed else q.answer)
        for number, q in enumerate(read.questions if read else ())
    ]
    return show(
        request,
        asking,
        "data/mapping.html",
        page,
        status=status,
        sheets=sheets,
        tables=_tables(),
        questions=questions,
        unread=looked.unread if looked else (),
        mark=mark_of(place),
        told=told or (errors or {}).get(-1, ""),
        wrong=bool(errors),
        job=progress_of(job) if job and (job.is_open or looked is None) else None,
        files=files_of(place),
        masked=not asking.may(Right.PERSONS),
    )


def mark_of(place: Place) -> str:
    """What the mapping says now, so that a save on an older one is noticed."""
    text = place.mapping.read_bytes() if place.mapping.is_file() else b""
    return hashlib.sha256(text).hexdigest()[:16]


def _finding(looked: Looked | None, read: Mapping | None) -> Prose | str:
    if looked is None or read is None:
        return "What the files mean"
    if read.open_questions:
        return say(count(len(read.open_questions), "mapping"), " questions need your answer before a build")
    used = len({source.source for source in read.sources})
    return say(
        count(used, "mapping"),
        " of ",
        count(len(looked.tables), READ_COLUMNS),
        " raw tables are understood; correct what is wrong",
    )


def _choice(request: HttpRequest, at: int, table: LookedTable) -> TableChoice:
    chosen = request.POST.get(f"t{at}", "")
    fields = {column.name: request.POST.get(f"f{at}-{n}", "") for n, column in enumerate(table.columns)}
    return TableChoice(chosen if chosen in CONTRACT else "", fields)


def _renamed(choice: TableChoice, table: LookedTable) -> TableChoice:
    """The choice for another table: fields that it does not have give way to columns of the same name."""
    if not choice.table:
        return TableChoice("", {column.name: "" for column in table.columns})
    contract, fields = CONTRACT[choice.table], {}
    taken = {field for field in choice.fields.values() if contract.has(field)}
    for column in table.columns:
        field = choice.fields.get(column.name, "")
        alike = "_".join(column.name.casefold().split())
        if not contract.has(field):
            field = alike if contract.has(alike) and alike not in taken else ""
        taken.add(field)
        fields[column.name] = field
    return TableChoice(choice.table, fields)


def _sheet(
    at: int, table: LookedTable, read: Mapping, asking: Asking, choice: TableChoice, error: str = ""
) -> Sheet:
    shown = table.columns[:MOST_COLUMNS]
    lines = tuple(
        Line(
            column.name,
            f"f{at}-{n}",
            choice.fields.get(column.name, ""),
            _samples(table, n, choice, choice_of(read, table), asking.may(Right.PERSONS)),
        )
        for n, column in enumerate(shown)
    )
    return Sheet(at, table, choice.table, lines, derived(read, table.source), _fields(choice.table), error)


def _samples(
    table: LookedTable, number: int, choice: TableChoice, kept: TableChoice, persons: bool
) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(row[number] for row in table.samples if row[number]))[:3]
    # What nobody has said the meaning of may be anybody's name: it is shown to who may see names. What is
    # kept counts as well as what is chosen: choosing another meaning must not uncover what a column holds.
    known = all(_plain(one, table.columns[number].name) for one in (choice, kept))
    if persons or (known and not any("@" in value for value in values)):
        return values
    return tuple(MASK for _ in values[:1])


def _plain(choice: TableChoice, column: str) -> bool:
    """Whether a column is known to hold something else than names of persons."""
    field = choice.fields.get(column, "")
    return bool(field) and field != ATTRIBUTE and (choice.table, field) not in PERSONAL


def _check_names(asking: Asking, before: TableChoice, after: TableChoice) -> None:
    """Whoever may not see persons gives no column a meaning under which its values would be shown.

    A column that names persons keeps its meaning; one that nobody has said the meaning of may name them.
    """
    if asking.may(Right.PERSONS):
        return
    for column, field in before.fields.items():
        now = after.fields.get(column, "") if after.table else ""
        if (after.table, now) == (before.table, field) or (not now and not field):
            continue
        if (before.table, field) in PERSONAL:
            raise SettingError(
                "this column names persons, and keeps its meaning",
                where=column,
                remedy="leave it as it is, or ask somebody who may see persons",
            )
        if not field and (after.table, now) not in PERSONAL:
            raise SettingError(
                "nobody has said what this column means, and it may name persons",
                where=column,
                remedy="leave it unused, or ask somebody who may see persons to give it a meaning",
            )


def _tables() -> tuple[tuple[str, str], ...]:
    return tuple((name, f"{name}: {table.row}") for name, table in CONTRACT.items())


def _fields(table: str) -> tuple[tuple[str, str, bool], ...]:
    if not table:
        return ()
    contract = CONTRACT[table]
    fields = tuple((c.name, c.meaning, c.required) for c in contract.columns)
    return (*fields, (ATTRIBUTE, "a further column of customers", False)) if contract.attributes else fields
