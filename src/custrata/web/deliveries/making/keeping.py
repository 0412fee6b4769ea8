"""Deliveries of a workspace: asked for with what they are made with, found, taken along, taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404

from custrata.web.audit.record import record
from custrata.web.data import jobs
from custrata.web.data.models import OPEN, Job
from custrata.web.deliveries.making.files import forget, keep_template
from custrata.web.deliveries.making.making import LEAVING, OPTIONS, ask
from custrata.web.deliveries.models import Delivered, Progress
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.within import hold, within


def order(
    asking: Asking,
    kind: str,
    options: Mapping[str, str],
    template: UploadedFile[Any] | None = None,
    *,
    leaving: bool = False,
) -> Delivered:
    """Ask for a file; it is made in the background.

    Args:
        asking: Who, where.
        kind: Which deliverable.
        options: What it is made with; empty ones and unknown ones are passed over.
        template: A company's own .pptx; None for ours.
        leaving: Whether it is made without what rests on few.

    Raises:
        DeliveryError: There is no such kind.
        InputError: An option is missing, or the template is none.
    """
    chosen = {name: said for name in OPTIONS if (said := options.get(name, "").strip())}
    place = keep_template(asking.workspace, template) if template is not None else ""
    try:
        wanted = chosen | ({"template": place} if place else {}) | ({LEAVING: "yes"} if leaving else {})
        return ask(asking.workspace, kind, wanted, asking.user)
    except BaseException:  # whatever happened, no template is left behind; it goes on to whoever asked
        forget(place)
        raise


def delivery_of(asking: Asking, number: int) -> Delivered:
    """A delivery of this workspace.

    Args:
        asking: Who, where.
        number: Its number.

    Raises:
        Http404: There is none of that number here.
    """
    return within(asking, Delivered.objects.select_related("workspace", "made_by"), number, "delivery")


def may_take(asking: Asking, made: Delivered) -> bool:
    """Whether somebody may have the file: one that may tell of few goes to who may see persons.

    Args:
        asking: Who, where.
        made: The delivery.
    """
    return asking.may(Right.PERSONS) or bool(made.options.get(LEAVING))


def take(asking: Asking, made: Delivered) -> None:
    """Put on record that the file of a delivery goes out.

    Args:
        asking: Who, where.
        made: The delivery.

    Raises:
        Http404: It is not made, or its file is gone.
        PermissionDenied: It may tell of few, and the person may not see persons.
    """
    if made.progress != Progress.DONE or not made.path.is_file():
        raise Http404("there is no such file")
    if not may_take(asking, made):
        raise PermissionDenied("this file may tell of few: ask for one of your own")
    _recorded("delivery.downloaded", asking, made)


def take_away(asking: Asking, made: Delivered) -> None:
    """Take a delivery away, its file with it; one that is being made is stopped.

    Args:
        asking: Who, where.
        made: The delivery.
    """
    with transaction.atomic():
        hold(made)
        places = (made.file, str(made.options.get("template", "")))
        open_ones = Job.objects.filter(workspace=asking.workspace, kind="deliver", state__in=OPEN)
        for job in open_ones.filter(arguments__delivered=made.pk):
            jobs.cancel(job, asking.user)
        _recorded("delivery.deleted", asking, made)
        made.delete()
        transaction.on_commit(lambda: forget(*places))


def _recorded(act: str, asking: Asking, made: Delivered) -> None:
    record(act, workspace=asking.workspace, actor=asking.user, thing=made.kind, delivery=made.pk)
