"""Pitfalls: what the check finds, where, how to mend it, and what is let stand for a reason."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from custrata.delivery.deck.material import DOCUMENT
from custrata.delivery.figures import Figure, Prose, say, stated
from custrata.errors import InputError
from custrata.strategy.acting.explaining import explained
from custrata.strategy.acting.letting_stand import let_stand, reported_again
from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Severity
from custrata.strategy.lint.registry import pitfall_of
from custrata.web.frame.kicker import kicker
from custrata.web.frame.page import Page
from custrata.web.steering.keeping import keep
from custrata.web.steering.rooms import room
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.typed import day, whole

HEAD = Page("pitfalls", "Pitfalls")
SHOWN = 25
"""Findings on a page; the filters lead to the others."""


@needs(Right.SEE)
@require_safe
def pitfalls(request: HttpRequest, asking: Asking) -> HttpResponse:
    """The findings, the heaviest first, and what is let stand."""
    scene = scene_of(asking.workspace)
    found = scene.checked.findings
    severity, code = request.GET.get("severity", ""), request.GET.get("code", "")
    chosen = [f for f in found if severity in ("", f.severity.value) and code in ("", f.code)]
    first = whole(request.GET.get("from", "")) or 0
    page = Page("pitfalls", "Pitfalls", finding(found), kicker(scene))
    return room(
        request,
        asking,
        "pitfalls",
        page,
        scene=scene,
        shown=[(f, title_of(f.code)) for f in chosen[first : first + SHOWN]],
        many=len(chosen),
        first=first,
        next_from=first + SHOWN if len(chosen) > first + SHOWN else 0,
        severity=severity,
        code=code,
        severities=counts_of(found),
        codes=codes_of(found),
        suppressed=scene.checked.suppressed,
    )


@needs(Right.SEE)
@require_safe
def explain(request: HttpRequest, asking: Asking, code: str) -> HttpResponse:
    """What the manual says of one pitfall; a finding is named by code and place, ``OW101@goals``."""
    code = code.partition("@")[0]
    known = pitfall_of(code)
    if known is None:
        raise Http404("there is no such pitfall")
    crumbs = (("Pitfalls", reverse("pitfalls", args=[asking.workspace.slug])),)
    page = Page("pitfalls", known.code, known.title, (known.code, known.severity.value), crumbs=crumbs)
    scene = scene_of(asking.workspace)
    here = [f for f in scene.checked.findings if f.code == code]
    return room(request, asking, "pitfall", page, scene=scene, told=explained(known), here=here, code=code)


@needs(Right.EDIT)
@require_POST
def stand(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Let a finding stand, for a reason, under the name of who is here."""
    posted = request.POST
    return keep(
        request,
        asking,
        lambda document: stood(document, posted.get("code", ""), posted, str(asking.user)),
        reverse("pitfalls", args=[asking.workspace.slug]),
        page=HEAD,
        said="It is let stand, and listed below with your reason.",
        act="finding.let_stand",
    )


@needs(Right.EDIT)
@require_POST
def lift(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Report a finding again."""
    suppression = request.POST.get("suppression", "")
    return keep(
        request,
        asking,
        lambda document: reported_again(document, suppression),
        reverse("pitfalls", args=[asking.workspace.slug]),
        page=HEAD,
        said="It is reported again.",
        act="finding.reported_again",
    )


def stood(document: Document, code: str, posted: Mapping[str, str], name: str) -> Document:
    """The document in which a finding is let stand as a form says.

    Args:
        document: The strategy.
        code: Code of the finding.
        posted: ``place``, ``reason`` and ``until``.
        name: Who answers for it.

    Raises:
        InputError: The reason is missing, or the day is none.
    """
    return let_stand(
        document,
        code,
        posted.get("place", ""),
        reason=posted.get("reason", ""),
        name=name,
        until=day_typed(posted.get("until", "")),
    )


def day_typed(text: str) -> dt.date | None:
    """A day as a form sends it; None where none was given.

    Args:
        text: Such as ``2026-01-31``, or empty.

    Raises:
        InputError: It is none.
    """
    try:
        return day(text)
    except ValueError as error:
        raise InputError("this is no day", where=text, remedy="write it as 2026-01-31") from error


def finding(found: Sequence[Finding]) -> Prose | str:
    """What the check says, in a sentence.

    Args:
        found: What is told.
    """
    counts = Counter(f.severity for f in found)
    if not found:
        return "The check finds no pitfall in the strategy"
    if not counts[Severity.ERROR] and not counts[Severity.WARNING]:
        return say("Nothing is broken; ", _count(counts[Severity.NOTE]), " notes say what is still open")
    heaviest = Severity.ERROR if counts[Severity.ERROR] else Severity.WARNING
    many = counts[heaviest]
    noun = f"is an {heaviest}" if many == 1 and heaviest is Severity.ERROR else f"is a {heaviest}"
    kind = noun if many == 1 else f"are {heaviest}s"
    lead = say(_count(many), " of ", _count(len(found)), f" findings {kind}")
    if heaviest is Severity.ERROR and counts[Severity.WARNING]:
        return say(lead, ", ", _count(counts[Severity.WARNING]), " more should be mended")
    return lead


def counts_of(found: Sequence[Finding]) -> list[tuple[str, int]]:
    """How many findings there are by severity, the heaviest first."""
    counts = Counter(f.severity for f in found)
    return [(s.value, counts[s]) for s in Severity if counts[s]]


def codes_of(found: Sequence[Finding]) -> list[tuple[str, str, int]]:
    """How many findings there are by pitfall, the most first: code, title, count."""
    counts = Counter(f.code for f in found)
    return [(code, title_of(code), many) for code, many in counts.most_common()]


def title_of(code: str) -> str:
    """The mistake as a short sentence."""
    known = pitfall_of(code)
    return known.title if known else code


def _count(number: int) -> Figure:
    return stated(float(number), "findings", DOCUMENT)
