"""Where delivered files lie: beneath the site's folder, under names that nobody can guess."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from custrata.errors import InputError
from custrata.web.workspaces.models import Workspace

LARGEST_TEMPLATE = 20 * 2**20
"""Bytes of a template; decks of companies are smaller."""


def free_place(workspace: Workspace, ending: str) -> str:
    """A place for a new file, relative to the site's folder; its folder is made.

    Args:
        workspace: Whose file.
        ending: Such as ``.pptx``.
    """
    place = Path("deliveries") / str(workspace.pk) / f"{uuid4().hex}{ending}"
    (Path(settings.SITE_FOLDER) / place).parent.mkdir(parents=True, exist_ok=True)
    return place.as_posix()


def on_disk(place: str) -> Path:
    """The path of a file.

    Args:
        place: Relative to the site's folder.
    """
    return Path(settings.SITE_FOLDER) / place


def forget(*places: str) -> None:
    """Take files away; nothing happens where they are gone already.

    Args:
        places: Relative to the site's folder; empty for none.
    """
    for place in filter(None, places):
        on_disk(place).unlink(missing_ok=True)


def keep_template(workspace: Workspace, sent: UploadedFile[Any]) -> str:
    """Keep a template that somebody sent; its name is not used.

    Args:
        workspace: Whose.
        sent: The file.

    Raises:
        InputError: It is no .pptx, or too large.
    """
    name, size = str(sent.name or ""), sent.size or 0
    if not name.lower().endswith((".pptx", ".potx")):
        raise InputError("a template is a .pptx", where=name, remedy="save it as PowerPoint presentation")
    if size > LARGEST_TEMPLATE:
        raise InputError(
            "the template is too large", where=f"{size / 2**20:.0f} MB", remedy="send at most 20 MB"
        )
    place = free_place(workspace, ".template.pptx")
    with on_disk(place).open("wb") as file:
        for chunk in sent.chunks():
            file.write(chunk)
    return place
