"""A backup: one moment of the database, and the folders of all workspaces, in one archive."""

from __future__ import annotations

import io
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from custrata.errors import CustrataError, InputError
from custrata.web.serving.archive.folders import add_folder
from custrata.web.serving.archive.rows import kept_models, lines_of
from custrata.web.workspaces.models import Workspace

FORMAT = 1
HEAD = "site.json"


def back_up(file: Path) -> list[str]:
    """Keep the site in an archive; people may go on working.

    Args:
        file: The archive to write; it appears when it is whole.

    Returns:
        What was kept, in words.

    Raises:
        InputError: There is such a file already, or it cannot be written.
    """
    if file.exists():
        raise InputError("there is such a file already", where=str(file), remedy="name another")
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        # Nobody else may read it: it holds the data of customers.
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            with tarfile.open(fileobj=stream, mode="w:gz", compresslevel=3) as archive:
                told = _write(archive)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, file)
    finally:
        beside.unlink(missing_ok=True)
    return [
        *told,
        f"{file} written, {file.stat().st_size / 2**20:.1f} MB. It holds customers' data: keep it safe.",
    ]


def _write(archive: tarfile.TarFile) -> list[str]:
    counts: dict[str, int] = {}
    with one_moment():
        workspaces = list(Workspace.objects.order_by("pk"))
        for model in kept_models():
            lines = list(lines_of(model))
            counts[model._meta.label_lower] = len(lines)
            _add(archive, f"rows/{model._meta.label_lower}.jsonl", "".join(lines))
        head = {"format": FORMAT, "custrata": metadata.version("custrata"), "migrations": migrations()}
    files, told = {}, []
    for workspace in workspaces:
        try:
            files[str(workspace.pk)] = add_folder(archive, workspace.place, f"workspaces/{workspace.pk}")
        except CustrataError as error:
            told.append(f"{workspace.name}: its folder is not in the archive: {error}")
    head |= {"made": timezone.now().isoformat(), "rows": counts, "files": files}
    _add(archive, HEAD, json.dumps(head, indent=1))
    rows = sum(counts.values())
    return [
        *told,
        f"{rows:,} rows of {len(counts)} tables, {sum(files.values()):,} files of {len(files)} workspaces.",
    ]


@contextmanager
def one_moment() -> Iterator[None]:
    """See the database as it is at one moment, without holding up who writes."""
    begin = "BEGIN" if connection.vendor == "sqlite" else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def migrations() -> list[list[str]]:
    """The steps that the tables have taken."""
    applied: Any = MigrationRecorder(connection).applied_migrations()
    return sorted([app, name] for app, name in applied)


def _add(archive: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode("utf-8")
    info = tarfile.TarInfo(name)
    info.size = len(data)
    info.mtime = int(timezone.now().timestamp())
    archive.addfile(info, io.BytesIO(data))
