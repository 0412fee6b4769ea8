"""How things are shown in a workspace: language of numbers and days, time zone."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import available_timezones

from custrata.errors import SettingError

LOCALES = {
    "en-GB": "English, United Kingdom (1,234.5; 31 Jan 2026)",
    "en-US": "English, United States (1,234.5; Jan 31, 2026)",
    "de-DE": "German (1.234,5; 31.01.2026)",
    "de-CH": "Swiss German (1’234.5; 31.01.2026)",
    "fr-FR": "French (1 234,5; 31/01/2026)",
    "es-ES": "Spanish (1.234,5; 31/01/2026)",
    "nl-NL": "Dutch (1.234,5; 31-01-2026)",
}
"""How numbers and days are written, by locale, with an example."""

FRESH = {"locale": "en-GB", "timezone": "UTC"}
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
    offers = {"locale": set(LOCALES), "timezone": available_timezones()}
    read = {key: typed.get(key, FRESH[key]) for key in FRESH}
    for key, value in read.items():
        if value not in offers[key]:
            raise SettingError(f"“{value[:40]}” is not on offer", where=key, remedy="choose one of the list")
    return read
