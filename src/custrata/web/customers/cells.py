"""How what is known of a customer is written in a table: in full, units in the head."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from custrata.project.asking import exact
from custrata.segments.rules.fields import Field, Kind
from custrata.strategy.wording.spelling import MINUS
from custrata.vocabulary import Tier

TIERS = {tier.value: f"t{place}" for place, tier in enumerate(Tier, 1)}
UNKNOWN = "not known"
_WORDS = frozenset({"stage", "exchange", "rfm_segment"})
"""What the program names itself, in small letters; values of the company's files stay as they are."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words, and how it is set."""

    text: str
    right: bool = False
    dim: bool = False
    tier: str = ""


def cell(value: Any, field: Field) -> Cell:
    """What is known of a customer, as a cell.

    Args:
        value: As the engine brought it.
        field: What it is.
    """
    right = field.kind is Kind.NUMBER
    if value is None or value == "":
        return Cell(UNKNOWN, right, dim=True)
    if field.name in ("tier", "tier_before"):
        return Cell(str(value).capitalize(), tier=TIERS.get(str(value), ""))
    text = written(value, field)
    return Cell(text[:1].upper() + text[1:] if field.name in _WORDS else text, right)


def written(value: Any, field: Field) -> str:
    """A value in words, without its unit."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.unit == "share":
        return exact(float(value), "share")
    if isinstance(value, int | float | Decimal):
        return _number(value, money=field.unit not in ("", "days"))
    if isinstance(value, dt.datetime | dt.date):
        return f"{value:%-d %b %Y}"
    return str(value)


def head(field: Field) -> str:
    """What stands over a column, with its unit; money whose currency nothing states has none to say."""
    silent = ("", "share", "days", "money")
    return field.title if field.unit in silent else f"{field.title}, {field.unit}"


def _number(value: float | Decimal, *, money: bool) -> str:
    if money:
        text = f"{value:,.2f}"
    else:
        whole = value == int(value)
        text = f"{value:,.0f}" if whole else f"{value:,.2f}"
    return text.replace("-", MINUS)
