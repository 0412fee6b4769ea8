"""All findings of a snapshot, those that touch most of the business first."""

from __future__ import annotations

from collections.abc import Callable

from custrata.drafting.desk import Desk
from custrata.drafting.findings import buying, leaving, movement, pipeline, portfolio, voice
from custrata.drafting.findings.sentence import FindingSentence
from custrata.snapshot import Snapshot

FINDERS: tuple[Callable[[Desk], FindingSentence | None], ...] = (
    portfolio.top_tiers,
    portfolio.concentration,
    portfolio.served_at_a_loss,
    portfolio.losing_category,
    portfolio.anonymous,
    movement.lost_revenue,
    movement.kept_revenue,
    movement.new_against_expansion,
    movement.customers_kept,
    leaving.left,
    leaving.who_leaves,
    leaving.worth_apart,
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


def findings(snapshot: Snapshot) -> tuple[FindingSentence, ...]:
    """The findings of a snapshot, most important first.

    Args:
        snapshot: What to read.

    Returns:
        At most one finding a topic, ranked by the share of the business they touch; none for a snapshot
        whose readings say nothing.
    """
    desk = Desk(snapshot)
    found = [finding for find in FINDERS if (finding := find(desk)) is not None]
    best: dict[str, FindingSentence] = {}
    for finding in sorted(found, key=lambda f: -f.weight):
        best.setdefault(finding.topic, finding)
    return tuple(best.values())
