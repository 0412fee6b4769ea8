"""Change keys of ``custrata.yaml``: comments and order stay, nothing is written that a build would refuse."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from custrata.engine.snapshots import replace_text
from custrata.errors import SettingError
from custrata.project.place import SETTINGS_FILE, Place, plain_text
from custrata.settings import Settings


def adjust(place: Place, changes: Mapping[str, Any]) -> Settings:
    """Change settings of a project; the next build takes them into account.

    Args:
        place: Where the parts of the project lie.
        changes: Values by key, a dot between a key and one inside it (``tier_shares.gold``); None takes the
            key out, so that what the build finds or the default stands again.

    Returns:
        All settings as they stand now.

    Raises:
        SettingError: A key is unknown, a value out of range, or the file is not YAML; nothing was written.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    before = plain_text(place.settings) if place.settings.is_file() else ""
    yaml = YAML()
    yaml.preserve_quotes = True
    try:
        document = yaml.load(before)
    except YAMLError as error:
        raise SettingError(
            "this is not YAML", where=SETTINGS_FILE, remedy="mend the file, then change settings here"
        ) from error
    # A file of comments alone gives nothing to change: the new keys come after them.
    head, document = ("", document) if document is not None else (before, {})
    for key, value in changes.items():
        _put(document, key.split("."), value)
    settings = _checked(document)
    out = io.StringIO()
    if document:
        yaml.dump(document, out)
    text = head + out.getvalue()
    if text != before:
        replace_text(place.settings, text)
    return settings


def _put(document: Any, path: list[str], value: Any) -> None:
    *parents, last = path
    holders = [document]
    for key in parents:
        inner = holders[-1].get(key)
        if not isinstance(inner, dict):
            if value is None:
                return
            inner = holders[-1][key] = {}
        holders.append(inner)
    if value is not None:
        holders[-1][last] = value
        return
    holders[-1].pop(last, None)
    for holder, key in zip(reversed(holders[:-1]), reversed(parents), strict=True):
        if not holder[key]:
            del holder[key]


def _checked(document: Mapping[str, Any]) -> Settings:
    try:
        return Settings.model_validate({key: value for key, value in document.items() if key != "data"})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SettingError(
            first["msg"].removeprefix("Value error, "),
            where=key or SETTINGS_FILE,
            remedy="correct it; nothing was saved",
        ) from error
