"""What do the company's own rates charge, where no table of costs does?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from custrata.economics.serving.charges import Charge
from custrata.economics.serving.drivers import Activity, countable
from custrata.settings import Range, ServingRates

_NINE = Decimal("0.000000001")
_HELP = frozenset({Activity.SUPPORT_MINUTES, Activity.TICKETS})


@dataclass(frozen=True, slots=True)
class OwnRate:
    """One rate of the settings: what it charges, under which name, by which part."""

    setting: str
    driver: str
    activity: Activity
    rate: Range
    part: str = ""
    replaced_by: frozenset[Activity] = frozenset()


def own_rates(rates: ServingRates) -> tuple[OwnRate, ...]:
    """The rates that a company set, without those of tiers, which are drawn later.

    Example:
        >>> from custrata.settings import Range, ServingRates
        >>> [r.driver for r in own_rates(ServingRates(order=Range(low=1, likely=2, high=4)))]
        ['orders']
    """
    single: tuple[tuple[str, str, Activity, Range | None, frozenset[Activity]], ...] = (
        ("support_minute", "support minutes", Activity.SUPPORT_MINUTES, rates.support_minute, _HELP),
        ("onboarding", "onboarding", Activity.ONBOARDING, rates.onboarding, frozenset({Activity.ONBOARDING})),
        ("order", "orders", Activity.ORDERS, rates.order, frozenset({Activity.ORDERS})),
        (
            "return_handling",
            "returns",
            Activity.RETURNS,
            rates.return_handling,
            frozenset({Activity.RETURNS}),
        ),
        ("capital", "late payment", Activity.LATE_PAYMENT, rates.capital, frozenset()),
    )
    found = [
        OwnRate(setting, driver, activity, rate, replaced_by=instead)
        for setting, driver, activity, rate, instead in single
        if rate is not None
    ]
    found += [
        OwnRate("support_ticket", "tickets", Activity.CHANNEL_TICKETS, rate, channel.strip().lower(), _HELP)
        for channel, rate in sorted(rates.support_ticket.items())
    ]
    return tuple(found)


def standing(
    rates: Iterable[OwnRate], tabled: Collection[Activity], has: Callable[..., bool]
) -> tuple[tuple[OwnRate, ...], tuple[str, ...]]:
    """The rates that stand beside a table of costs, and sentences on all of them.

    A driver is costed once: what the table of costs names is not charged by a rate as well.

    Args:
        rates: From :func:`own_rates`.
        tabled: What the drivers of the table of costs stand for.
        has: Whether all of some columns hold data, as :meth:`custrata.customers.Base.has`.
    """
    stand, sentences = [], []
    for rate in rates:
        if not rate.replaced_by.isdisjoint(tabled):
            sentences.append(
                f"serving.{rate.setting} is not used: the table of costs has that driver already."
            )
        elif not countable(rate.activity, has):
            sentences.append(
                f"serving.{rate.setting} charges nothing: the data do not count {rate.activity}."
            )
        else:
            stand.append(rate)
            three = f"{rate.rate.low:g} to {rate.rate.high:g}, likely {rate.rate.likely:g}"
            sentences.append(f"{rate.driver}: {rate.activity} at serving.{rate.setting} ({three}).")
    return tuple(stand), tuple(dict.fromkeys(sentences))


def charges(
    rates: Iterable[OwnRate], used: Mapping[tuple[Activity, str], Mapping[int, Decimal]]
) -> tuple[Charge, ...]:
    """The rates in every month in which customers used what they charge.

    Args:
        rates: The rates that stand.
        used: Units by month, for each activity and part.
    """
    return tuple(
        Charge(
            r.driver,
            r.activity,
            month,
            _exact(r.rate.low),
            _exact(r.rate.likely),
            _exact(r.rate.high),
            r.part,
        )
        for r in rates
        for month in sorted(used.get((r.activity, r.part), {}))
    )


def _exact(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_NINE)
