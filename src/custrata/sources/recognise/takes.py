"""A recognised raw column as a derivation: with the patterns of its dates and the mark of its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from custrata.sources.contract import Kind
from custrata.sources.formats.dates import DAY_FIRST, MONTH_FIRST, ordered
from custrata.sources.formats.numbers import POINT
from custrata.sources.mapping import Mapped, Take
from custrata.sources.profile import ColumnProfile, TableProfile
from custrata.sources.recognise.fields import Candidate

Place = tuple[str, str]
"""Relation and column."""


@dataclass(frozen=True, slots=True)
class Orders:
    """Which columns write the day first, which the month, and which could be either.

    Attributes:
        known: Place → ``day first`` or ``month first``.
        open: Places where every value could be both.
    """

    known: Mapping[Place, str] = field(default_factory=dict)
    open: frozenset[Place] = frozenset()

    def of(self, profile: TableProfile, column: ColumnProfile) -> str:
        """The order of a column; month first where nothing says it (and then a question stands beside)."""
        return self.known.get((profile.table.relation, column.name), MONTH_FIRST)


def orders_of(profiles: tuple[TableProfile, ...], largest: Mapping[Place, tuple[int, int]]) -> Orders:
    """Settle the order of day and month, column by column, from the largest first and second parts.

    A column that cannot say it follows the others of its table, then those of the folder, when they agree.

    Args:
        profiles: All tables.
        largest: Place → largest first and second part of its values.
    """
    known: dict[Place, str] = {}
    undecided: list[Place] = []
    for profile in profiles:
        for column in profile.columns:
            place = (profile.table.relation, column.name)
            if any(p.startswith("?") or p[:2] in ("%d", "%m") for p, _ in column.patterns):
                order = _order(column, largest.get(place, (0, 0)))
                known.update({place: order} if order else {})
                undecided += [] if order else [place]
    for place in undecided:
        votes = {o for (relation, _), o in known.items() if relation == place[0]} or set(known.values())
        if len(votes) == 1:
            known[place] = next(iter(votes))
    return Orders(known, frozenset(p for p in undecided if p not in known))


def _order(column: ColumnProfile, largest: tuple[int, int]) -> str:
    patterns = [p for p, _ in column.patterns]
    if largest[0] > 12 >= largest[1] or (
        any(p.startswith("%d") and p[3:5] == "%m" for p in patterns) and largest[1] <= 12
    ):
        return DAY_FIRST
    if largest[1] > 12 >= largest[0] or any(p.startswith("%m") and p[3:5] == "%d" for p in patterns):
        return MONTH_FIRST
    return ""


def take(profile: TableProfile, column: ColumnProfile, kind: Kind, orders: Orders) -> Take:
    """A column as a derivation of a kind."""
    if kind in ("date", "instant"):
        order = orders.of(profile, column)
        patterns = tuple(dict.fromkeys(ordered(p, order) for p, share in column.patterns))
        return Take(column.name, patterns if patterns != ("iso",) else ())
    if kind in ("money", "number", "integer"):
        return Take(column.name, mark=column.number_mark or POINT)
    return Take(column.name)


def mapped(profile: TableProfile, candidate: Candidate, kind: Kind, orders: Orders) -> Mapped:
    """A candidate as a mapped column, with how sure it is and samples."""
    derivation = take(profile, candidate.column, kind, orders)
    return Mapped(derivation, round(candidate.fit, 2), candidate.column.samples)


def attribute(profile: TableProfile, column: ColumnProfile, orders: Orders) -> Take:
    """A column as an attribute, typed by what it holds."""
    if column.is_date:
        taken = take(profile, column, "date", orders)
        return Take(taken.column, taken.patterns, type="date")
    numeric = (column.is_number and column.number_share != 0) or column.column.type in (
        "integer",
        "decimal",
        "float",
    )
    leading_zero = any(len(v) > 1 and v[0] == "0" and v[1].isdigit() for v, _ in column.values)
    if numeric and not leading_zero and (column.column.type != "text" or column.number_share >= 0.98):
        return Take(column.name, mark=column.number_mark or POINT, type="number")
    return Take(column.name, type="text")
