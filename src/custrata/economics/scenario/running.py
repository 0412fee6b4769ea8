"""Run a scenario on a frozen base: all plans with the same chance, and the cheapest mix."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.economics.scenario.allotting import allot
from custrata.economics.scenario.basis.standing import Standing
from custrata.economics.scenario.choice.target import MixOutcome, aim, told
from custrata.economics.scenario.form import AS_NOW, Plan, Scenario
from custrata.economics.scenario.outcome import PlanOutcome, summarised
from custrata.economics.scenario.playing import Played, play
from custrata.economics.scenario.reconciling import equity_name, reconciled
from custrata.economics.scenario.strata import stratify
from custrata.errors import ScenarioError


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
        equity: What equity is: after which horizon, how far ahead it looks, and how it is discounted.
    """

    scenario: Scenario
    plans: tuple[PlanOutcome, ...]
    mix: MixOutcome | None
    played: tuple[Played, ...]
    customers: int
    strata: int
    said: tuple[str, ...]
    equity: str = "equity"


def run(standing: Standing, scenario: Scenario, years: float | None = None) -> Outcome:
    """Play a scenario through.

    Args:
        standing: The base, in any order of rows.
        scenario: What is supposed.
        years: The horizon, where it is not that of the scenario.

    Raises:
        ScenarioError: A group, tier or dimension is unknown, or the target is margin and no costs are known.
    """
    standing = standing.sorted()
    if scenario.target and scenario.target.measure == "margin" and not standing.margin_known:
        raise ScenarioError(
            "margin is not known: no costs of what is sold are in the data",
            where="target.measure",
            remedy="aim at revenue or equity, bring costs, or set value.margin_rate",
        )
    years = scenario.horizon_months / 12 if years is None else years
    allotted = [allot(Plan(name=AS_NOW), standing, scenario.seed)]
    allotted += [allot(plan, standing, scenario.seed) for plan in scenario.plans]
    target = scenario.target
    aimed = aim(standing, scenario, target, years) if target else None
    if aimed:
        allotted.append(aimed.plan)
    strata = stratify(standing, [mark for plan in allotted for mark in plan.marks])
    played = play(standing, strata, allotted, scenario, years)
    plans = tuple(
        summarised(
            a.plan,
            p,
            None if a is allotted[0] else played[0],
            standing.tiers,
            margin_known=standing.margin_known,
        )
        for a, p in zip(allotted, played, strict=True)
    )
    mix = told(aimed, scenario, target, played[0], played[-1]) if aimed and target else None
    said = (*standing.said, *reconciled(standing, played[0], years))
    return Outcome(
        scenario, plans, mix, played, len(standing), len(strata.n), said, equity_name(standing, years)
    )
