"""A page of a workspace as a value, and its way to the browser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import resolve, reverse
from django.utils.safestring import SafeString

from custrata.delivery.deck.material import without_stop
from custrata.delivery.figures import Prose
from custrata.project.showing.scene import Scene
from custrata.web.frame.drawing.exhibits import Drawing
from custrata.web.frame.numbers import Numbers
from custrata.web.frame.rail import rail, tabs
from custrata.web.strategies.staging import standing
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

_PLAIN = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True)
class Page:
    """What stands at the head of a page.

    Attributes:
        here: Key of the room in the rail.
        title: Name of the page, for the tab and the crumb.
        finding: The sentence at the top; the name of the page where nothing was found.
        kicker: Date, scope, version; short pieces.
        lede: At most two lines beneath.
        crumbs: Steps between the workspace and the page: label and address.
    """

    here: str
    title: str
    finding: Prose | str = ""
    kicker: tuple[str, ...] = ()
    lede: Prose | str = ""
    crumbs: tuple[tuple[str, str], ...] = ()


def show(
    request: HttpRequest,
    asking: Asking,
    template: str,
    page: Page,
    *,
    scene: Scene | None = None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page in its frame.

    Args:
        request: The request.
        asking: Who asks, where.
        template: Extends ``frame/page.html``; finds ``page``, ``asking``, ``numbers``, ``drawing``.
        page: Its head.
        scene: Snapshot and strategy, where the page shows them.
        status: Of the answer.
        context: What else the template needs.
    """
    numbers, stands = numbers_for(request, asking, scene), scene or standing(asking.workspace)
    context |= {
        "page": page,
        "asking": asking,
        "workspace": asking.workspace,
        "rights": asking.rights_by_name,
        "rail": (groups := rail(asking.workspace.slug, page.here, _counts(stands))),
        "tabs": tabs(groups),
        "scene": scene,
        "stands": stands,
        "numbers": numbers,
        "drawing": Drawing(numbers),
        "finding": said(numbers, _as_title(page.finding or page.title)),
        "lede": said(numbers, page.lede),
        "person": asking.user.settings,
        "theme_choices": (("", "System"), ("light", "Light"), ("dark", "Dark")),
        "density_choices": (("compact", "Compact"), ("", "Usual"), ("comfortable", "Airy")),
    }
    return render(request, template, context, status=status)


def numbers_for(request: HttpRequest, asking: Asking, scene: Scene | None) -> Numbers:
    """The numbers of an answer; those of a part are named after the place into which it is swapped.

    Args:
        request: The request.
        asking: Who asks, where.
        scene: Whose queries stand behind the numbers.
    """
    target = _PLAIN.sub("", request.headers.get("HX-Target", "")) if "HX-Request" in request.headers else ""
    prefix = f"n-{target}-" if target else ("p" if "HX-Request" in request.headers else "n")
    return Numbers(
        scene.snapshot if scene else None,
        f"/w/{asking.workspace.slug}/",
        prefix,
        _customers(asking),
    )


def _customers(asking: Asking) -> str:
    """Address of the list of customers, for who has the right that it needs."""
    href = reverse("customers", args=[asking.workspace.slug])
    right = resolve(href).func.__dict__.get("right", Right.SEE)
    return href if asking.may(right) else ""


def _as_title(words: Prose | str) -> Prose | str:
    """A finding at the head of a page carries no full stop, wherever its sentence comes from."""
    return without_stop(words) if isinstance(words, Prose) else words.removesuffix(".")


def said(numbers: Numbers, words: Prose | str) -> SafeString | str:
    """A sentence for a template: with numbers that open, or as it is."""
    return numbers.sentence(words) if isinstance(words, Prose) else words


def _counts(scene: Scene | None) -> dict[str, tuple[int, bool]]:
    """What stands beside the rooms of the rail; notes do not count, red is only for what is broken."""
    if scene is None:
        return {}
    told = [finding.severity.value for finding in scene.findings]
    broken, doubtful = told.count("error"), told.count("warning")
    return {
        "experiments": (len(scene.document.experiments), False),
        "pitfalls": (broken + doubtful, broken > 0),
        "goals": (len(scene.document.goals), False),
    }
