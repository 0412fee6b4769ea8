"""The rows of a site as lines of JSON, and back: the same whichever database holds them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Model

LEFT_OUT = frozenset(
    {
        # Made anew by the migrations, under numbers of their own.
        "contenttypes.contenttype",
        "auth.permission",
        "auth.group",
        # What lets somebody in for a while, and who tried: neither belongs to another site.
        "sessions.session",
        "usersessions.usersession",
        "axes.accessattempt",
        "axes.accesslog",
        "axes.accessfailurelog",
        "accounts.ownerlink",
        "socialaccount.socialtoken",
        # How often somebody asked in the minute that passes.
        "api.pace",
        # The queue: jobs that are open are put before the workers again.
        "django_tasks_db.dbtaskresult",
    }
)
SECRETS = {"socialaccount.socialapp": ("secret", "key")}
"""Fields that hold a secret in the clear; they are emptied, and entered anew after a restore."""

UNFINISHED = {"api.given": {"status": 0}}
"""Rows of a kept table that stay behind. An answer that the API has given comes along, so that a request that
is sent again after a restore is not done twice; one that was being done at that moment is undone by the
restore, and its key is free again."""

AT_ONCE = 500


class Exact(DjangoJSONEncoder):
    """Instants to the microsecond, for the hashes of the log stand on them; Django's own cuts them."""

    def default(self, o: Any) -> Any:
        """A value that JSON does not know, as text."""
        return o.isoformat() if isinstance(o, dt.datetime) else super().default(o)


def kept_models() -> list[type[Model]]:
    """The tables that a backup holds, in the order of their names."""
    found = [m for m in apps.get_models() if m._meta.managed and not m._meta.proxy]
    return sorted(
        (m for m in found if m._meta.label_lower not in LEFT_OUT), key=lambda m: m._meta.label_lower
    )


def lines_of(model: type[Model]) -> Iterator[str]:
    """The rows of a table as lines of JSON, in the order of their keys.

    Args:
        model: The table.
    """
    last: Any = None
    while True:
        rows = model._default_manager.order_by("pk")
        if passed_over := UNFINISHED.get(model._meta.label_lower):
            rows = rows.exclude(**passed_over)
        # By key, not by a cursor: a server's cursor would leave the transaction in which we look.
        batch = list((rows if last is None else rows.filter(pk__gt=last))[:AT_ONCE])
        if not batch:
            return
        for row in batch:
            for name in SECRETS.get(model._meta.label_lower, ()):
                setattr(row, name, "")
        for line in serializers.serialize("jsonl", batch, ensure_ascii=False, cls=Exact).splitlines():
            # Databases keep the keys of JSON in orders of their own; an archive has one.
            yield json.dumps(json.loads(line), ensure_ascii=False, sort_keys=True) + "\n"
        last = batch[-1].pk


def put_rows(lines: Iterable[str]) -> int:
    """Write rows as they were, without making anything of them; returns how many.

    Args:
        lines: What ``lines_of`` gave.
    """
    count = 0
    for row in serializers.deserialize("jsonl", lines):
        model = type(row.object)
        # Neither saved nor made: whoever listens for what people do must not hear it a second time.
        model._base_manager._insert(  # type: ignore[attr-defined]  # the stubs leave out what saves stand on
            [row.object],
            fields=model._meta.local_concrete_fields,
            using=row.object._state.db or "default",
            raw=True,
        )
        for name, keys in (row.m2m_data or {}).items():
            if keys:
                getattr(row.object, name).set(keys)
        count += 1
    return count


def go_on_counting() -> None:
    """Let the database number further rows after the ones that were written."""
    for statement in connection.ops.sequence_reset_sql(no_style(), kept_models()):
        with connection.cursor() as cursor:
            cursor.execute(statement)
