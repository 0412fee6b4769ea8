"""Settings of a workspace are saved, each act with its entry in the log, for pages and programs alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from custrata.errors import SettingError
from custrata.project.adjusting.settings_file import adjust
from custrata.settings import Settings
from custrata.web.audit.record import record
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Workspace

LONGEST = 120
"""Letters of a name."""


def save_settings(asking: Asking, changes: Mapping[str, Any]) -> Settings:
    """Write settings into ``custrata.yaml``; the next build takes them into account.

    Args:
        asking: Who, where.
        changes: Values by key, as ``adjust`` takes them; None takes a key out.

    Returns:
        All settings as they stand now.

    Raises:
        SettingError: A key is unknown or a value out of range; nothing was written.
    """
    with transaction.atomic():
        # The entry first: where the file cannot be written, neither stands.
        record("settings.saved", workspace=asking.workspace, actor=asking.user, keys=sorted(changes))
        return adjust(asking.workspace.place, changes)


def save_display(asking: Asking, name: str, wanted: Mapping[str, str]) -> None:
    """Keep the name of the workspace and how things are shown.

    Args:
        asking: Who, where.
        name: What people call it.
        wanted: How things are shown, as far as it is on offer.

    Raises:
        SettingError: The name is empty or too long.
    """
    called = name.strip()
    if not 0 < len(called) <= LONGEST:
        raise SettingError("a name has 1 to 120 letters", where="name", remedy="write one")
    with transaction.atomic():
        # What another admin chose since this one looked stays.
        held = Workspace.objects.select_for_update().get(pk=asking.workspace.pk)
        held.name, held.display = called, held.display | wanted
        held.save(update_fields=["name", "display"])
        record("workspace.shown", workspace=asking.workspace, actor=asking.user, **wanted)


def want_second_factor(asking: Asking, *, wanted: bool) -> None:
    """Let people in only with a second factor, or without one as well.

    Args:
        asking: Who, where.
        wanted: Whether it is wanted.
    """
    with transaction.atomic():
        Workspace.objects.filter(pk=asking.workspace.pk).update(second_factor=wanted)
        record("workspace.second_factor", workspace=asking.workspace, actor=asking.user, wanted=wanted)
