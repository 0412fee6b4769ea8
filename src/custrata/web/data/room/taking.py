"""Files of the data folder: taken in one by one, each for itself; taken out; put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from custrata.errors import CustrataError
from custrata.project.supplying.receiving import check_room, put_back, receive, take_out
from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Workspace


@dataclass
class Received:
    """What came of an upload: names that were taken, and names that were refused with the reason."""

    taken: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def take_files(
    workspace: Workspace, user: User, files: Sequence[UploadedFile[bytes]], paths: Sequence[str]
) -> Received:
    """Take files into the data folder, each for itself; what is refused is said with its reason.

    Args:
        workspace: Where they go.
        user: Who sends them.
        files: The files.
        paths: Beside each, its path within the folder that was sent; may be shorter, or hold empty ones.
    """
    received = Received()
    if not files:
        received.refused.append(("No file", "choose at least one"))
    for number, file in enumerate(files):
        path = paths[number] if number < len(paths) and paths[number] else file.name or ""
        _take(workspace, user, path, file, received)
    return received


def remove_file(asking: Asking, name: str) -> None:
    """Take a file out of the data folder; it is kept aside until a build has succeeded.

    Args:
        asking: Who, where.
        name: The file, relative to the data folder.

    Raises:
        InputError: There is no such file.
    """
    with transaction.atomic():
        record("data.file_removed", workspace=asking.workspace, actor=asking.user, thing=name[:300])
        take_out(asking.workspace.place, name)


def put_files_back(asking: Asking) -> tuple[str, ...]:
    """Put the files back that stood there at the last build; returns the names of those that were replaced.

    Args:
        asking: Who, where.
    """
    with transaction.atomic():
        record("data.files_put_back", workspace=asking.workspace, actor=asking.user)
        return put_back(asking.workspace.place)


def _take(workspace: Workspace, user: User, path: str, file: UploadedFile[bytes], received: Received) -> None:
    place = workspace.place
    try:
        check_room(place, file.size or 0, path)
        with transaction.atomic():
            kept = receive(place, path, file.chunks())
            record("data.file_received", workspace=workspace, actor=user, thing=kept.name, bytes=kept.bytes)
    except CustrataError as error:
        shown = "".join(c if c.isprintable() else "?" for c in path)[:80] or "A file without a name"
        received.refused.append((shown, f"{error.what}. To do: {error.remedy}"))
    else:
        received.taken.append(kept.name)
