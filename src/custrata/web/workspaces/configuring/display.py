"""How things are shown in a workspace: in which time zone."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import available_timezones

from custrata.errors import SettingError

FRESH = {"timezone": "UTC"}
"""What stands where nobody chose."""


def display_of(kept: Mapping[str, object]) -> dict[str, str]:
    """How things are shown, with what nobody chose filled in.

    Args:
        kept: The workspace's ``display``.
    """
    return FRESH | {key: str(kept[key]) for key in FRESH if kept.get(key)}


def chosen(typed: Mapping[str, str]) -> dict[str, str]:
    """What a person chose.

    Args:
        typed: What they sent.

    Raises:
        SettingError: Something was sent that is not on offer.
    """
    offers = {"timezone": available_timezones()}
    read = {key: typed.get(key, FRESH[key]) for key in FRESH}
    for key, value in read.items():
        if value not in offers[key]:
            raise SettingError(f"“{value[:40]}” is not on offer", where=key, remedy="choose one of the list")
    return read
