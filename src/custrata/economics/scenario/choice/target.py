"""The cheapest mix for a target, played, and raised until it holds as often as it is to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from custrata.economics.scenario.allotting import Allotted, allot
from custrata.economics.scenario.basis.standing import RATES, Floats, Standing
from custrata.economics.scenario.choice.mix import Mix, Options, cheapest, expected, options, reached_by
from custrata.economics.scenario.form import AS_NOW, CHEAPEST, Plan, Scenario, Target
from custrata.economics.scenario.outcome import DIGITS
from custrata.economics.scenario.playing import Played, play
from custrata.economics.scenario.strata import stratify

BAND_WORDS = ("the most valuable quarter", "the second quarter", "the third quarter", "the last quarter")

AT_ALL = "whoever gets it"
"""The part of a line that is paid once."""

CENTS = 2
_ROUNDS = 5
_LEAST_STEP = 1.01
"""More is asked of the mix by a hundredth at least, so that the rounds come to an end."""


@dataclass(frozen=True)
class Chosen:
    """One line of the cheapest mix: so many customers of a part get an intent, or what it costs at all.

    Attributes:
        intent: Its name.
        customers: How many get it; 0 for what it costs at all.
        part: Which part of whom.
        cost: Likely cost, to the cent.
        hours: Likely hours.
        gain: What the likely effects bring.
    """

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
        reached: Whether the target can be reached within budget and capacity, as often as it is to be.
        needed: What is asked for, in money, at what is expected of "as now".
        gain: What the likely effects bring.
        cost: Likely cost: the sum of that of the lines.
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
class Aimed:
    """The cheapest mix as a plan that can be played beside others.

    Attributes:
        mix: Customers by intent and part.
        options: What there was to choose from.
        needed: What is asked for, in money.
        plan: The mix, customer by customer.
    """

    mix: Mix
    options: Options
    needed: float
    plan: Allotted


def aim(standing: Standing, scenario: Scenario, target: Target, years: float) -> Aimed:
    """The cheapest mix that reaches a target at the likely effects, or as often as the target asks.

    Where a probability is asked for, the mix is played; as long as it holds less often, more is asked of it.

    Args:
        standing: The base, sorted by key.
        scenario: Its intents, budget and capacity.
        target: What is to be reached.
        years: The horizon.
    """
    may = options(standing, scenario.intents, target.measure, years)
    rates = {name: getattr(standing, name) for name in RATES}
    now = float(np.sum(expected(standing, rates, years, None)[target.measure]))
    needed = float(_asked(target, np.array(now)))
    found = _planned(standing, scenario, may, needed, needed)
    if target.probability is None:
        return found
    asked = needed
    for _ in range(_ROUNDS):
        held = _held(standing, scenario, target, found, years)
        enough = float(np.quantile(held, 1 - target.probability))
        if enough >= 1 or not found.mix.reached:
            break
        asked *= max(1 / max(enough, 0.2), _LEAST_STEP)
        found = _planned(standing, scenario, may, asked, needed)
    return found


def told(aimed: Aimed, scenario: Scenario, target: Target, now: Played, then: Played) -> MixOutcome:
    """What is chosen, and how often it holds.

    Args:
        aimed: The mix.
        scenario: Its intents.
        target: What is to be reached.
        now: What came out of "as now".
        then: What came out of the mix.
    """
    mix = aimed.mix
    probability = float(np.mean(_shares(target, now, then) >= 1 - 1e-9))
    often = target.probability is None or probability >= target.probability - 1e-9
    lines = tuple(_lines(aimed, scenario))
    return MixOutcome(
        lines,
        mix.reached and often,
        round(aimed.needed, DIGITS),
        round(mix.gain, DIGITS),
        round(sum(line.cost for line in lines), CENTS),
        round(mix.hours, DIGITS),
        round(probability, DIGITS),
    )


def _lines(aimed: Aimed, scenario: Scenario) -> list[Chosen]:
    may = aimed.options
    once = [
        Chosen(scenario.intents[i].name, 0, AT_ALL, round(float(may.fixed[i]), CENTS), 0.0, 0.0)
        for i, row in enumerate(aimed.mix.counts)
        if row.sum() > 0 and may.fixed[i] > 0
    ]
    return once + [
        Chosen(
            scenario.intents[i].name,
            int(count),
            f"{BAND_WORDS[int(may.band[c])]} of {_group(scenario.intents[i].group)}",
            round(float(count * may.cost[i]), CENTS),
            round(float(count * may.hours[i]), DIGITS),
            round(float(count * may.gain[i, c]), DIGITS),
        )
        for i, row in enumerate(aimed.mix.counts)
        for c, count in enumerate(row)
        if count > 0
    ]


def _group(group: dict[str, str]) -> str:
    return ", ".join(f"{dimension} {value}" for dimension, value in group.items()) or "all customers"


def _planned(standing: Standing, scenario: Scenario, may: Options, asked: float, needed: float) -> Aimed:
    mix = cheapest(may, asked, scenario.budget, scenario.capacity)
    reached = reached_by(mix, may, standing, scenario)
    kept = [i for i, row in enumerate(reached) if row.any()]
    plan = Plan(
        name=CHEAPEST,
        intents=tuple(scenario.intents[i] for i in kept),
        budget=scenario.budget,
        capacity=scenario.capacity,
    )
    return Aimed(mix, may, needed, allot(plan, standing, scenario.seed, reached[kept]))


def _held(standing: Standing, scenario: Scenario, target: Target, aimed: Aimed, years: float) -> Floats:
    """What the mix brings over what is asked for, in every draw."""
    now = allot(Plan(name=AS_NOW), standing, scenario.seed)
    strata = stratify(standing, aimed.plan.marks)
    return _shares(target, *play(standing, strata, (now, aimed.plan), scenario, years))


def _shares(target: Target, now: Played, then: Played) -> Floats:
    before, after = now.totals[target.measure], then.totals[target.measure]
    asked = _asked(target, before)
    return np.asarray((after - before) / np.where(asked > 0, asked, np.inf), np.float64)


def _asked(target: Target, now: Floats) -> Floats:
    if target.amount is not None:
        return np.full_like(now, target.amount)
    return np.asarray((target.rise or 0.0) * np.abs(now), np.float64)
