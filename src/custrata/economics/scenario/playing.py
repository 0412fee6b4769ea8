"""Play the coming months through, many times, with the same chance for every plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from custrata.economics.scenario.allotting import Allotted
from custrata.economics.scenario.basis.behaviour import annuity, any_order, exposure
from custrata.economics.scenario.basis.standing import RATES, Floats, Standing
from custrata.economics.scenario.chance import evenly, keys_of, uniform
from custrata.economics.scenario.drawing import Done, Ways, singles, sums, together
from custrata.economics.scenario.form import Scenario
from custrata.economics.scenario.strata import Strata
from custrata.economics.scenario.supposing import Supposed, drawn, suppose


@dataclass(frozen=True)
class Played:
    """What came out of a plan, one number a draw.

    Attributes:
        totals: Revenue, margin, contribution, equity, customers, buyers, … by measure, (draws,).
        customers: Customers at the end by tier, those won last, (draws, tiers + 1).
        revenue: Revenue by tier, that of those won last, (draws, tiers + 1).
    """

    totals: dict[str, Floats]
    customers: Floats
    revenue: Floats


TOTALS = (
    *("revenue", "gross_margin", "serving", "margin", "equity", "buyers", "customers"),
    *("top_10_share", "hhi", "budget_used", "capacity_used", "contribution"),
)
"""What is counted in every draw."""


@dataclass(frozen=True)
class _Face:
    """A plan, stratum by stratum."""

    rates: dict[str, Floats]
    tier: np.ndarray
    reached: Floats
    supposed: Supposed
    moved: Floats
    newcomers: float


@dataclass(frozen=True)
class _Luck:
    """The chance of one draw; the same for every plan."""

    alive: Floats
    stay: Floats
    order: Floats
    leaving: Floats
    rate: Floats


def play(
    standing: Standing, strata: Strata, plans: Sequence[Allotted], scenario: Scenario, years: float
) -> tuple[Played, ...]:
    """Play all plans through.

    Args:
        standing: The base.
        strata: Its customers put together, told apart by all the plans.
        plans: The plans; the first is usually "as now".
        scenario: How often and from which seed.
        years: How long.

    Returns:
        One result a plan.
    """
    faces = [_face(standing, strata, plan, scenario) for plan in plans]
    tiers = len(standing.tiers) + 1
    empty = [
        Played(
            {name: np.zeros(scenario.draws) for name in TOTALS},
            np.zeros((scenario.draws, tiers)),
            np.zeros((scenario.draws, tiers)),
        )
        for _ in plans
    ]
    for draw in range(scenario.draws):
        luck = _luck(standing, strata, scenario.seed, draw)
        for face, played, plan in zip(faces, empty, plans, strict=True):
            _one(standing, strata, face, luck, scenario, years, draw, played)
            _costs(face, plan, scenario, years, draw, played)
    return tuple(empty)


def _face(standing: Standing, strata: Strata, plan: Allotted, scenario: Scenario) -> _Face:
    rates = {name: values.copy() for name, values in strata.rates.items()}
    tier = strata.tier.copy()
    move, moved_to = plan.move[strata.first], plan.moved_to[strata.first]
    for to in np.unique(moved_to[moved_to >= 0]):
        average = standing.average(standing.tier == to)
        for name in RATES:
            rates[name][moved_to == to] = average[name]
        tier[moved_to == to] = to
    moves = len(plan.plan.moves)
    moved = np.array([strata.n[move == place].sum() for place in range(moves)])
    acquire = plan.plan.acquire
    return _Face(
        rates,
        tier,
        plan.reached[:, strata.first].astype(np.float64),
        suppose(plan.plan.intents, scenario.draws, scenario.seed),
        moved,
        acquire.per_month * scenario.horizon_months if acquire else 0.0,
    )


def _luck(standing: Standing, strata: Strata, seed: int, draw: int) -> _Luck:
    bands = np.arange(len(standing.leaving_error), dtype=np.uint64)
    shifts = np.arange(strata.shifts.shape[1], dtype=np.uint64)
    # What moves all customers together decides how sure a median is: it is spread evenly over the draws.
    year = ndtri(evenly(keys_of(["year"]), seed, draw, 6))[0] * standing.year_error
    band_rate = (ndtri(evenly(bands, seed, draw, 4)) * standing.rate_error)[strata.band]
    # Doubt of a customer's parameters must not raise what all are expected to bring.
    parameters = strata.shifts @ ndtri(evenly(shifts, seed, draw, 5)) - (strata.shifts**2).sum(axis=1) / 2
    return _Luck(
        uniform(strata.key, seed, draw, 0),
        uniform(strata.key, seed, draw, 1),
        uniform(strata.key, seed, draw, 2),
        np.exp((ndtri(evenly(bands, seed, draw, 3)) * standing.leaving_error)[strata.band]),
        np.exp(band_rate + np.clip(parameters, -2, 2) + year),
    )


def _one(
    standing: Standing,
    strata: Strata,
    face: _Face,
    luck: _Luck,
    scenario: Scenario,
    years: float,
    draw: int,
    played: Played,
) -> None:
    r, factor = face.rates, _factors(face, draw)
    plain_leaving, plain_orders = r["leaving"] * luck.leaving, r["orders"] * luck.rate
    leaving, orders = plain_leaving * factor["leaving"], plain_orders * factor["order_rate"]
    value = r["order_value"] * factor["spend"] * factor["price"]
    margin = 1 - (1 - r["margin_rate"] - factor["margin"]) / factor["price"]
    serving = r["serving"] * factor["cost_to_serve"]
    chance = (luck.alive, luck.stay, luck.order)
    # Whom nobody has seen leave yet may have left, at the same rate that is in doubt.
    alive = r["alive"] ** luck.leaving
    ways = Ways(alive, leaving, orders, value, r["shape"], *chance)
    done = _done(strata, ways, years, standing.steady)
    if scenario.effects_last == "life":
        later, yearly = leaving, orders * value * margin - serving
    else:
        later, yearly = plain_leaving, plain_orders * r["order_value"] * r["margin_rate"] - r["serving"]
    worth = yearly * annuity(later, standing.discount, standing.value_years)
    won = _newcomers(standing, face, luck, scenario, years)
    sums_of = {
        "revenue": done.revenue,
        "gross_margin": done.revenue * margin,
        "serving": done.stay * serving,
        "equity": done.ends * worth,
        "buyers": done.buyers,
        "customers": done.ends,
    }
    totals = {name: float(values.sum()) + won[name] for name, values in sums_of.items()}
    totals["margin"] = totals["gross_margin"] - totals["serving"]
    totals["top_10_share"] = _top_ten(done.revenue[: strata.alone], totals["revenue"])
    totals["hhi"] = float(done.squares.sum()) / totals["revenue"] ** 2 if totals["revenue"] > 0 else 0.0
    for name, amount in totals.items():
        played.totals[name][draw] = amount
    tiers = len(standing.tiers)
    for held, values, new in (
        (played.customers, done.ends, won["customers"]),
        (played.revenue, done.revenue, won["revenue"]),
    ):
        held[draw, :tiers] = np.bincount(face.tier, weights=values, minlength=tiers)
        held[draw, tiers] = new


def _done(strata: Strata, ways: Ways, years: float, steady: bool) -> Done:
    k = strata.alone
    many = sums(ways.part(slice(k, None)), strata.n[k:], strata.unevenness[k:], years, steady)
    return together(singles(ways.part(slice(k)), years, steady), many)


def _factors(face: _Face, draw: int) -> dict[str, Floats]:
    factors = {name: np.exp(logs[draw] @ face.reached) for name, logs in face.supposed.logs.items()}
    return {**factors, "margin": face.supposed.margin[draw] @ face.reached}


def _top_ten(revenue: Floats, whole: float) -> float:
    if whole <= 0:
        return 0.0
    top = np.partition(revenue, len(revenue) - 10)[-10:] if len(revenue) > 10 else revenue
    return float(min(top.sum() / whole, 1.0))


def _newcomers(
    standing: Standing, face: _Face, luck: _Luck, scenario: Scenario, years: float
) -> dict[str, float]:
    """What customers who are won bring: as many each month, each like the average newcomer."""
    names = ("revenue", "gross_margin", "serving", "equity", "buyers", "customers")
    if face.newcomers == 0:
        return dict.fromkeys(names, 0.0)
    months = scenario.horizon_months
    left = years * (1 - (np.arange(months) + 0.5) / months)
    one = {name: np.full(months, standing.newcomer[name]) for name in RATES}
    each = face.newcomers / months
    rate = one["orders"] * float(luck.rate.mean())
    time = np.array([exposure(one["leaving"][:1], float(t))[0] for t in left])
    last = np.exp(-one["leaving"] * left)
    revenue = each * rate * one["order_value"] * time
    yearly = rate * one["order_value"] * one["margin_rate"] - one["serving"]
    buys = (
        np.ones(months)
        if standing.steady
        else np.array([any_order(rate[:1], one["shape"][:1], one["leaving"][:1], float(t))[0] for t in left])
    )
    found = {
        "revenue": revenue,
        "gross_margin": revenue * one["margin_rate"],
        "serving": each * one["serving"] * time,
        "equity": each * last * yearly * annuity(one["leaving"], standing.discount, standing.value_years),
        "buyers": each * buys,
        "customers": each * last,
    }
    return {name: float(found[name].sum()) for name in names}


def _costs(face: _Face, plan: Allotted, scenario: Scenario, years: float, draw: int, played: Played) -> None:
    t = played.totals
    reached = plan.reached.sum(axis=1)
    t["budget_used"][draw] = face.supposed.per_customer[draw] @ reached + face.supposed.total[draw].sum()
    t["capacity_used"][draw] = face.supposed.hours[draw] @ reached
    for place, move in enumerate(plan.plan.moves):
        word = f"{move.origin} to {move.to}"
        each = drawn(move.cost.per_customer, f"{word} per customer", scenario.draws, scenario.seed)[draw]
        total = drawn(move.cost.total, f"{word} total", scenario.draws, scenario.seed)[draw]
        t["budget_used"][draw] += each * face.moved[place] + total
    if plan.plan.acquire:
        cost = drawn(plan.plan.acquire.cost, "acquire", scenario.draws, scenario.seed)[draw]
        t["budget_used"][draw] += cost * face.newcomers
    t["contribution"][draw] = t["margin"][draw] - t["budget_used"][draw]
