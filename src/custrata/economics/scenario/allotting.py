"""Which customers an intent reaches, and which customers move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from custrata.economics.scenario.basis.standing import Codes, Standing
from custrata.economics.scenario.chance import key_of, uniform
from custrata.economics.scenario.form import IntentPlan, Move, Plan

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Allotted:
    """A plan, customer by customer.

    Attributes:
        plan: The plan.
        reached: Which customers each intent reaches, one row an intent, (intents, n).
        moved_to: Tier that a customer comes to; -1 for those who stay.
        move: Place of the move in the plan; -1 for those who stay.
    """

    plan: Plan
    reached: Mask
    moved_to: Codes
    move: Codes

    @property
    def marks(self) -> list[npt.NDArray[np.integer] | Mask]:
        """What must tell strata apart."""
        return [*self.reached, self.move + 1]


def allot(plan: Plan, standing: Standing, seed: int, reached: Mask | None = None) -> Allotted:
    """Say whom a plan reaches.

    Args:
        plan: The plan.
        standing: The base.
        seed: Where chance begins.
        reached: Which customers each intent reaches, where that is decided already; None follows the shares.

    Raises:
        ScenarioError: A group or tier is unknown.
    """
    if reached is None:
        rows = [_reached(intent, standing, seed) for intent in plan.intents]
        reached = np.array(rows, bool).reshape(len(rows), len(standing))
    moved_to, move = _moved(plan.moves, standing, seed)
    return Allotted(plan, reached, moved_to, move)


def some(which: Mask, count: int, standing: Standing, seed: int, word: str) -> Mask:
    """So many customers of a part, by a hash of their ids: always the same ones, and more are a superset.

    Args:
        which: The part.
        count: How many; more than there are takes all.
        standing: The base.
        seed: Where chance begins.
        word: What they are taken for.
    """
    places = np.flatnonzero(which)
    order = np.argsort(uniform(standing.key[places], seed, key_of("some", word)), kind="stable")
    taken = np.zeros(len(standing), bool)
    taken[places[order[:count]]] = True
    return taken


def _reached(intent: IntentPlan, standing: Standing, seed: int) -> Mask:
    group = standing.has(intent.group)
    return some(group, rounded(intent.share * int(group.sum())), standing, seed, intent.name)


def rounded(count: float) -> int:
    """A number of customers, halves rounded up."""
    return int(np.floor(count + 0.5))


def _moved(moves: Sequence[Move], standing: Standing, seed: int) -> tuple[Codes, Codes]:
    moved_to = np.full(len(standing), -1, np.int64)
    move = moved_to.copy()
    for place, wanted in enumerate(moves):
        origin, to = standing.tier_place(wanted.origin), standing.tier_place(wanted.to)
        there = standing.tier == origin
        count = rounded(wanted.share * int(there.sum()))
        free = there & (move < 0)
        if wanted.who == "nearest":
            taken = _nearest(free, count, standing, upwards=to < origin)
        else:
            taken = some(free, count, standing, seed, f"{wanted.origin} to {wanted.to}")
        moved_to[taken], move[taken] = to, place
    return moved_to, move


def _nearest(which: Mask, count: int, standing: Standing, *, upwards: bool) -> Mask:
    worth = standing.alive * standing.orders * standing.order_value
    places = np.flatnonzero(which)
    order = np.lexsort((standing.key[places], -worth[places] if upwards else worth[places]))
    taken = np.zeros(len(standing), bool)
    taken[places[order[:count]]] = True
    return taken
