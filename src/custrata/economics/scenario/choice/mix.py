"""The cheapest mix of intents that reaches a target: which customers get which intent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from custrata.economics.scenario.allotting import Mask, rounded, some
from custrata.economics.scenario.basis.behaviour import annuity, exposure
from custrata.economics.scenario.basis.standing import Codes, Floats, Standing, averages
from custrata.economics.scenario.form import EFFECTS, IntentPlan, Scenario

BANDS = 4
"""Each part of the base is cut into so many equal bands of worth, so that the best may come first."""

WHOLE_UP_TO = 3_000
"""Up to so many customers the numbers are found in whole customers; beyond that a fraction is rounded up."""


@dataclass(frozen=True)
class Options:
    """What may be chosen: so many customers of a cell for an intent.

    Attributes:
        cell: Cell of each customer; -1 for those whom no intent may reach.
        n: Customers in each cell.
        band: Place of the cell among the bands of worth of its part, 0 for the most valuable.
        may: Whether an intent may reach a cell, (intents, cells).
        gain: What the likely effects bring, a customer, (intents, cells).
        cost: Likely cost a customer, by intent.
        fixed: Likely cost at all, by intent.
        hours: Likely hours a customer, by intent.
        most: Most customers that an intent may reach.
    """

    cell: Codes
    n: Floats
    band: Codes
    may: Mask
    gain: Floats
    cost: Floats
    fixed: Floats
    hours: Floats
    most: Floats


@dataclass(frozen=True)
class Mix:
    """What was chosen.

    Attributes:
        counts: Customers by intent and cell, (intents, cells).
        gain: What it is expected to bring, at the likely effects.
        needed: What was asked for.
        cost: Likely cost.
        hours: Likely hours.
        reached: Whether it is enough; where not, it is the nearest that budget and capacity allow.
    """

    counts: Floats
    gain: float
    needed: float
    cost: float
    hours: float
    reached: bool


def expected(
    standing: Standing, rates: dict[str, Floats], years: float, intent: IntentPlan | None
) -> dict[str, Floats]:
    """What a customer is expected to bring at the likely effects: revenue, margin, equity.

    Args:
        standing: Discount and years of the equity.
        rates: How the customers behave, by name of the rate.
        years: The horizon.
        intent: What reaches them; None for nothing.
    """
    effect = {name: getattr(intent.effects, name).likely if intent else 0.0 for name in EFFECTS}
    leaving = rates["leaving"] * (1 + effect["leaving"])
    stay = rates["alive"] * exposure(leaving, years)
    yearly = rates["orders"] * rates["order_value"]
    revenue = stay * yearly * (1 + effect["order_rate"]) * (1 + effect["spend"]) * (1 + effect["price"])
    rate = 1 - (1 - rates["margin_rate"] - effect["margin"]) / (1 + effect["price"])
    margin = revenue * rate - stay * rates["serving"] * (1 + effect["cost_to_serve"])
    ends = rates["alive"] * np.exp(-leaving * years)
    later = annuity(rates["leaving"], standing.discount, standing.value_years)
    equity = ends * later * (yearly * rates["margin_rate"] - rates["serving"])
    return {"revenue": revenue, "margin": margin, "equity": equity}


def options(standing: Standing, intents: Sequence[IntentPlan], measure: str, years: float) -> Options:
    """What may be chosen, from the groups of the intents.

    Args:
        standing: The base, sorted by key.
        intents: The intents; each customer gets one of them at most.
        measure: ``revenue``, ``margin`` or ``equity``.
        years: The horizon.

    Raises:
        ScenarioError: A group is unknown.
    """
    groups = np.array([standing.has(i.group) for i in intents], bool).reshape(len(intents), len(standing))
    cell, first, place = _cells(standing, groups)
    cells = len(first)
    rates = averages(standing, cell, cells)
    now = expected(standing, rates, years, None)[measure]
    gain = np.array([expected(standing, rates, years, i)[measure] - now for i in intents])
    return Options(
        cell,
        np.bincount(cell[cell >= 0], minlength=cells).astype(np.float64),
        place,
        groups[:, first],
        gain.reshape(len(intents), cells),
        np.array([i.cost.per_customer.likely for i in intents]),
        np.array([i.cost.total.likely for i in intents]),
        np.array([i.hours.likely for i in intents]),
        np.array([rounded(i.share * int(g.sum())) for i, g in zip(intents, groups, strict=True)], float),
    )


def _cells(standing: Standing, groups: Mask) -> tuple[Codes, Codes, Codes]:
    """Cells by the groups that customers are in and their band of worth; customers in no group have none.

    Returns:
        Cell of each customer, a customer of each cell, and the band of each cell.
    """
    cell = np.full(len(standing), -1, np.int64)
    inside = np.flatnonzero(groups.any(axis=0))
    patterns = np.unique(groups[:, inside], axis=1, return_inverse=True)[1].reshape(-1)
    worth = (standing.alive * standing.orders * standing.order_value)[inside]
    firsts: list[int] = []
    places: list[int] = []
    for pattern in range(int(patterns.max(initial=-1)) + 1):
        members = inside[patterns == pattern]
        order = members[np.lexsort((standing.key[members], -worth[patterns == pattern]))]
        for place, part in enumerate(np.array_split(order, min(BANDS, len(order)))):
            cell[part] = len(firsts)
            firsts.append(int(part[0]))
            places.append(place)
    return cell, np.array(firsts, np.int64), np.array(places, np.int64)


def cheapest(options: Options, needed: float, budget: float | None, capacity: float | None) -> Mix:
    """The mix of lowest cost that is expected to bring what is needed.

    A linear programme over customers by intent and cell; whether an intent is done at all is a yes or no.
    Where budget and capacity do not allow it, the mix that comes nearest.

    Args:
        options: What may be chosen.
        needed: What it is to bring.
        budget: Money there is; None sets no limit.
        capacity: Hours there are; None sets no limit.
    """
    found = _solved(options, budget, capacity, needed)
    if found is None:
        most = _solved(options, budget, capacity, None)
        counts = np.zeros_like(options.gain) if most is None else most
        return _mix(options, counts, needed, reached=False)
    return _mix(options, found, needed, reached=True)


def most(options: Options, budget: float | None, capacity: float | None) -> Mix:
    """The mix that is expected to bring most within budget and capacity."""
    found = _solved(options, budget, capacity, None)
    counts = np.zeros_like(options.gain) if found is None else found
    return _mix(options, counts, 0.0, reached=True)


def _mix(options: Options, counts: Floats, needed: float, *, reached: bool) -> Mix:
    by_intent = counts.sum(axis=1)
    return Mix(
        counts,
        float((counts * options.gain).sum()),
        needed,
        float(by_intent @ options.cost + (by_intent > 0) @ options.fixed),
        float(by_intent @ options.hours),
        reached,
    )


def _solved(
    options: Options, budget: float | None, capacity: float | None, needed: float | None
) -> Floats | None:
    """Customers by intent and cell, None where nothing keeps all limits; without a need, for the most."""
    intents, cells = options.gain.shape
    if not intents or not cells:
        return None if needed is not None else np.zeros_like(options.gain)
    chosen = intents * cells
    cost = np.concatenate([np.repeat(options.cost, cells), options.fixed])
    gain = np.concatenate([options.gain.reshape(-1), np.zeros(intents)])
    hours = np.concatenate([np.repeat(options.hours, cells), np.zeros(intents)])
    limits = _sizes(options)
    if budget is not None:
        limits.append(LinearConstraint(cost, -np.inf, budget))
    if capacity is not None:
        limits.append(LinearConstraint(hours, -np.inf, capacity))
    if needed is not None:
        limits.append(LinearConstraint(gain, needed, np.inf))
    top = np.concatenate([(options.may * options.n).reshape(-1), np.ones(intents)])
    whole = options.n.sum() <= WHOLE_UP_TO
    found = milp(
        cost if needed is not None else -gain,
        constraints=limits,
        bounds=Bounds(0, top),
        integrality=np.concatenate([np.full(chosen, int(whole)), np.ones(intents)]),
        options={"mip_rel_gap": 1e-9},
    )
    if found.x is None:
        return None
    counts = found.x[:chosen].reshape(intents, cells)
    # Enough is wanted, or no more than there is: a fraction of a customer goes to that side.
    upwards = needed is not None or whole
    return np.asarray(np.ceil(counts - 1e-6) if upwards else np.floor(counts + 1e-6), np.float64)


def _sizes(options: Options) -> list[LinearConstraint]:
    """Nobody gets two intents, no intent reaches more than its share, and none without its cost at all."""
    intents, cells = options.gain.shape
    each_cell = np.hstack([np.tile(np.eye(cells), intents), np.zeros((cells, intents))])
    by_intent = np.kron(np.eye(intents), np.ones(cells))
    each_intent = np.hstack([by_intent, -np.diag(options.most)])
    return [
        LinearConstraint(each_cell, -np.inf, options.n),
        LinearConstraint(each_intent, -np.inf, np.zeros(intents)),
    ]


def reached_by(mix: Mix, options: Options, standing: Standing, scenario: Scenario) -> Mask:
    """Which customers the mix reaches with which intent, (intents, n)."""
    reached = np.zeros((mix.counts.shape[0], len(standing)), bool)
    taken = np.zeros(len(standing), bool)
    for intent, by_cell in enumerate(mix.counts):
        for cell in np.flatnonzero(by_cell > 0):
            free = (options.cell == cell) & ~taken
            chosen = some(free, int(by_cell[cell]), standing, scenario.seed, "mix")
            reached[intent] |= chosen
            taken |= chosen
    return reached
