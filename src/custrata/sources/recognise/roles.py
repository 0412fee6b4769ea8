"""Which columns name a customer, an order, a product …, and which columns of headerless files could."""

from __future__ import annotations

import re
from dataclasses import dataclass

from custrata.sources.profile import ColumnProfile, TableProfile
from custrata.sources.recognise.fields import SURE, Candidate, candidates
from custrata.sources.recognise.readings import Reading, is_key, readings
from custrata.sources.recognise.synonyms import tiers

ROLES: dict[str, tuple[str, str]] = {
    "customer": ("transactions", "customer_id"),
    "order": ("transactions", "order_id"),
    "product": ("transactions", "product_id"),
    "campaign": ("touches", "campaign_id"),
    "subscription": ("subscriptions", "subscription_id"),
}
"""What ids name, and where their names stand."""

_OWN = {
    "customers": "customer",
    "products": "product",
    "campaigns": "campaign",
    "subscriptions": "subscription",
}
_NAMELESS = re.compile(r"^(?:column|col|field|c|f|v|x|var|unnamed|_c|spalte)?[ _:]*\d+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Key:
    """A column that names something."""

    profile: TableProfile
    column: ColumnProfile
    role: str

    @property
    def place(self) -> tuple[str, str]:
        """Relation and column."""
        return self.profile.table.relation, self.column.name


def keys_of(profile: TableProfile) -> list[Key]:
    """The columns of a table that name customers, orders, products, campaigns or subscriptions."""
    found: dict[str, Key] = {}
    top = next(iter(readings(profile)), None)
    if top and top.table in _OWN:
        role = _OWN[top.table]
        own = top.columns.get(f"{role}_id")
        found.update({own.name: Key(profile, own.column, role)} if own else {})
    for role, (table, column) in ROLES.items():
        sure = next(iter(candidates(profile, tiers(table, column), "id", SURE)), None)
        if (
            sure
            and sure.name not in found
            and (role != "subscription" or "subscription" in sure.name.lower() or sure.tier == 0)
        ):
            found[sure.name] = Key(profile, sure.column, role)
    return [k for k in found.values() if k.column.distinct > 1]


def parents(profiles: tuple[TableProfile, ...]) -> list[Key]:
    """The keys that are unique in their table: what others may refer to."""
    return [k for p in profiles for k in keys_of(p) if is_key(k.column)]


def is_nameless(profile: TableProfile) -> bool:
    """Whether a table came without a header."""
    return len(profile.columns) >= 3 and all(
        _NAMELESS.match(c.column.header or c.name) for c in profile.columns
    )


def by_values(profile: TableProfile) -> Reading | None:
    """Read a table without header as transactions, when its values leave no other way; None when they do.

    The day is the only column of dates, the amount the only one with fractions, the customer the first
    column of ids that repeat, the quantity the only column of few whole numbers.
    """
    dates = [c for c in profile.columns if c.is_date]
    rest = [c for c in profile.columns if c.filled and c not in dates]
    money = [c for c in rest if c.is_number and not c.whole]
    small = [
        c for c in rest if c.is_number and c.whole and 1 < c.distinct <= 100 and c.distinct < 0.05 * c.rows
    ]
    ids = [
        c
        for c in rest
        if c not in money and c not in small and c.distinct > 20 and c.unique_share < KEY_LIMIT
    ]
    if len(dates) != 1 or len(money) != 1 or not ids:
        return None
    columns = {"customer_id": ids[0], "occurred_at": dates[0], "amount": money[0]}
    columns |= {"quantity": small[0]} if len(small) == 1 else {}
    return Reading("transactions", profile, 0.9, {n: Candidate(c, 1, 0.85) for n, c in columns.items()})


KEY_LIMIT = 0.9
"""Ids that repeat less than this are no customers of transactions."""
