"""What is done with customers that were chosen in the table."""

from __future__ import annotations

from contextlib import ExitStack
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from custrata.errors import DeliveryError, SettingError
from custrata.project.live.readings import count_rules
from custrata.segments.rules.reading import json_text
from custrata.segments.rules.rule import RuleError, columns_of
from custrata.web.audit.record import record
from custrata.web.customers.opening import fields_for, opened
from custrata.web.customers.table.exporting import file_of, refuse_rows
from custrata.web.customers.table.selecting import Selection, selection_of
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right

_LONGEST = 6000
"""Letters of a rule that an address carries."""


@never_cache
@require_POST
@needs(Right.EDIT)
def act(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    """Download the chosen customers, or go on with them as a segment, an audience or a task."""
    do = request.POST.get("do", "")
    try:
        if do == "download":
            return _download(request, asking)
        with opened(asking) as (_, desk):
            persons = asking.may(Right.PERSONS)
            chosen = selection_of(request, fields_for(desk, asking), persons=persons)
            desk.check(chosen.rule, persons=persons)
            return _go_on(asking, do, chosen)
    except (RuleError, DeliveryError, SettingError) as error:
        messages.error(request, str(error))
        query = request.POST.get("query", "")
        return HttpResponseRedirect(f"{reverse('customers', args=[asking.workspace.slug])}?{query}")


def _go_on(asking: Asking, do: str, chosen: Selection) -> HttpResponse:
    if do not in ("segment", "audience", "task"):
        raise SettingError("there is no such action", where=do, remedy="choose one of the buttons")
    text = json_text(chosen.rule)
    if len(text) > _LONGEST:
        raise RuleError("so many rows cannot be taken along", where="table", remedy="use a filter instead")
    query = urlencode({"rule": text, "purpose": "segment" if do == "segment" else "audience", "then": do})
    return HttpResponseRedirect(f"{reverse('segment-new', args=[asking.workspace.slug])}?{query}")


def _download(request: HttpRequest, asking: Asking) -> HttpResponseBase:
    persons = asking.may(Right.PERSONS)
    refuse_rows(persons=persons)
    held = ExitStack()
    try:
        _, desk = held.enter_context(opened(asking))
        fields = fields_for(desk, asking)
        chosen = selection_of(request, fields, persons=persons)
        desk.check(chosen.rule, persons=persons)
        _, (count,) = count_rules(desk, (chosen.rule,))
        columns = [fields[name] for name in chosen.shown.page.columns if name in fields]
        if "name" in fields:
            columns = [fields["name"], *columns]
        with transaction.atomic():
            record(
                "customers.exported",
                workspace=asking.workspace,
                actor=asking.user,
                thing=f"{count.n} customers",
                columns=[field.name for field in columns],
                filters=sorted(columns_of(chosen.rule)),
            )
        filename = f"{asking.workspace.slug}-customers-{desk.manifest.as_of}.csv"
        return file_of(desk, chosen.rule, columns, filename, held)
    except BaseException:  # whatever stops it, the connection is given back
        held.close()
        raise
