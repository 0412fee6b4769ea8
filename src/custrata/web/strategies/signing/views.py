"""Sign-off: a version is put up, functions sign or decline, a later edit opens signatures again."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from custrata.errors import DocumentError, InputError
from custrata.web.frame.page import Page, show
from custrata.web.strategies.answering import conflicts_shown
from custrata.web.strategies.saving import head_of, strategy_of
from custrata.web.strategies.signing import answering
from custrata.web.strategies.signing.standing import Signing, signing_of, since_signed
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import whole


@needs(Right.SEE)
def signing(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Who has agreed to what stands, and what changed since."""
    return _page(request, asking)


def _page(request: HttpRequest, asking: Asking, *, wrong: str = "", status: int = 200) -> HttpResponse:
    scene = scene_of(asking.workspace)
    strategy = strategy_of(asking.workspace)
    found = signing_of(strategy, scene.document)
    rows = [(one, since_signed(strategy, scene.document, one)) for one in found.standings]
    page = Page(
        "canvas",
        "Sign-off",
        finding=finding_of(found),
        kicker=(f"Revision {strategy.number}",),
        lede="A signature holds for the words it was given on; an edit of them opens it again.",
        crumbs=(("Strategy", reverse("canvas", args=[asking.workspace.slug])),),
    )
    return show(
        request,
        asking,
        "strategies/signing.html",
        page,
        scene=scene,
        status=status,
        rows=rows,
        signing=found,
        number=strategy.number,
        mine=asking.membership.function.casefold(),
        functions="\n".join(one.function for one in found.standings),
        decisions=scene.document.decisions,
        wrong=wrong,
        typed=request.POST,
    )


def finding_of(found: Signing) -> str:
    """The state of the agreement in a sentence."""
    asked = len(found.standings)
    if not asked:
        return "Nobody is asked to sign yet"
    again = len(found.reopened)
    opened = f"; {again} {'is' if again == 1 else 'are'} open again" if again else ""
    if not found.signed:
        return f"No function has signed what stands; {asked} {'is' if asked == 1 else 'are'} asked{opened}"
    said = f"All {asked}" if found.signed == asked else f"{found.signed} of {asked}"
    has = "has" if found.signed == 1 else "have"
    return f"{said} functions {has} signed what stands{opened}"


@require_POST
@needs(Right.EDIT)
@conflicts_shown
def ask(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Put what stands up for sign-off."""
    functions = request.POST.get("functions", "").splitlines()
    try:
        found = answering.put_up(
            strategy_of(asking.workspace), asking.user, functions, request.POST.get("note", "")
        )
    except DocumentError as error:
        return _page(request, asking, wrong=f"{error.what}: {error.remedy}", status=422)
    messages.success(request, f"Revision {found.number} is up for sign-off.")
    return redirect("signing", asking.workspace.slug)


@require_POST
@needs(Right.COMMENT)
def answer(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """The answer of a function: its own people give it; an admin may write down what others said."""
    given = _answer(request, asking)
    strategy = strategy_of(asking.workspace)
    base = whole(request.POST.get("base", "")) or 0
    if not 0 < base <= strategy.number:
        raise InputError("the form does not say which revision it shows", remedy="load the page again")
    snapshot = scene_of(asking.workspace).snapshot.manifest.fingerprint
    try:
        answering.give(strategy, given, int(base), asking.user, timezone.localdate(), snapshot)
    except answering.Overtaken as error:
        said = (
            "the strategy was edited while you looked at it and stands at revision "
            f"{error.number} now: read what changed, then answer"
        )
        return _page(request, asking, wrong=said, status=409)
    except DocumentError as error:
        return _page(request, asking, wrong=f"{error.what}: {error.remedy}", status=422)
    messages.success(request, f"{given.function.capitalize()}: {answering.ACTS[given.verb]}.")
    return redirect("signing", asking.workspace.slug)


def _answer(request: HttpRequest, asking: Asking) -> answering.Answer:
    function, verb = request.POST.get("function", "").strip(), request.POST.get("do", "")
    known = {
        s.function.casefold(): s.function for s in head_of(strategy_of(asking.workspace)).document.sign_offs
    }
    if verb not in answering.ACTS or function.casefold() not in known:
        raise Http404("there is no such function")
    own = function.casefold() == asking.membership.function.strip().casefold()
    if not own and not asking.may(Right.ADMIN):
        raise PermissionDenied("only the function itself signs, or an admin who writes down what it said")
    name = request.POST.get("name", "").strip() if not own else ""
    return answering.Answer(
        known[function.casefold()],
        verb,
        name or str(asking.user),
        request.POST.get("reason", ""),
        for_other=not own,
    )


@require_POST
@needs(Right.EDIT)
@conflicts_shown
def decide(request: HttpRequest, asking: Asking, decision: str) -> HttpResponseBase:
    """Record what was decided."""
    strategy = strategy_of(asking.workspace)
    given = whole(request.POST.get("base", ""))
    number = strategy.number if given is None else given
    chosen = request.POST.get("decided", "") or request.POST.get("option", "")
    if decision not in {d.id for d in head_of(strategy).document.decisions}:
        raise Http404("there is no such decision")
    answering.decide(strategy, decision, chosen, number, asking.user, timezone.localdate())
    messages.success(request, "The decision is recorded." if chosen else "The decision is open again.")
    return redirect(f"{reverse('signing', args=[asking.workspace.slug])}#d-{decision}")
