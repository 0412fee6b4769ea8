"""A site from a backup: rows and folders as they were, on whichever database this site has."""

from __future__ import annotations

import io
import json
import shutil
import tarfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from custrata.errors import CustrataError, InputError
from custrata.project.erasing.suppressing import FILE, SEEN, keep_away
from custrata.project.place import STATE_FOLDER, locate
from custrata.web.accounts.models import User
from custrata.web.data.models import Job, State
from custrata.web.serving.archive.backing_up import FORMAT, HEAD, migrations
from custrata.web.serving.archive.folders import take_folder
from custrata.web.serving.archive.rows import go_on_counting, kept_models, put_rows
from custrata.web.workspaces.models import FOLDER, Workspace


def bring_back(file: Path) -> list[str]:
    """Fill this site from an archive, all or nothing.

    Args:
        file: What ``back_up`` wrote.

    Returns:
        What was brought back, in words.

    Raises:
        InputError: The site is not empty, or the archive is none, or of a newer version.
    """
    if User.objects.exists() or Workspace.objects.exists():
        raise InputError(
            "this site has people or workspaces already", remedy="restore into an empty folder and database"
        )
    made: list[Path] = []
    try:
        with tarfile.open(file, "r:gz") as archive, transaction.atomic():
            head = _head(archive)
            rows = _rows(archive, head)
            files = sum(_folder(archive, workspace, made) for workspace in Workspace.objects.order_by("pk"))
            _queue_again()
        go_on_counting()
    except (tarfile.TarError, EOFError, json.JSONDecodeError, UnicodeDecodeError) as error:
        _undo(made)
        raise InputError(
            "this is no whole backup", where=file.name, remedy="use another copy of it"
        ) from error
    except BaseException:  # whatever stops it, nothing half restored stays
        _undo(made)
        raise
    return [
        f"{rows:,} rows and {files:,} files of {len(made)} workspaces brought back.",
        "Secrets of single sign-on were not in the archive: enter them anew in the settings.",
    ]


def _head(archive: tarfile.TarFile) -> dict[str, Any]:
    head: dict[str, Any] = json.loads(_text(archive, HEAD))
    unknown = [step for step in head.get("migrations", []) if step not in migrations()]
    if head.get("format") != FORMAT or unknown:
        raise InputError(
            f"the backup was made by another version ({head.get('custrata', 'unknown')})",
            remedy="install that version or a newer one, restore, then upgrade",
        )
    return head


def _rows(archive: tarfile.TarFile, head: dict[str, Any]) -> int:
    count = 0
    for model in kept_models():
        label = model._meta.label_lower
        if label in head["rows"]:
            found = put_rows(io.StringIO(_text(archive, f"rows/{label}.jsonl")))
            if found != head["rows"][label]:
                raise InputError(
                    "rows are missing in the archive", where=label, remedy="use another copy of it"
                )
            count += found
    return count


def _folder(archive: tarfile.TarFile, workspace: Workspace, made: list[Path]) -> int:
    kept = f"{FOLDER}/{workspace.slug}"
    folder = Path(settings.SITE_FOLDER) / kept
    erased = _erased_since(workspace)
    count = take_folder(archive, f"workspaces/{workspace.pk}", folder)
    made.append(folder)
    if erased:
        (folder / STATE_FOLDER).mkdir(exist_ok=True)
        (folder / STATE_FOLDER / FILE).write_bytes(erased)
    # Whoever was erased after the backup was made is not brought back by it.
    (folder / STATE_FOLDER / SEEN).unlink(missing_ok=True)
    keep_away(locate(folder))
    Workspace.objects.filter(pk=workspace.pk).update(folder=kept)
    return count


def _erased_since(workspace: Workspace) -> bytes:
    """The list of who was erased beside the folder that was backed up, where that still lies here."""
    try:
        file = workspace.place.state / FILE
        return file.read_bytes() if file.is_file() else b""
    except (CustrataError, OSError):
        return b""


def _queue_again() -> None:
    """Jobs that waited or ran are put before the workers of this site."""
    from custrata.web.data.jobs.tasks import work

    open_jobs = Job.objects.filter(state__in=(State.QUEUED, State.RUNNING))
    numbers = list(open_jobs.values_list("pk", flat=True))
    open_jobs.update(state=State.QUEUED, worker="", lease_until=None, tries=0)
    for number in numbers:
        work.enqueue(number)


def _undo(made: list[Path]) -> None:
    for folder in made:
        shutil.rmtree(folder, ignore_errors=True)


def _text(archive: tarfile.TarFile, name: str) -> str:
    try:
        stream = archive.extractfile(name)
    except KeyError as error:
        raise InputError("this is no whole backup", where=name, remedy="use another copy of it") from error
    return stream.read().decode("utf-8") if stream else ""
