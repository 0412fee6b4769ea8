"""Samples that somebody removed: they do not come back by themselves at the next start."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from custrata.delivery.swapping import swap_in

FILE = "removed-samples"
"""In the site's folder: a folder a line."""


def turn_down(folder: Path) -> None:
    """Remember that the sample of a folder was removed.

    Args:
        folder: The project.
    """
    _write({*_read(), _named(folder)})


def is_turned_down(folder: Path) -> bool:
    """Whether the sample of a folder was removed, and nobody asked for it since.

    Args:
        folder: The project.
    """
    return _named(folder) in _read()


def ask_for(folder: Path) -> None:
    """Forget that the sample of a folder was removed: somebody asked for it.

    Args:
        folder: The project.
    """
    if is_turned_down(folder):
        _write(_read() - {_named(folder)})


def _named(folder: Path) -> str:
    return str(folder.expanduser().resolve())


def _read() -> set[str]:
    file = Path(settings.SITE_FOLDER) / FILE
    return set(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else set()


def _write(names: set[str]) -> None:
    text = "".join(f"{name}\n" for name in sorted(names))
    swap_in(text.encode("utf-8"), Path(settings.SITE_FOLDER) / FILE, "list of removed samples")
