"""Findings on opportunities: won, lost, open, slow."""

from __future__ import annotations

from custrata.drafting.desk import Desk
from custrata.drafting.findings.sentence import FindingSentence


def won(desk: Desk) -> FindingSentence | None:
    """The share of closed opportunities that were won."""
    rate = desk.figure("rate", "win_rate")
    if rate is None or rate.value is None:
        return None
    return FindingSentence(
        topic="win_rate",
        block="business_context",
        title="{rate} of closed opportunities are won",
        figures=(rate,),
        consequence="Write down the reason of every loss, and stop early where we rarely win.",
        weight=0.5 * (1 - rate.value),
        at_stake=desk.figure("stake", "won_revenue"),
    )


def still_open(desk: Desk) -> FindingSentence | None:
    """Money in opportunities that nobody has closed."""
    money = desk.figure("money", "open_pipeline")
    if money is None or not money.value:
        return None
    won_so_far = desk.value("won_revenue")
    return FindingSentence(
        topic="open_pipeline",
        block="business_context",
        title="Opportunities worth {money} are open",
        figures=(money,),
        consequence="Go through the oldest, and close what no one works on.",
        weight=min(0.3, 0.5 * money.value / won_so_far) if won_so_far else 0.2,
        at_stake=money,
    )


def cycle(desk: Desk) -> FindingSentence | None:
    """How long a sale takes."""
    days = desk.figure("days", "sales_cycle_days")
    if days is None:
        return None
    return FindingSentence(
        topic="sales_cycle",
        block="business_value_proposition",
        title="Half of all sales take more than {days|day|days} from first contact to close",
        figures=(days,),
        consequence="Look at opportunities past this age every week.",
        weight=0.12,
    )
