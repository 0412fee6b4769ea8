"""What the raw tables mean: the guess beside sample rows, corrected by choosing; questions answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from custrata.delivery.figures import Prose, count, say
from custrata.project.place import Place
from custrata.project.supplying.correcting import ATTRIBUTE, TableChoice, choice_of, derived
from custrata.project.supplying.looking import Looked, LookedTable, looked_at, mapping_at
from custrata.project.supplying.receiving import files_of
from custrata.sources.contract import CONTRACT
from custrata.sources.mapping import Mapping
from custrata.web.audit.models import Entry
from custrata.web.audit.record import record
from custrata.web.data.jobs.starting import latest, start
from custrata.web.data.room.asked import AskedShown, asked_in, asked_shown
from custrata.web.data.room.meaning import Moved, mark_of, meant, renamed, samples_of, save_meaning
from custrata.web.data.room.progress import progress_of
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

MOST_COLUMNS = 80
"""Columns of a table that are shown to choose from; a table of more is mapped in the file."""
SEEN = "data.mapping_seen"
"""What the log says once, when somebody has first looked at how the columns were read."""
MOVED = "Somebody has changed the mapping since. Your choices stand below: look, then save again."
ASKED = frozenset({"instrument", "rating_min", "rating_max"})
"""What is asked for beneath the columns, and not told once more among what is derived."""
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
    asked: AskedShown | None = None


@needs(Right.DATA)
def mapping(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The mapping to look at and to correct."""
    place = asking.workspace.place
    if request.method == "POST":
        return _save(request, asking, place)
    answer = _page(request, asking, place)
    seen = Entry.objects.filter(workspace=asking.workspace, act=SEEN)
    if looked_at(place) is not None and not seen.exists():
        record(SEEN, workspace=asking.workspace, actor=asking.user)
    return answer


@require_POST
@needs(Right.DATA)
def look_again(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Look at the files in the background; with ``again`` guess anew over what a person corrected."""
    start(asking.workspace, "map", asking.user, again=request.POST.get("again") == "1")
    return redirect("data_mapping", asking.workspace.slug)


@require_POST
@needs(Right.DATA)
def mapping_part(request: HttpRequest, asking: Asking, at: int) -> HttpResponse:
    """One raw table after another canonical table was chosen, with that one's fields, or another field."""
    place = asking.workspace.place
    looked, read = looked_at(place), mapping_at(place)
    if looked is None or read is None or at >= len(looked.tables):
        return redirect("data_mapping", asking.workspace.slug)
    table = looked.tables[at]
    choice = _choice(request, at, table)
    if request.POST.get("then") != "fields":
        choice = renamed(choice, table)
    sheet = _sheet(at, table, read, asking, choice)
    return render(
        request, "data/_table.html", {"sheet": sheet, "tables": _tables(), "workspace": asking.workspace}
    )


def _save(request: HttpRequest, asking: Asking, place: Place) -> HttpResponse:
    looked, before = looked_at(place), mapping_at(place)
    if looked is None or before is None:
        return redirect("data_mapping", asking.workspace.slug)
    answers = {q.text: request.POST.get(f"q{n}", q.answer) for n, q in enumerate(before.questions)}
    choices = {at: _choice(request, at, table) for at, table in enumerate(looked.tables)}
    mark = request.POST.get("mark", "")
    if mark != mark_of(place):
        return _page(request, asking, place, typed=True, told=MOVED, status=409)
    after, refused = meant(asking, looked, before, choices, answers)
    if refused:
        errors = {one.at: f"{one.error.what}. To do: {one.error.remedy}" for one in refused}
        return _page(request, asking, place, typed=True, errors=errors, status=422)
    try:
        save_meaning(asking, before, after, mark)
    except Moved:
        return _page(request, asking, place, typed=True, told=MOVED, status=409)
    if request.POST.get("then") == "build":
        job = start(asking.workspace, "build", asking.user)
        return redirect("data_job", asking.workspace.slug, job.pk)
    return redirect("data_mapping", asking.workspace.slug)


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


def _finding(looked: Looked | None, read: Mapping | None) -> Prose | str:
    if looked is None or read is None:
        return "What the files mean"
    if read.open_questions:
        many = len(read.open_questions)
        verb = " question needs" if many == 1 else " questions need"
        return say(count(many, "mapping"), verb, " your answer before a build")
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
    return TableChoice(chosen if chosen in CONTRACT else "", fields, asked_in(request, at))


def _sheet(
    at: int, table: LookedTable, read: Mapping, asking: Asking, choice: TableChoice, error: str = ""
) -> Sheet:
    shown = table.columns[:MOST_COLUMNS]
    lines = tuple(
        Line(
            column.name,
            f"f{at}-{n}",
            choice.fields.get(column.name, ""),
            samples_of(table, n, choice, choice_of(read, table), persons=asking.may(Right.PERSONS)),
        )
        for n, column in enumerate(shown)
    )
    asked = asked_shown(table, read, choice)
    told = tuple(one for one in derived(read, table.source) if asked is None or one[0] not in ASKED)
    return Sheet(at, table, choice.table, lines, told, _fields(choice.table), error, asked)


def _tables() -> tuple[tuple[str, str], ...]:
    return tuple((name, f"{name}: {table.row}") for name, table in CONTRACT.items())


def _fields(table: str) -> tuple[tuple[str, str, bool], ...]:
    if not table:
        return ()
    contract = CONTRACT[table]
    fields = tuple((c.name, c.meaning, c.required) for c in contract.columns)
    return (*fields, (ATTRIBUTE, "a further column of customers", False)) if contract.attributes else fields
