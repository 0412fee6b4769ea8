"""Owners: roles that the strategy suggests, how much waits for each, and who takes them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_POST, require_safe

from custrata.errors import DocumentError
from custrata.strategy.revision.appointing import appointed, holders, roles
from custrata.web.frame.page import Page, show
from custrata.web.strategies.saving import change, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.rights import Right


@require_safe
@needs(Right.SEE)
def owners(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Roles that the strategy suggests, the one for which most waits first."""
    return _page(request, asking)


@require_POST
@needs(Right.EDIT)
def appoint(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """A person takes a role at each place that nobody has taken yet, in one save."""
    role, name = request.POST.get("role", ""), " ".join(request.POST.get("name", "").split())
    try:
        saved = change(
            strategy_of(asking.workspace),
            None,
            lambda document: appointed(document, role, name),
            asking.user,
            note=f"owner of what waits for {role}",
        )
    except DocumentError as error:
        return _page(request, asking, wrong=error, role=role, name=name)
    messages.success(
        request, f"{name} answers for what waited for {role}.", extra_tags=f"undo:{saved.number}"
    )
    return redirect("owners", asking.workspace.slug)


def _page(
    request: HttpRequest,
    asking: Asking,
    *,
    wrong: DocumentError | None = None,
    role: str = "",
    name: str = "",
) -> HttpResponse:
    scene = scene_of(asking.workspace)
    found = roles(scene.document)
    page = Page(
        "canvas",
        "Owners",
        finding=finding_of(found),
        lede="Who takes a role answers for it everywhere; where somebody is named already it stays.",
        crumbs=(("Strategy", reverse("canvas", args=[asking.workspace.slug])),),
    )
    members = Membership.objects.filter(workspace=asking.workspace).select_related("user")
    return show(
        request,
        asking,
        "strategies/owners.html",
        page,
        scene=scene,
        status=422 if wrong else 200,
        rows=[(one, capfirst(one), many, holders(scene.document, one)) for one, many in found.items()],
        people=sorted({str(member.user) for member in members}),
        wrong=wrong,
        typed=(role, name),
    )


def finding_of(found: dict[str, int]) -> str:
    """How much has no owner, in a sentence.

    Args:
        found: Roles, with the number of places at which nobody is named.
    """
    open_roles = sum(1 for many in found.values() if many)
    if not open_roles:
        return "Somebody answers for all that names a role"
    many = sum(found.values())
    places = f"{many:,} places wait" if many > 1 else "1 place waits"
    return f"{places} for an owner, in {open_roles} role{'s' if open_roles > 1 else ''}"
