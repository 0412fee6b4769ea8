"""Where the database names a person: texts that people wrote, for a person to decide about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from custrata.project.erasing.traces import Traces
from custrata.web.workspaces.models import Workspace

_SPOKEN = (models.CharField, models.TextField, models.JSONField)
_OURS = "custrata.web."
_NOT_LOOKED = frozenset({"audit.entry", "workspaces.workspace"})
"""The log names nobody; the workspace's own row holds nothing of customers."""


@dataclass(frozen=True)
class Place:
    """A text that names the person.

    Attributes:
        kind: What it is, such as ``comment``.
        number: Its number.
        field: Which text of it.
        text: What it says.
        label: Its table, such as ``together.comment``.
    """

    kind: str
    number: int
    field: str
    text: str
    label: str = ""


def elsewhere(workspace: Workspace, traces: Traces) -> list[Place]:
    """Texts of the database that name a person.

    Args:
        workspace: Where; nothing of other workspaces is looked at.
        traces: Who.
    """
    return [place for model in _models() for place in _in(model, workspace, traces)]


def _models() -> list[type[models.Model]]:
    ours = (model for model in apps.get_models() if model.__module__.startswith(_OURS))
    return [model for model in ours if model._meta.label_lower not in _NOT_LOOKED]


def _in(model: type[models.Model], workspace: Workspace, traces: Traces) -> Iterator[Place]:
    path = _path_to_workspace(model)
    texts = [
        field.name for field in model._meta.get_fields() if isinstance(field, _SPOKEN) and not field.choices
    ]
    if not path or not texts:
        return
    rows = model._default_manager.filter(**{path: workspace}).order_by("pk").values_list("pk", *texts)
    for number, *said in rows.iterator(2_000):
        for name, value in zip(texts, said, strict=True):
            text = str(value or "")
            if traces.stand_in(text):
                yield Place(str(model._meta.verbose_name), int(number), name, text, model._meta.label_lower)


def _path_to_workspace(model: type[models.Model], within: int = 2) -> str:
    """How a row leads to its workspace: by itself, or by what it belongs to."""
    links: list[Any] = [f for f in model._meta.get_fields() if isinstance(f, models.ForeignKey)]
    for link in links:
        if link.related_model is Workspace:
            return str(link.name)
    if within:
        for link in links:
            if link.related_model.__module__.startswith(_OURS):
                further = _path_to_workspace(link.related_model, within - 1)
                if further:
                    return f"{link.name}__{further}"
    return ""
