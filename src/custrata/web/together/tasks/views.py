"""Tasks over the wire, and the one address at which anything is made of a finding."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from custrata.errors import CustrataError
from custrata.web.frame.page import Page, show
from custrata.web.together.addresses import checked, link_of, words_of
from custrata.web.together.models import Task
from custrata.web.together.people import member, people_of
from custrata.web.together.tasks import keeping, making
from custrata.web.together.tasks.listing import FILTERS, MOST, counted, listed, tasks_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.once import once
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import own_page
from custrata.web.workspaces.within import within


@needs(Right.SEE)
@require_GET
def tasks(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The list of tasks through a filter."""
    return _list(request, asking)


@needs(Right.COMMENT)
@require_POST
@once
def new(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Make a task by hand."""
    given = request.POST
    try:
        keeping.make(
            asking.workspace,
            asking.user,
            given.get("title", ""),
            owner=member(asking.workspace, given.get("owner", "")),
            due_on=keeping.day(given.get("due_on", "")),
            note=given.get("note", ""),
        )
    except ValidationError as error:
        return _list(request, asking, error=error.messages[0])
    return redirect("tasks", asking.workspace.slug)


@needs(Right.SEE)
@require_http_methods(["GET", "POST"])
def task(request: HttpRequest, asking: Asking, key: int) -> HttpResponseBase:
    """One task: its form and its comments."""
    found = _task(asking, key)
    error = _rewritten(request, asking, found) if request.method == "POST" else ""
    if request.method == "POST" and not error:
        messages.success(request, "The task is saved.")
        return redirect(_next(request) or reverse("tasks", args=[asking.workspace.slug]))
    one = listed(found, asking.workspace.slug, timezone.localdate())
    crumbs = (("Tasks", reverse("tasks", args=[asking.workspace.slug])),)
    page = Page("home", "Task", finding=found.title, crumbs=crumbs)
    typed = request.POST if error else {}
    return show(
        request,
        asking,
        "together/task.html",
        page,
        status=422 if error else 200,
        one=one,
        people=people_of(asking.workspace),
        error=error,
        typed=typed,
    )


def _rewritten(request: HttpRequest, asking: Asking, found: Task) -> str:
    """Keep what was typed into a task; what is wrong with it in words, empty for nothing."""
    if not asking.may(Right.COMMENT):
        raise PermissionDenied(f"this needs the right to {Right.COMMENT}")
    given = request.POST
    try:
        keeping.rewrite(
            found,
            asking,
            title=given.get("title", ""),
            owner=member(asking.workspace, given.get("owner", "")),
            due_on=keeping.day(given.get("due_on", "")),
            note=given.get("note", ""),
        )
    except ValidationError as error:
        return str(error.messages[0])
    return ""


@needs(Right.COMMENT)
@require_POST
def done(request: HttpRequest, asking: Asking, key: int) -> HttpResponseBase:
    """Say that a task is done."""
    return _finished(request, asking, key, done=True)


@needs(Right.COMMENT)
@require_POST
def undone(request: HttpRequest, asking: Asking, key: int) -> HttpResponseBase:
    """Say that a task is open again."""
    return _finished(request, asking, key, done=False)


@needs(Right.COMMENT)
@require_POST
def drop(request: HttpRequest, asking: Asking, key: int) -> HttpResponseBase:
    """Take a task out."""
    keeping.drop(_task(asking, key), asking)
    if request.headers.get("HX-Request"):
        return HttpResponse('<span role="status">Task taken out</span>')
    messages.success(request, "The task is taken out.")
    return redirect("tasks", asking.workspace.slug)


@needs(Right.COMMENT)
@require_POST
@once
def make(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Make something of a finding: ``kind``, ``origin`` and ``title`` say what, of what."""
    given = request.POST
    try:
        kind, origin = making.Kind(given.get("kind", "task")), checked(given.get("origin", ""))
    except (ValueError, ValidationError) as error:
        raise Http404("there is nothing of this kind to make here") from error
    title = " ".join(given.get("title", "").split()) or words_of(origin)
    try:
        made = making.make(asking, kind, origin, title)
    except CustrataError as error:
        return _refused(request, asking, origin, str(error))
    if request.headers.get("HX-Request"):
        context = {"made": made, "workspace": asking.workspace, "asking": asking}
        return render(request, "together/made.html", context)
    messages.success(request, made.said)
    return redirect(_next(request) or made.href)


def _refused(request: HttpRequest, asking: Asking, origin: str, said: str) -> HttpResponseBase:
    if request.headers.get("HX-Request"):
        return render(request, "together/made.html", {"error": said})
    messages.error(request, said)
    return redirect(_next(request) or link_of(asking.workspace.slug, origin))


def _finished(request: HttpRequest, asking: Asking, key: int, *, done: bool) -> HttpResponseBase:
    found = _task(asking, key)
    keeping.finish(found, asking, done=done)
    if request.headers.get("HX-Request"):
        one = listed(found, asking.workspace.slug, timezone.localdate())
        context = {"one": one, "workspace": asking.workspace, "rights": asking.rights_by_name}
        return render(request, "together/task_line.html", context)
    return redirect(_next(request) or reverse("tasks", args=[asking.workspace.slug]))


def _list(request: HttpRequest, asking: Asking, *, error: str = "") -> HttpResponse:
    only = request.GET.get("only", "open")
    only = only if only in dict(FILTERS) else "open"
    origin = request.GET.get("origin", "")[:200]
    today = timezone.localdate()
    found = tasks_of(asking.workspace, asking.user, today, only=only, origin=origin)
    number, late = len(found), sum(1 for one in found if one.late)
    if number == MOST:
        number, late = counted(asking.workspace, asking.user, today, only=only, origin=origin)
    page = Page("home", "Tasks", finding=_finding(number, late, only))
    return show(
        request,
        asking,
        "together/tasks.html",
        page,
        status=422 if error else 200,
        listed=found,
        number=number,
        only=only,
        filters=FILTERS,
        origin=origin,
        origin_words=words_of(origin) if origin else "",
        people=people_of(asking.workspace),
        error=error,
        typed=request.POST,
    )


def _finding(number: int, late: int, only: str) -> str:
    if only == "done":
        return f"{number:,} tasks are done" if number != 1 else "1 task is done"
    if not number:
        return "No task is open"
    many = f"{number:,} tasks are open" if number > 1 else "1 task is open"
    return f"{many}, {late:,} of them late" if late else many


def _task(asking: Asking, key: int) -> Task:
    found = within(asking, Task.objects.select_related("owner", "maker"), key, "task")
    found.workspace = asking.workspace
    return found


def _next(request: HttpRequest) -> str:
    """Where to go back to, if it is on this site."""
    return own_page(request.POST.get("next", ""))
