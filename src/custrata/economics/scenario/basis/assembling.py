"""From the columns of a snapshot to the base of a scenario: the best of what is known, and what that is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from custrata.economics.lifetime_value.sales_worth import SalesWorth
from custrata.economics.scenario.basis.behaviour import exposure
from custrata.economics.scenario.basis.by_movement import from_contracts, from_orders
from custrata.economics.scenario.basis.by_value import (
    NEXT_YEAR,
    from_contract_value,
    from_rule,
    from_value,
    years_of_rule,
)
from custrata.economics.scenario.basis.columns import SHIFT
from custrata.economics.scenario.basis.movement import MOST_ERROR, Movement, years_apart
from custrata.economics.scenario.basis.standing import DAYS_A_YEAR, RATES, Floats, Standing
from custrata.economics.scenario.chance import keys_of
from custrata.errors import ScenarioError
from custrata.settings import ValueRules
from custrata.vocabulary import Tier

Columns = Mapping[str, npt.NDArray[Any]]

YEAR_ERROR = 0.05
"""By how much a whole year may turn out better or worse for all customers: assumed where no exam tells it."""

SEASON_ERROR = 0.20
"""The same for a part of a year, or from a history too short to see a season twice: assumed."""

SEASON_DAYS, WHOLE_YEAR = 330, 0.06
"""Days of a window that holds all seasons, and years by which a horizon may miss a whole number of them."""

_PRIOR_ORDERS = 2.0
"""A customer's margin rate stands beside so many average orders."""

NO_COSTS = (
    "No costs of what is sold are known: no margin is told, and equity counts revenue. "
    "To do: bring costs, or set value.margin_rate."
)


@dataclass(frozen=True)
class Terms:
    """What the snapshot says beside its columns.

    Attributes:
        contractual: Whether customers pay by contract and not by order.
        window_days: Length of the latest window; None where the history is too short for one.
        years: The horizon of the scenario.
        rules: How lifetime value is computed.
        worth: What of a sale stays; None where there are no orders.
        notional: Whether the days are notional.
        year_error: Standard deviation of a year's logarithm, from an exam; None where nothing tells it.
        value_error: Standard error of what the model of lifetime value expects of all, as a share; used where
            the snapshot holds no shifts of single customers.
        margin_rate: Gross margin rate of the whole base; None where cost is not known.
        expected_revenue: What the snapshot expects of all in the next 365 days; None where it does not.
        customer_equity: What it says all are worth; None where it does not.
    """

    contractual: bool
    window_days: int | None
    years: float
    rules: ValueRules
    worth: SalesWorth | None = None
    notional: bool = False
    year_error: float | None = None
    value_error: float | None = None
    margin_rate: float | None = None
    expected_revenue: float | None = None
    customer_equity: float | None = None


def assemble(columns: Columns, named: Collection[str], terms: Terms) -> Standing:
    """The base of a scenario.

    Args:
        columns: As :func:`custrata.economics.scenario.basis.columns.standing_query` gives them.
        named: Dimensions that groups name.
        terms: What the snapshot says beside.

    Raises:
        ScenarioError: The base has no customers, or nothing says what they bring a year.
    """
    if not len(columns["customer_id"]):
        raise ScenarioError("the base has no customers", remedy="build from data with customers")
    found, said, steady, valued = _behaviour(columns, terms)
    tiers, tier = _tiers(columns)
    labels = {name: _coded(columns[name]) for name in {*named, *(["tier"] if "tier" in columns else [])}}
    margin, margin_known, margin_said = _margin(columns, found, terms)
    serving, serving_known, serving_said = _serving(columns)
    year_error, year_said = _year(columns, terms)
    n = len(columns["customer_id"])
    band = found["band"].astype(np.int64) if "band" in found else np.zeros(n, np.int64)
    standing = Standing(
        key=keys_of(columns["customer_id"]),
        tier=tier,
        tiers=tiers,
        labels=labels,
        alive=found["alive"],
        leaving=found["leaving"],
        orders=found["orders"],
        order_value=found["order_value"],
        margin_rate=margin,
        serving=serving,
        shape=found["shape"],
        band=band,
        leaving_error=found.get("leaving_error", np.zeros(1)),
        rate_error=found.get("rate_error", np.zeros(1)),
        shifts=_relative_shifts(columns) if valued else np.zeros((n, 0)),
        year_error=year_error,
        steady=steady,
        margin_known=margin_known,
        serving_known=serving_known,
        discount=float(np.log1p(terms.rules.discount_rate)),
        value_years=_value_years(columns, terms) if valued else terms.rules.horizon_months / 12,
        foretold_revenue=terms.expected_revenue if valued else None,
        foretold_equity=terms.customer_equity if valued else None,
        said=(*said, margin_said, serving_said, *year_said, *_notional(terms)),
    ).sorted()
    return _with_newcomer(standing, columns, terms)


def _behaviour(columns: Columns, terms: Terms) -> tuple[dict[str, Floats], tuple[str, ...], bool, bool]:
    """How customers behave, the sentences that say so, whether they pay steadily, whether value tells it."""
    if terms.contractual and _any(columns, "part_revenue"):
        return _doubted(_from_contract_value(columns, terms), columns, terms), (_BY_RUNNING,), True, True
    if not terms.contractual and terms.worth and all(_any(columns, name) for name in _RULED):
        if _any(columns, "probability_alive"):
            found = _doubted(_from_value(columns, terms, terms.worth), columns, terms)
            return found, (_BY_VALUE,), False, True
        found, said = _from_rule(columns, terms, terms.worth)
        return found, said, False, True
    found, seen, said_so = _moved(columns, terms)
    return found, (said_so.format(n=seen.n), *_few(seen)), said_so is _BY_CONTRACT, False


def _moved(columns: Columns, terms: Terms) -> tuple[dict[str, Floats], Movement, str]:
    if terms.window_days is None:
        raise _unknown(
            terms, "add orders or contracts of at least 56 days; a scenario needs two windows to compare"
        )
    if terms.contractual and _any(columns, "opening_mrr"):
        found, seen = from_contracts(
            _filled(columns["opening_mrr"]),
            _filled(columns["mrr"]),
            _filled(columns["days_known"]),
            terms.window_days,
            terms.years,
        )
        return found, seen, _BY_CONTRACT
    if not _any(columns, "previous_revenue"):
        raise _unknown(terms, "add orders or contracts that reach back over two windows")
    found, seen = from_orders(
        _filled(columns["previous_revenue"]),
        _filled(columns["current_revenue"]),
        _filled(columns["days_known"]),
        columns["value_per_order"],
        columns["orders"],
        terms.window_days,
    )
    return found, seen, _BY_MOVEMENT


def _unknown(terms: Terms, remedy: str) -> ScenarioError:
    what = "nothing says what customers bring a year and how many leave"
    if not terms.notional:
        return ScenarioError(what, remedy=remedy)
    return ScenarioError(
        f"nothing in the data says a date, so they stand on a notional day and {what}",
        remedy="add orders or contracts with their dates",
    )


def _doubted(found: dict[str, Floats], columns: Columns, terms: Terms) -> dict[str, Floats]:
    if not any(name.startswith(SHIFT) for name in columns) and terms.value_error is not None:
        found["rate_error"] = np.array([min(terms.value_error, MOST_ERROR)])
    return found


_RULED = ("lifetime_value", "expected_orders", "expected_order_value")
_BY_VALUE = "Customers order and leave as the snapshot's model of lifetime value expects of each."
_BY_RUNNING = (
    "Contracts run on as the snapshot's model of lifetime value expects of each; where contracts end soonest "
    "at first, those are played as ended from the first day."
)
_BY_RULE = (
    "Customers order as the snapshot's rule of lifetime value expects of each. The rule has no interval: "
    "those below tell chance and the year, not whether the rule is right."
)
_RULE_LEAVES = "The rule knows of nobody who leaves: {who}."
_BY_KEPT = (
    "By what customers kept from the window before to the latest, the next 365 days would bring {year:,.0f} "
    "instead; a backtest tells which is nearer."
)
_BY_CONTRACT = "Customers pay what runs now, and leave and grow as those {n:,} with a contract a window ago."
_BY_MOVEMENT = (
    "No lifetime value is known: a customer brings what it brought in the latest window, and leaves or grows "
    "as the {n:,} customers of the window before did."
)
FEW = 50


def _from_contract_value(columns: Columns, terms: Terms) -> dict[str, Floats]:
    return from_contract_value(
        columns["part_value"],
        columns["part_revenue"],
        columns["mrr"],
        _rate_in_value(terms),
        float(np.log1p(terms.rules.discount_rate)),
        terms.rules.horizon_months / 12,
    )


def _rate_in_value(terms: Terms) -> float:
    rate = terms.rules.margin_rate if terms.margin_rate is None else terms.margin_rate
    return 1.0 if terms.rules.basis == "revenue" or rate is None else rate


def _from_rule(
    columns: Columns, terms: Terms, worth: SalesWorth
) -> tuple[dict[str, Floats], tuple[str, ...]]:
    n = len(columns["customer_id"])
    leaving, errors = np.zeros(n), {}
    who = "so nobody does here, and an effect on leaving does nothing"
    few: tuple[str, ...] = ()
    if terms.window_days is not None and _any(columns, "previous_revenue"):
        found, seen, _ = _moved(columns, terms)
        leaving = found["leaving"]
        errors = {name: found[name] for name in ("band", "leaving_error")}
        errors["rate_error"] = np.zeros(len(found["leaving_error"]))
        who = (
            f"they leave here as the {seen.n:,} customers of the window before did, and order more till then"
        )
        few = (_BY_KEPT.format(year=_next_year(found)), *_few(seen))
    sales = _filled(columns["expected_order_value"])
    ruled = from_rule(columns["expected_orders"], sales * worth.net, columns["orders"], leaving)
    return {**ruled, **errors}, (_BY_RULE, _RULE_LEAVES.format(who=who), *few)


def _next_year(found: Mapping[str, Floats]) -> float:
    stay = found["alive"] * exposure(found["leaving"], NEXT_YEAR)
    return float((stay * found["orders"] * found["order_value"]).sum())


def _value_years(columns: Columns, terms: Terms) -> float:
    """How far equity looks: as far as the lifetime value does."""
    most = terms.rules.horizon_months / 12
    if terms.contractual or terms.worth is None or _any(columns, "probability_alive"):
        return most
    sales, orders = _filled(columns["expected_order_value"]), _filled(columns["expected_orders"])
    year = float((orders * np.maximum(terms.worth.of_order(sales), 0.0)).sum())
    discount = float(np.log1p(terms.rules.discount_rate))
    return years_of_rule(float(_filled(columns["lifetime_value"]).sum()), year, discount, most)


def _few(seen: Movement) -> tuple[str, ...]:
    return (f"Only {seen.n} customers tell how many leave.",) if seen.n < FEW else ()


def _notional(terms: Terms) -> tuple[str, ...]:
    return ("The days are notional, so what a year is rests on that.",) if terms.notional else ()


def _from_value(columns: Columns, terms: Terms, worth: SalesWorth) -> dict[str, Floats]:
    sales = _filled(columns["expected_order_value"])
    return from_value(
        columns["lifetime_value"],
        columns["expected_orders"],
        np.maximum(worth.of_order(sales), 0.0),
        columns["probability_alive"],
        sales * worth.net,
        columns["orders"],
        float(np.log1p(terms.rules.discount_rate)),
        terms.rules.horizon_months / 12,
    )


def _relative_shifts(columns: Columns) -> Floats:
    value = _filled(columns["lifetime_value"])
    names = sorted((n for n in columns if n.startswith(SHIFT)), key=lambda n: int(n.removeprefix(SHIFT)))
    held = [
        np.clip(np.where(value > 0, _filled(columns[name]) / np.where(value > 0, value, 1.0), 0.0), -1, 1)
        for name in names
    ]
    return np.stack(held, axis=1) if held else np.zeros((len(value), 0))


def _margin(columns: Columns, found: Mapping[str, Floats], terms: Terms) -> tuple[Floats, bool, str]:
    n = len(found["alive"])
    if not _any(columns, "gross_margin") or not _filled(columns["revenue"]).sum() > 0:
        if terms.rules.margin_rate is not None:
            rate = terms.rules.margin_rate
            return np.full(n, rate), True, f"The margin rate of {rate:.1%} is a setting."
        return np.ones(n), False, NO_COSTS
    revenue, margin = np.maximum(_filled(columns["revenue"]), 0.0), _filled(columns["gross_margin"])
    seen = margin.sum() / revenue.sum()
    whole = seen if terms.margin_rate is None else terms.margin_rate
    # Where only some lines have a cost, their rate stands for all lines.
    margin = margin * (whole / seen) if seen > 0 else margin
    prior = _PRIOR_ORDERS * float(np.mean(found["order_value"]))
    own = (margin + prior * whole) / (revenue + prior) if prior > 0 else np.full(n, whole)
    return np.clip(own, -3.0, 1.0), True, "Each customer's margin rate is its own, beside two average orders."


def _serving(columns: Columns) -> tuple[Floats, bool, str]:
    n = len(columns["customer_id"])
    if not _any(columns, "cost_to_serve"):
        return np.zeros(n), False, "The cost to serve is not known and counts as nothing."
    years = np.maximum(_filled(columns["days_known"]) / DAYS_A_YEAR, 0.25)
    cost = np.maximum(_filled(columns["cost_to_serve"]), 0.0) / years
    return cost, True, "Serving a customer costs a year what it cost a year so far."


def _year(columns: Columns, terms: Terms) -> tuple[float, tuple[str, ...]]:
    """By how much a year may turn out otherwise for all customers together, and the sentences that say so."""
    error, why = _between_years(columns, terms)
    said = f"A whole year may turn out {error:.1%} better or worse for all: {why}."
    whole_years = abs(terms.years - round(terms.years)) < WHOLE_YEAR and round(terms.years) >= 1
    if whole_years and (terms.window_days or 0) >= SEASON_DAYS:
        return error, (said,)
    unseen = f"{SEASON_ERROR:.0%} more is assumed for seasons, which {_why_unseen(whole_years)} cannot tell."
    return float(np.hypot(error, SEASON_ERROR)), (said, unseen)


def _why_unseen(whole_years: bool) -> str:
    return "a history of less than two years" if whole_years else "a horizon that is not of whole years"


def _between_years(columns: Columns, terms: Terms) -> tuple[float, str]:
    if terms.year_error is not None:
        return terms.year_error, "so far was the exam off"
    names = ("earlier_revenue", "previous_revenue", "current_revenue")
    if "earlier_revenue" in columns and not terms.contractual:
        apart = years_apart(*(_filled(columns[name]) for name in names))
        if apart is not None:
            return max(apart, YEAR_ERROR), "so far apart were the last two, and a twentieth is the least"
    return YEAR_ERROR, "nothing tells it, so that is assumed"


def _with_newcomer(standing: Standing, columns: Columns, terms: Terms) -> Standing:
    order = np.argsort(keys_of(columns["customer_id"]), kind="stable")
    days = np.where(np.isfinite(columns["days_known"]), columns["days_known"], np.inf)[order]
    recent = (days < (terms.window_days or 365)) & (standing.alive > 0)
    which = recent if recent.sum() >= FEW else standing.alive > 0
    if not which.any():
        return standing
    newcomer = {**standing.average(which), "alive": 1.0}
    whom = "who came in the latest window" if which is recent else "of the base: too few came lately"
    return replace(
        standing,
        newcomer={name: newcomer[name] for name in RATES},
        said=(*standing.said, f"A customer who is won is like the average one {whom}."),
    )


def _tiers(columns: Columns) -> tuple[tuple[str, ...], npt.NDArray[np.int64]]:
    if "tier" not in columns:
        return ("all customers",), np.zeros(len(columns["customer_id"]), np.int64)
    values = [str(t) for t in Tier]
    held = np.asarray(columns["tier"], np.str_)
    others = sorted(set(np.unique(held).tolist()) - set(values))
    names = (*values, *others)
    return names, _places(held, names)


def _places(held: npt.NDArray[Any], names: tuple[str, ...]) -> npt.NDArray[np.int64]:
    order = np.argsort(names)
    return np.asarray(order[np.searchsorted(np.asarray(names)[order], held)], np.int64)


def _coded(values: npt.NDArray[Any]) -> tuple[tuple[str, ...], npt.NDArray[np.int64]]:
    names, codes = np.unique(np.asarray(values, np.str_), return_inverse=True)
    return tuple(str(name) for name in names), codes.reshape(-1).astype(np.int64)


def _any(columns: Columns, name: str) -> bool:
    return name in columns and bool(np.isfinite(columns[name].astype(np.float64)).any())


def _filled(values: npt.NDArray[Any]) -> Floats:
    return np.nan_to_num(values.astype(np.float64), nan=0.0)
