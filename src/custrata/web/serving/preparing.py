"""A site before it serves: its folder, its tables, the project it was started in."""

from __future__ import annotations

import importlib.util
import os
import tempfile
from pathlib import Path

from custrata.errors import CustrataError, SettingError
from custrata.project.place import SETTINGS_FILE, STATE_FOLDER
from custrata.web.serving.tables import SETTINGS, bring_up_to_date

SITE = "CUSTRATA_SITE"
NEEDED = ("django", "granian", "ninja", "allauth", "django_tasks_db", "whitenoise", "csp", "axes")


def require_web() -> None:
    """Refuse to begin without the packages of the workspace.

    Raises:
        SettingError: Some are missing.
    """
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise SettingError(
            f"the workspace is not installed ({', '.join(missing)} missing)",
            remedy="pip install 'custrata[web]'",
        )


def open_site(folder: Path) -> Path:
    """Make Django ready for the site of a folder, with its tables up to date.

    Args:
        folder: Where the command was started; ``CUSTRATA_SITE`` wins over it.

    Returns:
        The folder of the site.

    Raises:
        SettingError: The packages are missing, the folder is not there or cannot be written, or the database
            not be used.
    """
    site = site_folder(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup()
    bring_up_to_date()
    return site


def site_folder(folder: Path) -> Path:
    """The folder of a site, made where it is not there; its tables are not touched.

    Args:
        folder: Where the command was started; ``CUSTRATA_SITE`` wins over it.

    Raises:
        SettingError: The packages are missing, or the folder is not there or cannot be written.
    """
    require_web()
    if not os.environ.get(SITE) and not folder.expanduser().is_dir():
        raise SettingError(
            "there is no such folder", where=str(folder), remedy="name one that is there with -C"
        )
    site = Path(os.environ.get(SITE) or folder.expanduser().resolve() / STATE_FOLDER / "site")
    os.environ[SITE] = str(site)
    try:
        (site / "static").mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=site):
            pass
    except OSError as error:
        raise SettingError(
            f"the site's folder cannot be written ({(error.strerror or 'no access').lower()})",
            where=str(site),
            remedy=f"make room or give yourself the right to write there, or set {SITE} to another folder",
        ) from error
    return site


DATA_FILES = frozenset(
    {
        ".csv",
        ".tsv",
        ".xlsx",
        ".xls",
        ".parquet",
        ".jsonl",
        ".ndjson",
        ".sqlite",
        ".sqlite3",
        ".db",
        ".duckdb",
    }
)
"""Endings by which a bare folder is seen to hold exports."""


def is_project(folder: Path) -> bool:
    """Whether a folder holds a project, a bare folder's snapshot, or files of data."""
    if (folder / SETTINGS_FILE).is_file() or (folder / STATE_FOLDER / "current").is_file():
        return True
    return folder.is_dir() and any(one.suffix.lower() in DATA_FILES for one in folder.iterdir())


def take_in(folders: list[Path], *, sample: bool = False) -> list[str]:
    """Make workspaces of projects, with the owner of the site as their admin; they are built if need be.

    Args:
        folders: The projects; what is none is left out.
        sample: Whether they are samples.

    Returns:
        What could not be taken in, in words.
    """
    from custrata.engine.snapshots import SnapshotStore
    from custrata.web.accounts.owner_link import first_owner
    from custrata.web.data.jobs import start
    from custrata.web.workspaces.opening import adopt

    owner, told = first_owner(), []
    for folder in folders:
        if not is_project(folder):
            continue
        try:
            workspace = adopt(folder, owner, sample=sample)
            if SnapshotStore(workspace.place.state).current() is None:
                start(workspace, "build", owner)
        except CustrataError as error:
            told.append(f"{folder}: {error}")
    return told


def was_turned_down(folder: Path) -> bool:
    """Whether somebody removed the sample of a folder from the site, and nobody asked for it since.

    Args:
        folder: The project.
    """
    from custrata.web.workspaces.turned_down import is_turned_down

    return is_turned_down(folder)


def home_of(folder: Path) -> str:
    """The path of the home of the workspace that a folder has become; empty where it is none.

    Args:
        folder: Where the command was started, or the first sample.
    """
    from django.urls import reverse

    from custrata.web.workspaces.opening import adopted

    if not is_project(folder):
        return ""
    found = adopted(folder)
    return reverse("home", args=[found.slug]) if found is not None else ""
