"""The settings that a person changes in the browser: fields of a form, and what a form gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from custrata.errors import SettingError
from custrata.reckoning import WEEKDAYS
from custrata.settings import Settings
from custrata.thousands import WORD, ungrouped
from custrata.web.workspaces.typed import day

TIERS = ("platinum", "gold", "silver", "bronze")
DRIVERS = {
    "support_minute": "A minute of work on a ticket",
    "onboarding": "Bringing one new customer to work",
    "order": "Handling one order",
    "return_handling": "Handling one order that comes back",
    "capital": "Money that is paid late, share a year",
}
"""Cost drivers with a range each: key in ``serving`` and what people read."""

RANGE = ("low", "likely", "high")
WEEKS = tuple((day, day.capitalize()) for day in WEEKDAYS)


@dataclass(frozen=True)
class Field:
    """One field of the form.

    Attributes:
        key: Key of the setting, and name of the field.
        label: What people read.
        value: What stands in it.
        kind: ``text``, ``number`` or ``date``.
        help: A line beneath.
        choices: Values to choose from, each with what people read; empty for a field to type in.
    """

    key: str
    label: str
    value: str = ""
    kind: str = "text"
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> str:
        """What it is one end of: the label as far as the colon; empty where there is none."""
        return self.label.rpartition(": ")[0]


@dataclass(frozen=True)
class Group:
    """Fields that belong together.

    Attributes:
        title: What people read.
        fields: The fields.
        help: A line beneath the title.
    """

    title: str
    fields: tuple[Field, ...]
    help: str = ""


def groups(settings: Settings, typed: Mapping[str, str] | None = None) -> tuple[Group, ...]:
    """The form of the settings.

    Args:
        settings: As they stand.
        typed: What a person sent and was refused; it stays in the fields.
    """
    shares = tuple(
        Field(
            f"tier_shares.{tier}",
            tier.capitalize(),
            _shown(getattr(settings.tier_shares, tier) * 100),
            "number",
        )
        for tier in TIERS
    )
    costs = tuple(
        Field(f"serving.{driver}.{end}", f"{label}: {end}", _shown(_end(settings, driver, end)), "number")
        for driver, label in DRIVERS.items()
        for end in RANGE
    )
    shape = "In the base currency, where no table says it. Give all three of a line, or none."
    made = (
        Group("The company", _company(settings)),
        Group(
            "Shares of the tiers, per cent", shares, "Of all customers, highest value first; together 100."
        ),
        Group("What serving costs", costs, shape),
    )
    return made if typed is None else tuple(_as_typed(group, typed) for group in made)


def _company(settings: Settings) -> tuple[Field, ...]:
    names = ", ".join(settings.dimensions)
    day, month = _shown(settings.as_of), _shown(settings.fiscal_year_start)
    code = "A code such as EUR; empty takes it from the data."
    begins = "1 is January. With 4, FY2026 begins in April 2025, and its quarters with it."
    listed = "Attributes of customers, parted by commas; empty lets the build choose."
    weekly = "Weekly reviews stand on it in the calendar file, and the weekly mail goes out."
    return (
        Field("company", "Name", _shown(settings.company), help="Stands on decks and papers."),
        Field("currency", "Currency", _shown(settings.currency), help=code),
        Field("fiscal_year_start", "Month in which the fiscal year begins", month, "number", begins),
        Field("week_start", "A week begins on", settings.week_start, help=weekly, choices=WEEKS),
        Field("as_of", "Look at the data as of", day, "date", "Empty is the last day in the data."),
        Field("dimensions", "Report by", names, help=listed),
    )


def _as_typed(group: Group, typed: Mapping[str, str]) -> Group:
    fields = tuple(replace(field, value=typed.get(field.key, "")) for field in group.fields)
    return replace(group, fields=fields)


def changes(typed: Mapping[str, str]) -> dict[str, Any]:
    """What a form changes, for ``adjust``.

    Args:
        typed: What a person sent; keys that are not in it stay as they are.

    Raises:
        SettingError: A text is no number or no day, or a range lacks an end.
    """
    made: dict[str, Any] = {}
    for key in ("company", "currency", "week_start"):
        if key in typed:
            made[key] = typed[key].strip() or None
    if "fiscal_year_start" in typed:
        made["fiscal_year_start"] = _whole("fiscal_year_start", typed["fiscal_year_start"])
    if "as_of" in typed:
        made["as_of"] = _day("as_of", typed["as_of"])
    if "dimensions" in typed:
        made["dimensions"] = [
            name for part in typed["dimensions"].split(",") if (name := part.strip())
        ] or None
    shares = [f"tier_shares.{tier}" for tier in TIERS]
    if all(key in typed for key in shares):
        read = {key: _number(key, typed[key]) for key in shares}
        made |= {key: None if value is None else round(value / 100, 6) for key, value in read.items()}
    for driver in DRIVERS:
        key = f"serving.{driver}"
        if all(f"{key}.{end}" in typed for end in RANGE):
            made[key] = _range(key, typed)
    return made


def _range(key: str, typed: Mapping[str, str]) -> dict[str, float] | None:
    read = {end: _number(f"{key}.{end}", typed[f"{key}.{end}"]) for end in RANGE}
    given = {end: value for end, value in read.items() if value is not None}
    if given and len(given) < len(RANGE):
        missing = ", ".join(end for end in RANGE if end not in given)
        raise SettingError(
            f"{missing} is missing", where=key, remedy="give low, likely and high, or none of them"
        )
    return given or None


def _number(key: str, text: str) -> float | None:
    if not text.strip():
        return None
    try:
        value = float(ungrouped(text.strip()))
    except ValueError as error:
        remedy = WORD if "," in text else "write it as 12.5"
        raise SettingError(f"“{text[:40]}” is no number", where=key, remedy=remedy) from error
    if value != value or value in (float("inf"), float("-inf")):
        raise SettingError("this is no number", where=key, remedy="write it as 12.5")
    return value


def _whole(key: str, text: str) -> int | None:
    value = _number(key, text)
    if value is not None and not value.is_integer():
        raise SettingError("this is no whole number", where=key, remedy="write it as 4")
    return None if value is None else int(value)


def _day(key: str, text: str) -> dt.date | None:
    try:
        return day(text)
    except ValueError as error:
        raise SettingError("this is no day", where=key, remedy="write it as 2026-01-31") from error


def _end(settings: Settings, driver: str, end: str) -> float | None:
    found = getattr(settings.serving, driver)
    return getattr(found, end) if found is not None else None


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.10g}" if isinstance(value, float) else str(value)
