"""What can be asked of a customer: the columns that hold data, each with a title and a kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

import ibis.expr.datatypes as dt


class Kind(StrEnum):
    """How a field is compared."""

    NUMBER = "number"
    TEXT = "text"
    DAY = "day"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is known of customers.

    Attributes:
        name: Its column.
        title: What people call it.
        kind: How it is compared.
        unit: Currency, ``days``, ``share`` or empty.
        personal: Whether it names a person, or helps to reach one.
    """

    name: str
    title: str
    kind: Kind
    unit: str = ""
    personal: bool = False


_TITLES = {
    "customer_id": "Customer",
    "rfm_segment": "Buying pattern",
    "mrr": "Recurring revenue a month",
    "exchange": "Value exchange",
    "age": "Days since first order",
    "last_order_age": "Days from first to last order",
    "orders": "Orders",
    "days_since_last_order_score": "Days since last order, score 1 to 5",
    "order_days_score": "Purchase days, score 1 to 5",
    "revenue_score": "Revenue, score 1 to 5",
    "order_days": "Purchase days",
    "repeat_orders": "Purchase days after the first",
    "value_per_order": "Revenue per purchase day",
    "expected_orders": "Purchase days expected in the next 365 days",
    "expected_order_value": "Revenue expected per purchase day",
    "value_rank": "Rank by value",
    "tier_before": "Tier before",
    "stage_since": "In the stage since",
    "value_to_customer": "Value to the customer",
    "value_to_business": "Value to us",
    "probability_alive": "Still a customer, probability",
    "current_revenue": "Revenue, current window",
    "previous_revenue": "Revenue, window before",
    "lifetime_value_low": "Lifetime value, low end",
    "lifetime_value_high": "Lifetime value, high end",
}
_DAYS = {"days_since_last_order", "age", "last_order_age"}
_SHARES = {"probability_alive"}
_MONEY = {
    "revenue",
    "refunds",
    "gross_margin",
    "value_per_order",
    "current_revenue",
    "previous_revenue",
    "mrr",
    "value",
    "cost_to_serve",
    "contribution",
    "acquisition_cost",
    "expected_order_value",
    "lifetime_value",
    "lifetime_value_low",
    "lifetime_value_high",
    "reported_revenue",
}
_PERSONAL = re.compile(
    r"name$|^name|mail|phone|mobile|address|street|postcode|zip_?code|birth|iban|contact", re.I
)


def fields_of(
    schema: Mapping[str, dt.DataType], provided: Collection[str], currency: str = ""
) -> dict[str, Field]:
    """What can be asked of the customers of a snapshot.

    Args:
        schema: Type by column of the customers' table.
        provided: Columns that hold data, as ``table.column``.
        currency: Code of the currency.

    Returns:
        Fields by column; those that hold nothing are left out.
    """
    held = (name for name in schema if name == "customer_id" or f"customers.{name}" in provided)
    found = (_field(name, schema[name], currency or "money") for name in held)
    return {field.name: field for field in found if field is not None}


def title_of(name: str) -> str:
    """What people call a column.

    Example:
        >>> title_of("days_since_last_order"), title_of("stated_age")
        ('Days since last order', 'Age, as stated')
    """
    if name in _TITLES:
        return _TITLES[name]
    stated = name.startswith("stated_")
    words = name.removeprefix("stated_").replace("_", " ").strip() or name
    words = re.sub(r" on$", ": day", words) if name.endswith("_on") else words
    return words[:1].upper() + words[1:] + (", as stated" if stated else "")


def names_persons(column: str) -> bool:
    """Whether a column names a person, or helps to reach one.

    Args:
        column: Its name.

    Example:
        >>> names_persons("name"), names_persons("work_email"), names_persons("tier")
        (True, True, False)
    """
    return _PERSONAL.search(column) is not None


def _field(name: str, kind: dt.DataType, currency: str) -> Field | None:
    found = _kind(kind)
    if found is None:
        return None
    unit = currency if name in _MONEY else "days" if name in _DAYS else "share" if name in _SHARES else ""
    return Field(name, title_of(name), found, unit, personal=names_persons(name))


def _kind(kind: dt.DataType) -> Kind | None:
    if kind.is_boolean():
        return Kind.FLAG
    if kind.is_numeric():
        return Kind.NUMBER
    if kind.is_date() or kind.is_timestamp():
        return Kind.DAY
    return Kind.TEXT if kind.is_string() else None
