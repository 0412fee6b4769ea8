"""Where the parts of a project lie."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from custrata.errors import InputError, SettingError
from custrata.settings import Settings

SETTINGS_FILE = "custrata.yaml"
STATE_FOLDER = ".custrata"


@dataclass(frozen=True)
class Place:
    """The files and folders of one project.

    Attributes:
        root: The folder (or single file) that a person names.
        data: Where the raw tables lie.
        state: Where snapshots are kept.
        settings: The settings file; it need not exist.
        mapping: The mapping file; it need not exist.
        strategy: The strategy file; it need not exist.
    """

    root: Path
    data: Path
    state: Path
    settings: Path
    mapping: Path
    strategy: Path

    @property
    def title(self) -> str:
        """What to call the company while no setting says it."""
        return (self.root.stem if self.root.is_file() else self.root.name) or "this company"


def locate(path: Path) -> Place:
    """Find the parts of a project from its folder, from a bare folder of data, or from a single data file.

    Raises:
        InputError: There is no such folder or file, or the project's data folder is missing.
    """
    root = path.expanduser().resolve()
    if not root.exists():
        raise InputError(
            "there is no such folder", where=str(path), remedy="check the name, or run custrata new DIR"
        )
    if root.is_file():
        return _bare(root, root.with_name(root.name + STATE_FOLDER))
    if (root / SETTINGS_FILE).is_file():
        return _project(root)
    return _bare(root, root / STATE_FOLDER)


def _bare(root: Path, state: Path) -> Place:
    return Place(root, root, state, state / SETTINGS_FILE, state / "mapping.yaml", state / "strategy.yaml")


def _project(root: Path) -> Place:
    file = root / SETTINGS_FILE
    named = _read(file).get("data", "data")
    if not isinstance(named, str):
        raise SettingError("data must name a folder", where=SETTINGS_FILE, remedy="write data: data")
    data = (root / named).resolve()
    if not data.exists():
        raise InputError(
            "the data folder is missing",
            where=f"{SETTINGS_FILE}: data: {named}",
            remedy="put the raw tables there, or name another folder",
        )
    return Place(root, data, root / STATE_FOLDER, file, root / "mapping.yaml", root / "strategy.yaml")


def settings_of(place: Place) -> Settings:
    """The settings of a project, with a company name in any case.

    Raises:
        SettingError: A key is unknown or a value out of range.
    """
    values = {key: value for key, value in _read(place.settings).items() if key != "data"}
    values.setdefault("company", place.title.replace("_", " ").replace("-", " "))
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SettingError(
            first["msg"],
            where=f"{SETTINGS_FILE}: {key}",
            remedy=f"see the settings: {', '.join(Settings.model_fields)}",
        ) from error


def _read(file: Path) -> dict[str, Any]:
    if not file.is_file():
        return {}
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        read = YAML(typ="safe").load(file.read_text(encoding="utf-8-sig"))
    except (YAMLError, ValueError, RecursionError) as error:
        line = str(error).strip().splitlines()[-1].strip()
        raise SettingError(
            "this is not YAML", where=f"{file.name}: {line}", remedy="mend the line named"
        ) from error
    if read is None:
        return {}
    if not isinstance(read, dict):
        raise SettingError(
            "settings are pairs of key and value", where=file.name, remedy="write currency: EUR and so on"
        )
    return read


def plain_text(file: Path) -> str:
    """The text of a file that a person may have edited.

    Raises:
        InputError: It was saved in another encoding than UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("this is no UTF-8 text", where=file.name, remedy="save it as UTF-8") from error


def with_as_of(settings: Settings, day: str | None) -> Settings:
    """The same settings, cut at another day.

    Raises:
        SettingError: The text is no day.
    """
    if day is None:
        return settings
    try:
        return Settings.model_validate(settings.model_dump() | {"as_of": dt.date.fromisoformat(day)})
    except ValueError as error:
        raise SettingError(
            "this is no day", where=f"--as-of {day}", remedy="write it as 2026-01-31"
        ) from error
