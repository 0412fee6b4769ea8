"""How customers moved between tiers since one window ago, and who moved them."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import share, tally, total
from custrata.measures.kernel.measure import MONEY, Formula, Measure
from custrata.vocabulary import Direction, Period

MOVES = "tier_moves"
_NEEDS = ("tier_moves.tier_now", "tier_moves.tier_before")
_BEFORE, _NOW = "tier_before", "tier_now"
_NOBODY = "no customer was there in both windows"
_RULE = "Tiers of both windows by the same rule, of customers who were there."


def moves(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer of either window: where they came from and went to, and what changed in money.

    Who was not there before came from ``new`` or ``returned``; who is not there now went to ``gone``.
    """
    rows = base.tables[MOVES]
    rows = rows.mutate(
        stayed=rows.tier_before.notnull() & rows.tier_now.notnull(),
        change=rows.value_now.fill_null(0) - rows.value_before.fill_null(0),
        tier_before=rows.tier_before.fill_null(rows.moved_by),
        tier_now=rows.tier_now.fill_null("gone"),
    )
    rows = rows.mutate(was=_place(rows.tier_before), is_now=_place(rows.tier_now))
    return attach(rows, base, dimensions)


def _place(tier: ibis.Value) -> ibis.Value:
    """The rank of a tier, 0 the highest."""
    return ibis.cases(*((tier == name, k) for k, name in enumerate(("platinum", "gold", "silver"))), else_=3)


def _moved(t: ibis.Table) -> dict[str, ibis.Value]:
    up, down = t.stayed & (t.is_now < t.was), t.stayed & (t.is_now > t.was)
    return {
        "stayed": t.stayed.sum(),
        "up": up.sum(),
        "down": down.sum(),
        "moved": (up | down).sum(),
        "others": ((up | down) & (t.moved_by == "others")).sum(),
    }


def _share(
    name: str, title: str, definition: str, of: str, none: str, better: Direction, what: str
) -> Measure:
    formula = Formula(_NEEDS, moves, _moved, share(what, of, none), _RULE, dated=False)
    return Measure(name, title, definition, "share", "customers", (formula,), better, periods=("current",))


MEASURES = (
    Measure(
        "tier_moves",
        "Moves between tiers",
        "Number of customers by the tier they were in one window ago and the tier they are in now.",
        "customers",
        "customers",
        (Formula(_NEEDS, moves, lambda t: {"people": t.count()}, tally("people"), _RULE, dated=False),),
        Direction.NEITHER,
        by=(_BEFORE, _NOW),
        periods=("current",),
    ),
    Measure(
        "tier_moves_value",
        "Value of moves between tiers",
        "What the customers of each move bring in the current window less what they brought before it; "
        "all moves add up to the change of the whole.",
        MONEY,
        "customers",
        (
            Formula(
                _NEEDS,
                moves,
                lambda t: {"change": t.change.sum(), "people": t.count()},
                total("change", "people"),
                _RULE,
                dated=False,
            ),
        ),
        by=(_BEFORE, _NOW),
        periods=("current",),
    ),
    _share(
        "moved_up",
        "Moved up a tier",
        "Share of the customers of both windows who stand in a higher tier than one window ago.",
        "stayed",
        _NOBODY,
        Direction.HIGHER,
        "up",
    ),
    _share(
        "moved_down",
        "Moved down a tier",
        "Share of the customers of both windows who stand in a lower tier than one window ago.",
        "stayed",
        _NOBODY,
        Direction.LOWER,
        "down",
    ),
    _share(
        "moved_by_others",
        "Moved by others",
        "Share of those who changed tier whose own value did not cross the boundary as it was: the others "
        "moved the boundary.",
        "moved",
        "nobody changed tier",
        Direction.NEITHER,
        "others",
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
