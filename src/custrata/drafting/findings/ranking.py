"""All findings of a snapshot, those that touch most of the business first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import takewhile

from custrata.drafting.desk import Desk
from custrata.drafting.findings import (
    buying,
    costs,
    exchange,
    leaving,
    movement,
    pipeline,
    portfolio,
    voice,
    worth,
)
from custrata.drafting.findings.sentence import FindingSentence
from custrata.snapshot import Snapshot

FINDERS: tuple[Callable[[Desk], FindingSentence | None], ...] = (
    portfolio.top_tiers,
    portfolio.concentration,
    portfolio.served_at_a_loss,
    portfolio.losing_category,
    portfolio.thin_category,
    portfolio.anonymous,
    costs.unprofitable,
    costs.serving,
    costs.winning,
    worth.equity,
    worth.year_ahead,
    worth.foretold,
    worth.moves,
    exchange.under_served,
    movement.lost_revenue,
    movement.kept_revenue,
    movement.new_against_expansion,
    movement.fewer_won,
    movement.customers_kept,
    movement.rhythm_outlasts_window,
    leaving.left,
    leaving.who_leaves,
    leaving.worth_apart,
    leaving.worth_not_apart,
    leaving.spells_end,
    leaving.monthly_revenue,
    buying.coming_back,
    buying.silent,
    buying.lapsed,
    buying.refunded,
    buying.discounted,
    buying.early_leavers,
    voice.would_recommend,
    voice.satisfied,
    voice.tickets,
    pipeline.won,
    pipeline.still_open,
    pipeline.cycle,
)
"""One question each; the order settles ties."""


FAMILIES = (
    frozenset({"retention", "movement", "customers_kept", "acquisition"}),
    frozenset({"churn", "contracts_ended"}),
    frozenset({"tiers", "worth_by_attribute", "worth_within_chance", "concentration", "tier_moves"}),
    frozenset({"served_at_a_loss", "serving_cost"}),
    frozenset({"served_at_a_loss", "discounts"}),
    frozenset({"customer_equity", "year_ahead"}),
    frozenset({"at_risk", "lapsed", "repeat", "cohort"}),
    frozenset({"win_rate", "open_pipeline", "sales_cycle"}),
)
"""Topics that tell one story from several sides."""

AGAIN = 0.6
"""What the second finding of a family weighs beside the first: the same story told twice matters less."""

LIGHTEST = 0.03
"""Weight under which a finding is none."""


def findings(snapshot: Snapshot) -> tuple[FindingSentence, ...]:
    """The findings of a snapshot, most important first.

    Args:
        snapshot: What to read.

    Returns:
        At most one finding a topic, ranked by the share of the business they touch, each further one of a
        family a little lighter; none for a snapshot whose readings say nothing.
    """
    desk = Desk(snapshot)
    found = [finding for find in FINDERS if (finding := find(desk)) is not None]
    best: dict[str, FindingSentence] = {}
    for finding in sorted(found, key=lambda f: -f.weight):
        best.setdefault(finding.topic, finding)
    weighed = [replace(f, weight=f.weight * AGAIN ** _before(f, best.values())) for f in best.values()]
    return tuple(sorted((f for f in weighed if f.weight >= LIGHTEST), key=lambda f: -f.weight))


def _before(finding: FindingSentence, ranked: Iterable[FindingSentence]) -> int:
    """How many heavier findings of the same family there are."""
    heavier = takewhile(lambda other: other is not finding, ranked)
    return sum(1 for other in heavier if any({finding.topic, other.topic} <= family for family in FAMILIES))
