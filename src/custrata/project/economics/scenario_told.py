"""A scenario's outcome for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from custrata.economics.scenario.choice.target import AT_ALL, MixOutcome
from custrata.economics.scenario.form import AS_NOW
from custrata.economics.scenario.outcome import MEASURES, Band, Figure, PlanOutcome, borne, loses
from custrata.project.asking import exact
from custrata.project.economics.scenario import ScenarioResult
from custrata.strategy.wording.spelling import spell

SHOWN = (
    *("revenue", "margin", "contribution", "equity", "buyers", "customers", "top_10_share"),
    *("budget_used", "capacity_used", "return_on_budget"),
)
"""Measures worth a terminal's width, in this order."""

NAMES = {
    "buyers": "customers who buy",
    "customers": "customers still there at the end",
    "top_10_share": "share of revenue from the ten largest",
    "budget_used": "cost of the plan",
    "capacity_used": "work for the plan",
    "return_on_budget": "return on the cost of the plan",
}
"""What measures are called where their own name says too little."""

POINTS = "points"
"""Unit of a difference between two shares."""

Table = tuple[list[str], list[list[str]]]


def tables(result: ScenarioResult) -> Iterator[tuple[str, Table]]:
    """One table a plan, and one of customers by tier, each with its title."""
    for plan in result.outcome.plans:
        yield plan.plan.name, _plan_table(plan, result)
    yield "Customers at the end, by tier", _tier_table(result)
    if result.backtest:
        yield f"What came in the {result.days} days after {result.as_of}", _held_table(result)


def gained(result: ScenarioResult) -> str:
    """What the first plan brings against going on as now, with its interval and horizon, as one sentence."""
    plans, unit = result.outcome.plans, result.currency or "money"
    months = f"{result.outcome.scenario.horizon_months} months"
    if len(plans) < 2:
        return f"What going on as now would bring in {months}"
    found, name = plans[1].figures["contribution"], "contribution"
    if found.difference is None:
        found, name = plans[1].figures["revenue"], "revenue before its cost"
    change = found.difference
    if change is None or (change.low_95 == change.high_95 == 0):
        return f"{plans[1].plan.name} changes nothing against going on as now in {months}"
    sign, way = (1, "more") if change.median >= 0 else (-1, "less")
    ends = sorted((sign * change.low_95, sign * change.high_95))
    # A sentence spells money as all sentences do; the tables below it hold the numbers in full.
    told = (spell(borne(end, change), unit) for end in (ends[0], abs(change.median), ends[1]))
    low, middle, high = told
    firm = "" if ends[0] > 0 else "; chance alone may make it"
    return f"{plans[1].plan.name}: {middle} {way} {name} in {months} than as now ({low} to {high}{firm})"


def warnings(result: ScenarioResult) -> Iterator[str]:
    """Which plans lose money in most of the draws: said before anything else."""
    yield from (sentence for plan in result.outcome.plans if (sentence := loses(plan)))


def sentences(result: ScenarioResult) -> Iterator[str]:
    """What it rests on, what is assumed, what is exceeded, and what the cheapest mix is."""
    outcome, scenario = result.outcome, result.outcome.scenario
    yield (
        f"{outcome.customers:,} customers as of {result.as_of}, {scenario.horizon_months} months, "
        f"{scenario.draws} draws from seed {scenario.seed}, snapshot {result.fingerprint[:12]}."
    )
    yield _errors(result)
    yield from outcome.said
    for plan in outcome.plans[1:]:
        yield from (f"{plan.plan.name}: {limit}" for limit in plan.limits)
    told = dict.fromkeys(line for plan in outcome.plans for line in plan.assumed)
    yield from told
    if outcome.mix:
        yield from _mix_lines(result)
    if result.backtest:
        yield from _held_lines(result)


def scenario_json(result: ScenarioResult) -> dict[str, Any]:
    """The outcome as plain values, as ``custrata scenario --json`` prints it."""
    outcome = result.outcome
    return {
        "scenario": outcome.scenario.model_dump(mode="json", by_alias=True),
        "as_of": str(result.as_of),
        "currency": result.currency,
        "snapshot": result.fingerprint,
        "customers": outcome.customers,
        "strata": outcome.strata,
        "warnings": list(warnings(result)),
        "said": list(outcome.said),
        "equity": outcome.equity,
        "plans": [_plan_json(plan) for plan in outcome.plans],
        "cheapest_mix": asdict(outcome.mix) if outcome.mix else None,
        "backtest": _backtest_json(result),
    }


def _plan_json(plan: PlanOutcome) -> dict[str, Any]:
    return {
        "name": plan.plan.name,
        "figures": [{**asdict(f), "definition": MEASURES[f.measure][2]} for f in plan.figures.values()],
        "customers_by_tier": {tier: asdict(f) for tier, f in plan.customers.items()},
        "revenue_by_tier": {tier: asdict(f) for tier, f in plan.revenue.items()},
        "limits": list(plan.limits),
        "effects": list(plan.assumed),
    }


def _backtest_json(result: ScenarioResult) -> dict[str, Any] | None:
    held = result.backtest
    if held is None:
        return None
    lines = [
        {**asdict(line), "inside_80": line.inside_80, "inside_95": line.inside_95, "off": line.off}
        for line in held.lines
    ]
    return {
        "days": result.days,
        "lines": lines,
        "new_customers": held.new_customers,
        "new_revenue": held.new_revenue,
    }


def _plan_table(plan: PlanOutcome, result: ScenarioResult) -> Table:
    now = plan.plan.name == AS_NOW
    heads = ["measure", "median", "80% interval", "95% interval"]
    heads += [] if now else ["against as now", "its 95% interval", "better than now"]
    shown = [plan.figures[name] for name in SHOWN if not (now and _empty(name))]
    shown = [f for f in shown if f.measure != "capacity_used" or _moves(f)]
    rows = [_row(figure, _name(figure.measure, result), result.currency, now) for figure in shown]
    return heads, rows


def _errors(result: ScenarioResult) -> str:
    """How much the medians of "as now" would change with other draws."""
    figures, unit = result.outcome.plans[0].figures, result.currency or "money"
    held = ((name, figures[name].value) for name in ("revenue", "margin", "equity"))
    errors = [f"{name} {_rough(value.error, unit)}" for name, value in held if value is not None]
    return f"Monte Carlo standard error of the medians of {AS_NOW!r}, at most: {', '.join(errors)}."


def _empty(name: str) -> bool:
    return name in ("budget_used", "capacity_used", "return_on_budget", "contribution")


def _name(measure: str, result: ScenarioResult) -> str:
    if measure == "equity":
        known = result.outcome.plans[0].at_most is None
        return result.outcome.equity + ("" if known else ", of revenue, as no costs are known")
    return NAMES.get(measure, measure.replace("_", " "))


def _row(figure: Figure, name: str, currency: str, now: bool) -> list[str]:
    if figure.value is None:
        return [name, figure.reason, *([""] * (2 if now else 5))]
    unit = (currency or "money") if figure.unit == "money" else figure.unit
    cells = [name, _borne(figure.value.median, figure.value, unit), *_intervals(figure.value, unit)]
    if now:
        return cells
    if figure.difference is None:
        return [*cells, "", "", _chance(figure.better)]
    change, unit = figure.difference, POINTS if unit == "share" else unit
    low, high = (_borne(end, change, unit) for end in (change.low_95, change.high_95))
    return [*cells, _borne(change.median, change, unit), f"{low} to {high}", _chance(figure.better)]


def _chance(better: float | None) -> str:
    return "" if better is None else f"{better:.0%} of draws"


def _intervals(band: Band, unit: str) -> list[str]:
    pairs = ((band.low_80, band.high_80), (band.low_95, band.high_95))
    return [f"{_borne(low, band, unit)} to {_borne(high, band, unit)}" for low, high in pairs]


def _borne(value: float, around: Band, unit: str) -> str:
    """A simulated number to the digits that its interval bears."""
    return _said(borne(value, around, 1e-4 if unit in ("share", POINTS, "index") else 1.0), unit)


def _rough(value: float, unit: str) -> str:
    """An error in two digits."""
    return _said(float(f"{value:.1e}"), unit)


def _said(value: float, unit: str) -> str:
    """A simulated number: money and customers in whole units, as no more is known."""
    if unit == "share":
        return exact(round(value, 4), unit).rstrip("%").rstrip("0").rstrip(".") + "%"
    if unit == POINTS:
        return f"{exact(round(100 * value, 2), 'count')} points"
    rounded = exact(float(round(value)), "count")
    if unit == "hours":
        return f"{rounded} hours"
    return f"{rounded} {unit}" if len(unit) == 3 and unit.isupper() else rounded


def _tier_table(result: ScenarioResult) -> Table:
    plans = result.outcome.plans
    names = [t for t in plans[0].customers if any(_moves(plan.customers[t]) for plan in plans)]
    rows = [[tier, *(_tier_cell(plan.customers[tier]) for plan in plans)] for tier in names]
    return ["tier", *(plan.plan.name for plan in plans)], rows


def _moves(figure: Figure) -> bool:
    return figure.value is not None and figure.value.high_95 > 0


def _tier_cell(figure: Figure) -> str:
    value = figure.value
    if value is None:
        return ""
    median, low, high = (_borne(end, value, "n") for end in (value.median, value.low_80, value.high_80))
    return f"{median} ({low} to {high})"


def _held_table(result: ScenarioResult) -> Table:
    held = result.backtest
    rows = []
    for line in held.lines if held else ():
        unit = (result.currency or "money") if line.measure == "revenue" else "customers"
        inside = "in 80%" if line.inside_80 else "in 95%" if line.inside_95 else "outside"
        off = "" if line.off is None else f"{line.off:+.1%}"
        whom = line.tier or "all customers"
        interval = _intervals(line.played, unit)[0]
        played = _borne(line.played.median, line.played, unit)
        cells = [played, interval, _said(line.actual, unit), off, inside]
        rows.append([line.measure, whom, *cells])
    return ["measure", "customers", "played", "80% interval", "came", "off", "interval"], rows


def _held_lines(result: ScenarioResult) -> Iterator[str]:
    held = result.backtest
    if held is None:
        return
    (in_80, n), (in_95, _) = held.covered(80), held.covered(95)
    yield (
        f"Of {n} numbers played from {result.as_of}, {in_80} lie in their 80% interval "
        f"and {in_95} in their 95% interval."
    )
    unit = result.currency or "money"
    yield (
        f"{held.new_customers:,} customers came after that day and brought {_said(held.new_revenue, unit)}: "
        "a scenario knows nothing of them."
    )


def _mix_lines(result: ScenarioResult) -> Iterator[str]:
    mix, unit = result.outcome.mix, result.currency or "money"
    target = result.outcome.scenario.target
    if mix is None or target is None:
        return
    asked = f"{_said(mix.needed, unit)} more {_name(target.measure, result)}"
    often = f" in {target.probability:.0%} of the draws" if target.probability else ""
    if not mix.chosen:
        yield f"Cheapest mix: nothing in this scenario brings {asked}."
        return
    if mix.reached:
        yield (
            f"Cheapest mix for {asked}: {_cost(mix.cost, mix)} at likely costs, {mix.hours:,.0f} hours; "
            f"reached in {mix.probability:.0%} of the draws."
        )
    else:
        yield (
            f"Cheapest mix: {asked} cannot be reached{often} within budget and capacity; the nearest is "
            f"{_said(mix.gain, unit)} for {_cost(mix.cost, mix)} and {mix.hours:,.0f} hours, enough in "
            f"{mix.probability:.0%} of the draws."
        )
    for line in mix.chosen:
        if line.part == AT_ALL:
            yield f"  {line.intent}: once, {AT_ALL}; {_cost(line.cost, mix)}"
            continue
        yield (
            f"  {line.intent}: {line.customers:,} customers, {line.part}; {_cost(line.cost, mix)}, brings "
            f"{_said(line.gain, unit)}"
        )


def _cost(amount: float, mix: MixOutcome) -> str:
    """A likely cost: with cents where any line has some, so that the lines add up to the whole as printed."""
    whole = all(float(line.cost).is_integer() for line in mix.chosen)
    return f"{amount:,.0f}" if whole else f"{amount:,.2f}"
