"""Any part of the strategy as a form: shown, typed into, saved as one block."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from custrata.errors import DocumentError, InputError
from custrata.strategy.blocks import WHOLE, with_block
from custrata.strategy.document import Document
from custrata.strategy.forms.shape import Sort, slot_of
from custrata.web.frame.page import Page, show
from custrata.web.strategies.answering import conflicts_shown, page_wanted, wants_values
from custrata.web.strategies.conflicts.showing import home_of, named_block
from custrata.web.strategies.editing.binding import bound_in
from custrata.web.strategies.editing.field import Typed
from custrata.web.strategies.editing.fields import fields_of, holds_numbers, suggestions
from custrata.web.strategies.editing.figures import measured
from custrata.web.strategies.editing.listing import groups_of, items_of
from custrata.web.strategies.editing.looking import look
from custrata.web.strategies.editing.reading import Reading, read
from custrata.web.strategies.editing.reshaping import reshaped
from custrata.web.strategies.editing.root import KEPT_BY_BUILDS, Root, one_of, root_of, singular
from custrata.web.strategies.models import BlockRevision, Strategy
from custrata.web.strategies.saving import Saved, change, document_at, head_of, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole


@needs(Right.SEE)
def parts(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Every part of the strategy, with what it holds."""
    document = head_of(strategy_of(asking.workspace)).document
    page = Page(
        "canvas", "All parts", finding="Every part of the strategy, in one place", crumbs=_canvas(asking)
    )
    return show(request, asking, "strategies/parts.html", page, groups=groups_of(document))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Right.EDIT)
@conflicts_shown
def part(request: HttpRequest, asking: Asking, path: str) -> HttpResponseBase:
    """One part as a form; a list of parts as a list."""
    strategy = strategy_of(asking.workspace)
    head = head_of(strategy)
    if _is_list(path):
        return _list(request, asking, path, head.document)
    base = _base(request, strategy)
    document = head.document if base == head.number else document_at(strategy, base)
    try:
        root = root_of(document, path)
    except DocumentError as error:
        raise Http404(str(error)) from error
    scene = scene_of(asking.workspace)
    if request.method != "POST":
        return _form(request, asking, root, base, document)
    if "remove" in request.POST:
        return _saved(request, asking, root, _save(asking, strategy, base, root.address, None))
    typed = bound_in(read(root, request.POST), root.plain, request.POST, scene.snapshot)
    if "look" in request.POST:
        return look(request, typed.plain, request.POST["look"], scene.snapshot)
    again = reshaped(root, typed, request.POST.get("do", ""))
    if again is not None:
        return _form(request, asking, root, base, document, again)
    if typed.typed.errors:
        return _refused(request, asking, root, base, document, typed)
    try:
        saved = _save(asking, strategy, base, root.address, root.value(typed.plain))
    except DocumentError as error:
        return _refused(request, asking, root, base, document, _with_error(root, typed, error))
    return _saved(request, asking, root, saved)


def _save(asking: Asking, strategy: Strategy, base: int, address: str, value: object) -> Saved:
    return change(strategy, base, lambda now: with_block(now, address, value), asking.user)


def _base(request: HttpRequest, strategy: Strategy) -> int:
    """The revision that the person looked at."""
    given = whole(request.POST.get("base", "")) or 0
    if request.method != "POST":
        return strategy.number
    if not 0 < given <= strategy.number:
        raise InputError("the form does not say which revision it shows", remedy="load the page again")
    return given


def _form(
    request: HttpRequest,
    asking: Asking,
    root: Root,
    base: int,
    document: Document,
    reading: Reading | None = None,
    status: int = 200,
) -> HttpResponse:
    typed = reading.typed if reading else Typed()
    shown = Root(**{**root.__dict__, "plain": reading.plain}) if reading else root
    snapshot = scene_of(asking.workspace).snapshot
    fields = fields_of(document, shown, typed, snapshot)
    context: dict[str, Any] = {
        "root": root,
        "fields": fields,
        "base": base,
        "measures": suggestions(fields),
        "readable": measured(snapshot) if any(holds_numbers(field) for field in fields) else (),
        "error": typed.errors.get("", ""),
        "wrong": len(typed.errors),
        "back": home_of(root.address, asking.workspace)
        if root.address.startswith("canvas.")
        else _back(asking, root),
        "action": reverse("part", args=[asking.workspace.slug, root.address]),
    }
    page = Page("canvas", root.title, finding=root.title, lede=root.question, crumbs=_canvas(asking))
    template = "strategies/part_form.html" if request.headers.get("HX-Request") else "strategies/part.html"
    return show(request, asking, template, page, status=status, **context)


def _refused(
    request: HttpRequest, asking: Asking, root: Root, base: int, document: Document, reading: Reading
) -> HttpResponse:
    """The form once more with what is wrong beside its field, and everything typed kept."""
    if wants_values(request):
        return JsonResponse({"errors": dict(reading.typed.errors)}, status=422)
    return _form(request, asking, root, base, document, reading, status=422)


def _with_error(root: Root, reading: Reading, error: DocumentError) -> Reading:
    path = str(error.facts.get("path", ""))
    inner = path.removeprefix(root.address).lstrip(".") if not root.alone else path
    told = f"{error.what}. To do: {error.remedy}" if error.remedy else error.what
    at = inner if inner in reading.typed.raw else ""
    where = f"{inner}: " if inner and not at else ""
    errors = {at: f"{where}{told}"}
    return Reading(reading.plain, Typed(reading.typed.raw, errors, reading.typed.new))


def _saved(request: HttpRequest, asking: Asking, root: Root, saved: Saved) -> HttpResponse:
    if wants_values(request):
        return JsonResponse({"number": saved.number, "blocks": list(saved.blocks)})
    if saved.blocks or _own_last(asking, root, saved.number):
        messages.success(
            request,
            f"Saved as revision {saved.number}: {named_block(root.address)}.",
            extra_tags=f"undo:{saved.number}",
        )
    return redirect(page_wanted(request, asking) or _next(asking, root, saved))


def _own_last(asking: Asking, root: Root, number: int) -> bool:
    """Whether the last save is one's own of this very part: it saved itself while the person typed."""
    rows = BlockRevision.objects.filter(strategy__workspace=asking.workspace, number=number)
    return number > 1 and rows.filter(author=asking.user, block=root.address).exists()


def _next(asking: Asking, root: Root, saved: Saved) -> str:
    gone = root.address not in saved.blocks or "[" not in root.address
    if root.address.startswith("canvas."):
        return home_of(root.address, asking.workspace)
    return (
        _back(asking, root) if gone or "[" in root.address else reverse("parts", args=[asking.workspace.slug])
    )


def _back(asking: Asking, root: Root) -> str:
    field, _, key = root.address.partition("[")
    return (
        reverse("part", args=[asking.workspace.slug, field])
        if key
        else reverse("parts", args=[asking.workspace.slug])
    )


def _is_list(path: str) -> bool:
    slot = slot_of(Document, path)
    return slot is not None and slot.sort is Sort.PARTS and path not in WHOLE | KEPT_BY_BUILDS


def _list(request: HttpRequest, asking: Asking, path: str, document: Document) -> HttpResponse:
    if request.method == "POST":
        # Somebody else may add one at the same moment: the id is not counted but drawn.
        key = f"{singular(path).replace(' ', '-')}-{uuid4().int % 100_000:05}"
        return redirect("part", asking.workspace.slug, f"{path}[{key}]")
    items = items_of(document, path)
    page = Page(
        "canvas",
        singular(path).capitalize(),
        finding=path.replace("_", " ").capitalize(),
        crumbs=_canvas(asking),
    )
    return show(
        request,
        asking,
        "strategies/part_list.html",
        page,
        items=items,
        field=path,
        one=one_of(singular(path)),
        short=singular(path),
    )


def _canvas(asking: Asking) -> tuple[tuple[str, str], ...]:
    return (("Strategy", reverse("canvas", args=[asking.workspace.slug])),)
