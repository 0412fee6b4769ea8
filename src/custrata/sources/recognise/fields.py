"""Which raw columns can be which field: by name, checked against what the column holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from custrata.sources.contract import CONTRACT, Kind
from custrata.sources.profile import ColumnProfile, TableProfile
from custrata.sources.recognise.names import matches, table_words, words
from custrata.sources.recognise.synonyms import part, tiers

Tiers = tuple[tuple[tuple[str, ...], ...], ...]

SURE = 0.9
"""From here on a name says the field, rather than something that contains it."""

_SCALE = re.compile(r"\(\s*\d+\s*(?:-|–|to|bis)\s*\d+\s*\)")
"""The scale of ratings behind a name, such as "(0-10)": it says nothing of what the column is."""

_PART_KINDS: dict[str, Kind] = {
    "status": "text",
    "document": "text",
    "standing": "text",
    "flag": "flag",
    "first_name": "text",
    "last_name": "text",
    "ship_date": "date",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A raw column that may be a field.

    Attributes:
        column: The raw column.
        tier: How surely its name is meant, 0 first.
        match: How well the name matches, 0 to 1.
    """

    column: ColumnProfile
    tier: int
    match: float

    @property
    def name(self) -> str:
        """Name of the raw column."""
        return self.column.name

    @property
    def fit(self) -> float:
        """How good the candidate is, 0 to 1."""
        return round(self.match * (1 - 0.06 * self.tier), 4)


def candidates(profile: TableProfile, names: Tiers, kind: Kind, above: float = 0.6) -> list[Candidate]:
    """The columns whose names and values fit, best first, ties in the order of the file.

    Args:
        profile: The table.
        names: Names to look for, tier by tier.
        kind: What the column has to hold.
        above: Smallest match of names.
    """
    about = _about(profile, names)
    found = (_best(c, names, about) for c in profile.columns if holds(c, kind))
    return sorted(
        (c for c in found if c and c.match >= above), key=lambda c: (-c.fit, -round(_filled(c.column), 1))
    )


def called(profile: TableProfile, names: Tiers) -> tuple[str, ...]:
    """The columns that a name surely means, whatever they hold, if anything.

    Args:
        profile: The table.
        names: Names to look for.
    """
    found = (_best(c, names, _about(profile, names)) for c in profile.columns)
    return tuple(c.name for c in found if c and c.match >= SURE)


def _filled(column: ColumnProfile) -> float:
    return column.filled / column.rows if column.rows else 0.0


def _about(profile: TableProfile, names: Tiers) -> frozenset[str]:
    """Words of the table's name that its columns may repeat: an order_date in orders.csv is a date."""
    about = frozenset(table_words(profile.table.file, profile.table.part))
    about |= {w[:-1] for w in about if w.endswith("s")}
    return about & {w for tier in names for n in tier for w in n} - {"id"}


def _best(column: ColumnProfile, names: Tiers, about: frozenset[str]) -> Candidate | None:
    found = _named(_SCALE.sub("", column.column.header or column.name), names, about)
    return Candidate(column, found[1], found[0]) if found else None


@lru_cache(maxsize=100_000)
def _named(header: str, names: Tiers, about: frozenset[str]) -> tuple[float, int] | None:
    name = words(header)
    found = [(matches(name, n, about), place) for place, tier in enumerate(names) for n in tier]
    good = [(match, place) for match, place in found if match > 0]
    if not good:
        return None
    return max(good, key=lambda pair: (pair[0] >= SURE, round(pair[0] * (1 - 0.06 * pair[1]), 4), -pair[1]))


def holds(column: ColumnProfile, kind: Kind) -> bool:
    """Whether a column's values fit a kind; a column without any value fits none."""
    if not column.filled:
        return False
    match kind:
        case "id":
            return not (column.flag and not column.whole) and _id_like(column)
        case "money" | "number" | "integer":
            return column.is_number and column.column.type != "boolean"
        case "date" | "instant":
            return column.is_date
        case "flag":
            return column.flag
    return True


def _id_like(column: ColumnProfile) -> bool:
    if column.column.type in ("date", "timestamp", "timestamp_tz", "boolean") or column.longest > 120:
        return False
    return all(number == int(number) for number in column.numbers if abs(number) < 1e18)


def best(profile: TableProfile, table: str, column: str, above: float = 0.6) -> Candidate | None:
    """The best raw column for a canonical one."""
    kind = CONTRACT[table].column(column).kind
    return next(iter(candidates(profile, tiers(table, column), kind, above)), None)


def best_part(profile: TableProfile, name: str, above: float = SURE) -> Candidate | None:
    """The best raw column for something that gives a canonical one."""
    kind = _PART_KINDS.get(name, "number")
    return next(iter(candidates(profile, part(name), kind, above)), None)


def assign(profile: TableProfile, table: str, columns: Iterable[str]) -> dict[str, Candidate]:
    """One raw column for each canonical one, none twice; required columns choose first, then better matches.

    Args:
        profile: The raw table.
        table: The canonical table.
        columns: Canonical columns to fill.
    """
    names = tuple(columns)
    required = [n for n in names if CONTRACT[table].column(n).required]
    result = _assigned(profile, table, required, {})
    return _assigned(profile, table, [n for n in names if n not in required], result)


def _assigned(
    profile: TableProfile, table: str, names: list[str], before: dict[str, Candidate]
) -> dict[str, Candidate]:
    pairs: list[tuple[float, int, str, Candidate]] = []
    for place, name in enumerate(names):
        column = CONTRACT[table].column(name)
        above = 0.6 if column.required and column.kind not in ("id", "text") else SURE
        found = candidates(profile, tiers(table, name), column.kind, above)
        pairs += [(-c.fit, place, name, c) for c in found if _fits(table, name, c, profile)]
    result = dict(before)
    used = {c.name for c in before.values()}
    for _, _, name, candidate in sorted(pairs, key=lambda pair: pair[:2]):
        if name not in result and candidate.name not in used:
            result[name] = candidate
            used.add(candidate.name)
    return result


_KEYS = {
    "customers": "customer_id",
    "transactions": "transaction_id",
    "products": "product_id",
    "subscriptions": "subscription_id",
    "people": "person_id",
    "opportunities": "opportunity_id",
    "feedback": "feedback_id",
}
_NO_AMOUNT = ("refunded", "tax", "profit", "discount", "shipping", "unit_cost")


def _fits(table: str, name: str, candidate: Candidate, profile: TableProfile) -> bool:
    if name == "transaction_id" and table == "transactions" and _is_order(candidate):
        return False
    if _KEYS.get(table) == name:
        return candidate.column.unique_share >= 0.9 and candidate.column.filled >= 0.9 * candidate.column.rows
    if name != "amount" or table != "transactions":
        return True
    return not any(_is_part(candidate, part_name, profile) for part_name in _NO_AMOUNT) and not (
        _is_part(candidate, "unit_price", profile)
        and any(candidates(profile, tiers("transactions", "quantity"), "number", SURE))
    )


def _is_order(candidate: Candidate) -> bool:
    """Whether the column names orders rather than lines: an order_id in orders.csv."""
    found = _named(candidate.column.column.header, tiers("transactions", "order_id"), frozenset())
    return found is not None and found[0] == 1


def _is_part(candidate: Candidate, name: str, profile: TableProfile) -> bool:
    found = candidates(profile, part(name), _PART_KINDS.get(name, "number"), SURE)
    return any(c.name == candidate.name and c.match >= candidate.match for c in found)
