"""Where one tier ends and the next begins: at a share of the customers, or where service no longer pays."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

import ibis
import ibis.expr.types as ir

from custrata.economics.portfolio.basis import ValueBasis
from custrata.settings import Settings
from custrata.vocabulary import Tier

UPPER = tuple(Tier)[:-1]
"""The tiers that have a lower end; the last one takes the rest."""

_TO_DO = " The tiers are cut by shares of the customers instead."
_COSTED = ("transactions.cost", "products.unit_cost")


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The lower ends of the tiers but the last, highest tier first.

    Attributes:
        ranks: The last rank of each; None where values decide.
        least: The least value of each and of those above it; None where nobody stands there.
    """

    ranks: tuple[int, ...] | None
    least: tuple[Decimal | None, ...] = (None,) * len(UPPER)

    @classmethod
    def at_ranks(cls, ranks: tuple[int, ...]) -> Boundaries:
        """Boundaries at ranks whose values are not asked for."""
        return cls(ranks)

    def place(self, value: ir.DecimalValue, rank: ir.IntegerValue) -> ir.IntegerValue:
        """The tier of a row: 0 the highest; a value that is not known stands in the last."""
        if self.ranks is not None:
            cases = [(rank <= last, ibis.literal(k, "int64")) for k, last in enumerate(self.ranks)]
        else:
            cases = [(value >= least, ibis.literal(k, "int64")) for k, least in self._stated()]
        return ibis.cases(*cases, else_=ibis.literal(len(UPPER), "int64"))

    def by_value(self, value: ir.DecimalValue, margin: float) -> ir.IntegerValue:
        """The tier of a row if each boundary lay higher (or lower, below 0) by that share of itself."""
        part = Decimal(str(margin))
        cases = [
            (value >= least + part * abs(least), ibis.literal(k, "int64")) for k, least in self._stated()
        ]
        return ibis.cases(*cases, else_=ibis.literal(len(UPPER), "int64")) if cases else ibis.literal(3)

    def _stated(self) -> list[tuple[int, Decimal]]:
        return [(k, least) for k, least in enumerate(self.least) if least is not None]


def service_boundaries(
    settings: Settings, basis: ValueBasis, provided: Collection[str], years: float | None
) -> tuple[Boundaries | None, tuple[str, ...]]:
    """The values from which a tier's service pays: its cost over the time of the value, times the cover.

    Args:
        settings: ``serving.tier_service`` (cost a customer and year), ``tier_cover``, ``value``.
        basis: What ranks customers.
        provided: Columns that hold data, as ``table.column``.
        years: Years in which the values were earned; None where days are notional.

    Returns:
        The boundaries with one sentence a tier, or None with the sentence that says why there are none.

    Example:
        >>> found, said = service_boundaries(Settings(), "margin", {"transactions.cost"}, 2.0)
        >>> found is None, said[0][:44]
        (True, 'Tiers cannot end where service no longer pay')
    """
    refusal = _refusal(settings, basis, provided, years)
    if refusal:
        return None, (f"Tiers cannot end where service no longer pays: {refusal}.{_TO_DO}",)
    costs = [settings.serving.tier_service[tier.value] for tier in UPPER]
    factor = settings.tier_cover * _years(settings, basis, years) / (_left_of_each(settings, basis, provided))
    least = tuple(Decimal(str(round(cost.likely * factor, 6))) for cost in costs)
    said = tuple(
        f"{tier.value}: value of at least {value:,.2f}, which pays {settings.tier_cover:g} times its service "
        f"({cost.likely:,.2f} a year; {cost.low * factor:,.2f} to {cost.high * factor:,.2f} over its range)"
        for tier, value, cost in zip(UPPER, least, costs, strict=True)
    )
    return Boundaries(None, least), said


def _refusal(
    settings: Settings, basis: ValueBasis, provided: Collection[str], years: float | None
) -> str | None:
    missing = [tier.value for tier in UPPER if tier.value not in settings.serving.tier_service]
    if missing:
        return f"serving.tier_service does not say what the service of {', '.join(missing)} costs"
    costs = [settings.serving.tier_service[tier.value].likely for tier in UPPER]
    if sorted(costs, reverse=True) != costs:
        return "serving.tier_service says that a lower tier's service costs more than a higher one's"
    if basis == "reported_revenue":
        return "revenue to date does not say in which time it was earned"
    if years is None and basis not in ("mrr", "lifetime_value"):
        return "the days of the data are notional, so that value a year is not known"
    if not _left_of_each(settings, basis, provided):
        return "cost is not known, so that what is left of revenue is not (set value.margin_rate)"
    return None


def _left_of_each(settings: Settings, basis: ValueBasis, provided: Collection[str]) -> float:
    """What is left of one unit of the value to pay for service; 0 where that is not known."""
    if basis in ("margin", "contribution"):
        return 1.0
    if basis == "lifetime_value" and (settings.value.margin_rate or any(c in provided for c in _COSTED)):
        return 1.0
    return settings.value.margin_rate or 0.0


def _years(settings: Settings, basis: ValueBasis, years: float | None) -> float:
    """For how many years the value pays; discounted like it where it lies ahead."""
    if basis == "mrr":
        return 1 / 12
    if basis != "lifetime_value":
        return years or 0.0
    ahead, force = settings.value.horizon_months / 12, math.log1p(settings.value.discount_rate)
    return ahead if not force else -math.expm1(-force * ahead) / force
