"""A recognised raw column as a derivation: with the patterns of its dates and the mark of its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from custrata.sources.contract import Kind
from custrata.sources.formats.dates import DAY_FIRST, MONTH_FIRST, slashed, swapped
from custrata.sources.formats.numbers import POINT
from custrata.sources.mapping import Mapped, Take
from custrata.sources.profile import ColumnProfile, TableProfile
from custrata.sources.recognise.fields import Candidate

Place = tuple[str, str]
"""Relation and column."""


CLEAR_SHARE = 0.9
"""So many of the cells that decide it must agree on the order of day and month; else a person is asked."""


@dataclass(frozen=True, slots=True)
class Orders:
    """Which columns write the day first, which the month, and which could be either.

    Attributes:
        known: Place → ``day first`` or ``month first``.
        open: Places where every value could be both, or where the values disagree.
        decided: Place → cells that can only have the day first, cells that can only have the month first.
    """

    known: Mapping[Place, str] = field(default_factory=dict)
    open: frozenset[Place] = frozenset()
    decided: Mapping[Place, tuple[int, int]] = field(default_factory=dict)

    def of(self, profile: TableProfile, column: ColumnProfile) -> str:
        """The order of a column; month first where nothing says it (and then a question stands beside)."""
        return self.known.get((profile.table.relation, column.name), MONTH_FIRST)


def orders_of(profiles: tuple[TableProfile, ...], decided: Mapping[Place, tuple[int, int]]) -> Orders:
    """Settle the order of day and month, column by column, from the cells that can only be read in one.

    A column that cannot say it follows the others of its table, then those of the folder, when they agree.
    In a column whose cells disagree the order of most of them holds; it is open unless they are 90%.

    Args:
        profiles: All tables.
        decided: Place → cells that can only have the day first, cells that can only have the month first.
    """
    known: dict[Place, str] = {}
    torn: dict[Place, str] = {}
    undecided: list[Place] = []
    for profile in profiles:
        for column in profile.columns:
            place = (profile.table.relation, column.name)
            if any(p.startswith("?") or swapped((p,)) for p, _ in column.patterns):
                votes = decided.get(place, (0, 0))
                order = _order(column, votes)
                (known if _agree(votes) else torn).update({place: order} if order else {})
                undecided += [] if order else [place]
    for place in undecided:
        agreed = {o for (relation, _), o in known.items() if relation == place[0]} or set(known.values())
        if len(agreed) == 1:
            known[place] = next(iter(agreed))
    left = frozenset(p for p in undecided if p not in known)
    return Orders(known | torn, left | frozenset(torn), decided)


def _agree(votes: tuple[int, int]) -> bool:
    return max(votes) >= CLEAR_SHARE * sum(votes)


def _order(column: ColumnProfile, votes: tuple[int, int]) -> str:
    if any(votes):
        return DAY_FIRST if votes[0] > votes[1] else MONTH_FIRST
    return DAY_FIRST if any(p.startswith("%d.%m") for p, _ in column.patterns) else ""


def take(profile: TableProfile, column: ColumnProfile, kind: Kind, orders: Orders) -> Take:
    """A column as a derivation of a kind."""
    if kind in ("date", "instant"):
        order = orders.of(profile, column)
        patterns = tuple(dict.fromkeys(slashed(p, order) for p, _ in column.patterns))
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
