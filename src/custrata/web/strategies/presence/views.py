"""The sign of life of a page, and who else is there."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from custrata.web.strategies.presence.here import faces, seen
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right


@require_POST
@needs(Right.SEE)
def here(request: HttpRequest, asking: Asking) -> JsonResponse:
    """Note that somebody is here; it runs out by itself and is no act that the log keeps."""
    now = timezone.now()
    block = request.POST.get("block", "") if asking.may(Right.EDIT) else ""
    seen(asking.workspace, asking.user, block, now)
    return JsonResponse({"faces": [face.__dict__ for face in faces(asking.workspace, asking.user, now)]})
