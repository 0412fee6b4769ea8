"""Run a scenario on a frozen base: all plans with the same chance, and the cheapest mix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from custrata.economics.scenario import mix as mixing
from custrata.economics.scenario.allotting import Allotted, Mask, allot
from custrata.economics.scenario.basis.standing import Standing
from custrata.economics.scenario.form import AS_NOW, CHEAPEST, Plan, Scenario
from custrata.economics.scenario.outcome import DIGITS, PlanOutcome, summarised
from custrata.economics.scenario.playing import Played, play
from custrata.economics.scenario.strata import stratify


@dataclass(frozen=True)
class Chosen:
    """One line of the cheapest mix: so many customers of a part get an intent."""

    intent: str
    customers: int
    part: str
    cost: float
    hours: float
    gain: float


@dataclass(frozen=True)
class MixOutcome:
    """The cheapest mix and whether it holds.

    Attributes:
        chosen: What is done with how many.
        reached: Whether the likely effects reach the target within budget and capacity.
        needed: What is asked for, in money.
        gain: What the likely effects bring.
        cost: Likely cost.
        hours: Likely hours.
        probability: Part of the draws in which the target is reached.
    """

    chosen: tuple[Chosen, ...]
    reached: bool
    needed: float
    gain: float
    cost: float
    hours: float
    probability: float


@dataclass(frozen=True)
class Outcome:
    """Everything that came out of a scenario.

    Attributes:
        scenario: What was supposed.
        plans: "As now" first, then the plans, then the cheapest mix where a target is set.
        mix: The cheapest mix; None without a target.
        played: The draws behind the plans, in their order.
        customers: Customers of the base.
        strata: On how many strata it was played.
        said: What the base rests on, in sentences.
    """

    scenario: Scenario
    plans: tuple[PlanOutcome, ...]
    mix: MixOutcome | None
    played: tuple[Played, ...]
    customers: int
    strata: int
    said: tuple[str, ...]


def run(standing: Standing, scenario: Scenario, years: float | None = None) -> Outcome:
    """Play a scenario through.

    Args:
        standing: The base, in any order of rows.
        scenario: What is supposed.
        years: The horizon, where it is not that of the scenario.

    Raises:
        ScenarioError: A group, tier or dimension is unknown.
    """
    standing = standing.sorted()
    years = scenario.horizon_months / 12 if years is None else years
    allotted = [allot(Plan(name=AS_NOW), standing, scenario.seed)]
    allotted += [allot(plan, standing, scenario.seed) for plan in scenario.plans]
    found = _mixed(standing, scenario, years)
    if found:
        allotted.append(found[2])
    strata = stratify(standing, [mark for plan in allotted for mark in plan.marks])
    played = play(standing, strata, allotted, scenario, years)
    plans = tuple(
        summarised(a.plan, p, None if a is allotted[0] else played[0], standing.tiers)
        for a, p in zip(allotted, played, strict=True)
    )
    mix = _told(found[0], found[1], scenario, played) if found else None
    return Outcome(scenario, plans, mix, played, len(standing), len(strata.n), standing.said)


def _mixed(
    standing: Standing, scenario: Scenario, years: float
) -> tuple[mixing.Mix, mixing.Options, Allotted] | None:
    target = scenario.target
    if target is None:
        return None
    options = mixing.options(standing, scenario.intents, target.measure, years)
    rates = {name: getattr(standing, name) for name in ("alive", "leaving", "orders", "order_value")}
    rates |= {name: getattr(standing, name) for name in ("margin_rate", "serving")}
    now = float(np.sum(mixing.expected(standing, rates, years, None)[target.measure]))
    needed = target.amount if target.amount is not None else (target.rise or 0.0) * abs(now)
    chosen = mixing.cheapest(options, needed, scenario.budget, scenario.capacity)
    reached: Mask = mixing.reached_by(chosen, options, standing, scenario)
    kept = [i for i, row in enumerate(reached) if row.any()]
    plan = Plan(
        name=CHEAPEST,
        intents=tuple(scenario.intents[i] for i in kept),
        budget=scenario.budget,
        capacity=scenario.capacity,
    )
    return chosen, options, allot(plan, standing, scenario.seed, reached[kept])


BAND_WORDS = ("the most valuable quarter", "the second quarter", "the third quarter", "the last quarter")


def _group(group: dict[str, str]) -> str:
    return ", ".join(f"{dimension} {value}" for dimension, value in group.items()) or "all customers"


def _told(
    mix: mixing.Mix, options: mixing.Options, scenario: Scenario, played: tuple[Played, ...]
) -> MixOutcome:
    target = scenario.target
    measure = target.measure if target else "revenue"
    now, then = played[0].totals[measure], played[-1].totals[measure]
    asked = target.amount if target and target.amount is not None else (target.rise or 0) * np.abs(now)  # type: ignore[union-attr]
    chosen = [
        Chosen(
            scenario.intents[i].name,
            int(count),
            f"{BAND_WORDS[int(options.band[c])]} of {_group(scenario.intents[i].group)}",
            round(float(count * options.cost[i]), DIGITS),
            round(float(count * options.hours[i]), DIGITS),
            round(float(count * options.gain[i, c]), DIGITS),
        )
        for i, row in enumerate(mix.counts)
        for c, count in enumerate(row)
        if count > 0
    ]
    return MixOutcome(
        tuple(chosen),
        mix.reached,
        round(mix.needed, DIGITS),
        round(mix.gain, DIGITS),
        round(mix.cost, DIGITS),
        round(mix.hours, DIGITS),
        round(float(np.mean(then - now >= asked * (1 - 1e-9))), DIGITS),
    )
