"""A person's words taken out of the database: out of the strategy as a revision, elsewhere in place."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from custrata.project.erasing.traces import Traces
from custrata.strategy.blocks import document_of, pieces_of
from custrata.strategy.document import Document
from custrata.web.accounts.models import User
from custrata.web.api.repeating import forget_naming
from custrata.web.customers.erasing import erase as erase_from_segments
from custrata.web.deliveries.models import Delivered, Progress, ShareLink, Shows
from custrata.web.strategies.mirror.writing import write
from custrata.web.strategies.models import BlockRevision, Dispute, Origin, Strategy
from custrata.web.strategies.saving import change
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.persons.elsewhere import elsewhere

_LEFT = frozenset({"workspaces.invitation", "customers.segment.name", "customers.tableview"})
"""Left to a person: who is invited is no customer, and a name tells things apart."""


def clean_texts(workspace: Workspace, traces: Traces, actor: User | None) -> list[str]:
    """Take a person out of all texts and rules of a workspace; words around them stay.

    Args:
        workspace: Where.
        traces: Who.
        actor: Who erases.

    Returns:
        What was done, in words that name nobody.
    """
    with transaction.atomic():
        said = _strategy(workspace, traces, actor)
        words = traces.names | traces.emails | traces.phones
        rules = erase_from_segments(workspace, traces.customers | traces.persons, actor, words)
        if rules:
            said.append(f"segments: taken out of {rules} rules")
        said += _rows(workspace, traces)
        said += _answers(traces)
    write(workspace)
    return said


def mark_gone(workspace: Workspace) -> list[str]:
    """Say of deliveries and links whose files named the person that they are gone.

    Args:
        workspace: Where.
    """
    told = "Taken away, as it named a person who was erased. To do: make it anew."
    made = [
        one.pk for one in Delivered.objects.filter(workspace=workspace).exclude(file="") if _gone(one.path)
    ]
    links = ShareLink.objects.filter(workspace=workspace, shows=Shows.FILE, revoked_at=None)
    ended = [link.pk for link in links if _gone(link.path)]
    with transaction.atomic():
        Delivered.objects.filter(pk__in=made).update(progress=Progress.FAILED, said=told, file="", size=0)
        ShareLink.objects.filter(pk__in=ended).update(revoked_at=timezone.now(), file="")
    said = [f"deliveries: {len(made)} files taken away, they can be made anew"] if made else []
    return said + ([f"links: {len(ended)} ended with their files"] if ended else [])


def squeeze() -> None:
    """Let nothing that was deleted stand in free pages of an SQLite file; PostgreSQL sweeps by itself."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _gone(path: Any) -> bool:
    return not path.is_file()


def _strategy(workspace: Workspace, traces: Traces, actor: User | None) -> list[str]:
    """What stands is saved anew without the words; after that the history loses them as well."""
    strategy = Strategy.objects.filter(workspace=workspace).first()
    if strategy is None or strategy.number == 0:
        return []

    def cleaned(now: Document) -> Document:
        # From what stands when it is saved: whoever saves at this moment loses nothing.
        pieces = pieces_of(now)
        clean = {at: replace(piece, value=_clean(piece.value, traces)) for at, piece in pieces.items()}
        return now if clean == pieces else document_of(clean.values(), revision=now.revision)

    change(strategy, None, cleaned, actor, origin=Origin.RESTORE, note="A person was erased")
    changed = 0
    for model in (BlockRevision, Dispute):
        for row in model._default_manager.filter(strategy=strategy).exclude(text="").iterator(500):
            text = json.dumps(_clean(json.loads(row.text), traces), ensure_ascii=False)
            note = traces.clean(row.note) if isinstance(row, BlockRevision) else ""
            if traces.stand_in(row.text) or (isinstance(row, BlockRevision) and note != row.note):
                fields = {"text": text} | ({"note": note} if isinstance(row, BlockRevision) else {})
                model._default_manager.filter(pk=row.pk).update(**fields)
                changed += 1
    return (
        [f"strategy: words taken out of {changed} texts of its blocks and their history"] if changed else []
    )


def _rows(workspace: Workspace, traces: Traces) -> list[str]:
    done: Counter[str] = Counter()
    for place in elsewhere(workspace, traces):
        if place.label in _LEFT or f"{place.label}.{place.field}" in _LEFT:
            continue
        model = apps.get_model(place.label)
        row = model._default_manager.get(pk=place.number)
        value = _clean(getattr(row, place.field), traces)
        model._default_manager.filter(pk=row.pk).update(**{place.field: value})
        done[place.kind] += 1
    return [f"{kind}: words taken out of {count} texts" for kind, count in sorted(done.items())]


def _answers(traces: Traces) -> list[str]:
    """What the API keeps so that a request that comes twice is done once."""
    gone = forget_naming(traces.stand_in)
    return [f"kept answers of the API: {gone} taken out"] if gone else []


def _clean(value: Any, traces: Traces) -> Any:
    if isinstance(value, str):
        return traces.clean(value)
    if isinstance(value, list):
        return [_clean(part, traces) for part in value]
    if isinstance(value, dict):
        return {key: _clean(part, traces) for key, part in value.items()}
    return value
