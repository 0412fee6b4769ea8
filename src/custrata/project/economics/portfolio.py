"""How the portfolio is made up: tiers, moves, concentration, exchange, whale curve of the latest snapshot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import MeasureError
from custrata.project.asking import reading_json
from custrata.project.economics.section import (
    Section,
    interval_of,
    lack,
    lines,
    listed,
    money_named,
    points,
    range_head,
    read,
    value_of,
)
from custrata.project.place import locate
from custrata.snapshot import Snapshot
from custrata.vocabulary import Tier

TIER_COLUMNS = (
    ("customers", "customers"),
    ("revenue", "revenue"),
    ("mrr", "a month"),
    ("gross_margin", "margin"),
    ("cost_to_serve", "cost to serve"),
    ("cost_to_serve_ratio", "of revenue"),
    ("contribution", "contribution"),
    ("lifetime_value", "lifetime value"),
    ("tier_service_cost", "service a year"),
)
"""Measures by tier, in the order shown; those that the snapshot lacks are left out."""

LEADING = (
    ("top_1_revenue_share", "largest customer, of revenue"),
    ("top_5_revenue_share", "largest five"),
    ("top_10_revenue_share", "largest ten"),
    ("revenue_hhi", "Herfindahl index"),
)
LOSSES = (
    ("loss_scenario_revenue", "revenue lost"),
    ("loss_scenario_retention", "net retention then"),
    ("loss_scenario_equity", "equity lost"),
)
CURVE = (
    ("contribution_curve_peak", "peak, of what is left in the end"),
    ("contribution_curve_peak_at", "at this share of customers"),
    ("unprofitable_customers", "customers served at a loss"),
    ("unprofitable_contribution", "what they give back"),
    ("unallocated_cost", "cost that no customer causes"),
)
MARGIN_CURVE = (
    ("whale_curve_peak", "peak, of what is left in the end"),
    ("whale_curve_peak_at", "at this share of customers"),
    ("loss_making_customers", "customers with a margin below 0"),
    ("loss_making_margin", "what they give back"),
)
MOVES = (
    ("moved_up", "moved up"),
    ("moved_down", "moved down"),
    ("moved_by_others", "of those, moved only because others did"),
)
KINDS = ("balanced", "under-served", "over-served", "misfit")
PARTS = (
    ("moves between tiers", "tier_moves"),
    ("cost to serve", "cost_to_serve"),
    ("lifetime value", "lifetime_value"),
    ("exchange of value", "exchange_customers"),
    ("loss of the largest", "loss_scenario_revenue"),
)
"""Parts that may be missing, by the measure that tells."""


def portfolio_of(path: Path) -> Snapshot:
    """The latest snapshot of a project whose customers stand in tiers.

    Args:
        path: The project.

    Raises:
        MeasureError: Customers could not be put into tiers; says what is missing.
        SnapshotError: There is no snapshot yet.
    """
    snapshot = SnapshotStore(locate(path).state).load()
    if not points(snapshot, "customers", "tier"):
        said = next(iter(snapshot.manifest.rules.get("tiers", ())), "")
        why = said.partition(" To do")[0].partition(": ")[2].rstrip(".") or lack(snapshot, "revenue")
        raise MeasureError(
            f"customers stand in no tiers: {why}",
            remedy="load transactions, contracts or a column with revenue to date, then custrata build",
        )
    return snapshot


def portfolio_sections(snapshot: Snapshot) -> tuple[Section, ...]:
    """Tables of all parts that the snapshot can tell."""
    found = [_tiers(snapshot), _moves(snapshot), _concentration(snapshot), _curve(snapshot)]
    found += [_causes(snapshot), _exchange(snapshot)]
    return tuple(section for section in found if section is not None and section.rows)


def portfolio_sentences(snapshot: Snapshot) -> tuple[str, ...]:
    """Which currency is not stated, how tiers and exchange were made, and which parts wait for what."""
    rules = snapshot.manifest.rules
    said = [*money_named(snapshot)]
    said += [s for topic in ("tiers", "moves", "costs", "exchange") for s in rules.get(topic, ())]
    for name, measure in PARTS:
        if not listed(snapshot, (measure,)):
            said.append(f"{name[:1].upper()}{name[1:]} is not told: {lack(snapshot, measure)}.")
    return tuple(said)


def portfolio_json(snapshot: Snapshot) -> dict[str, Any]:
    """The same for programs."""
    by_tier = {m: points(snapshot, m, "tier") for m, _ in TIER_COLUMNS}
    flow = ("tier_before", "tier_now")

    def told(*measures: str) -> list[dict[str, Any]]:
        return [reading_json(r) for r in listed(snapshot, measures) if len(r.segment) < 2]

    def names(pairs: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
        return tuple(m for m, _ in pairs)

    return {
        "as_of": str(snapshot.manifest.as_of),
        "snapshot": snapshot.manifest.fingerprint,
        "tiers": {m: [reading_json(r) for r in readings] for m, readings in by_tier.items() if readings},
        "moves": [
            reading_json(r) for m in ("tier_moves", "tier_moves_value") for r in points(snapshot, m, *flow)
        ],
        "moved": told(*names(MOVES)),
        "concentration": told(*names(LEADING), *names(LOSSES)),
        "whale_curve": told(*names(CURVE), *names(MARGIN_CURVE)),
        "loss_causes": told("loss_cause_customers", "loss_cause_amount"),
        "exchange": told("exchange_customers", "exchange_known"),
        "sentences": list(portfolio_sentences(snapshot)),
        "missing": {name: lack(snapshot, m) for name, m in PARTS if not listed(snapshot, (m,))},
    }


def _tiers(snapshot: Snapshot) -> Section:
    served = read(snapshot, "cost_to_serve") is not None
    held = [
        (m, head)
        for m, head in TIER_COLUMNS
        # Without a cost to serve contribution is the margin that stands beside it.
        if points(snapshot, m, "tier") and (served or m != "contribution")
    ]
    rows = tuple(
        (tier.value, *(value_of(read(snapshot, m, (("tier", tier.value),))) for m, _ in held))
        for tier in Tier
    )
    return Section("Tiers", ("tier", *(head for _, head in held)), rows)


def _moves(snapshot: Snapshot) -> Section | None:
    found = points(snapshot, "tier_moves", "tier_before", "tier_now")
    if not found:
        return None
    flow = {(r.segment[0][1], r.segment[1][1]): r for r in found}
    order = [t.value for t in Tier]

    def place(name: str) -> tuple[int, str]:
        return (order.index(name) if name in order else len(order), name)

    before, now = (sorted({key[side] for key in flow}, key=place) for side in (0, 1))
    rows = tuple((b, *(value_of(flow.get((b, n))) for n in now)) for b in before)
    shares = (f"{name} {value_of(r)}" for m, name in MOVES if (r := read(snapshot, m)) is not None)
    return Section("Moves: tier before down, tier now across", ("before", *now), rows, "; ".join(shares))


def _concentration(snapshot: Snapshot) -> Section | None:
    losses = {r.segment[0][1] for m, _ in LOSSES for r in points(snapshot, m, "rank")}
    shares = lines((name, read(snapshot, m)) for m, name in LEADING)
    if not losses:
        return Section("Concentration", ("measure", "value", "interval", "n"), shares)
    held = [(m, head) for m, head in LOSSES if points(snapshot, m, "rank")]
    rows = tuple(
        (f"without the {rank}", *(value_of(read(snapshot, m, (("rank", rank),))) for m, _ in held))
        for rank in sorted(losses, key=lambda rank: int(rank.rpartition(" ")[2]))
    )
    note = "; ".join(f"{name} {value}" for name, value, *_ in shares)
    return Section("Concentration: what goes with the largest", ("loss", *(h for _, h in held)), rows, note)


def _curve(snapshot: Snapshot) -> Section:
    served = read(snapshot, "cost_to_serve") is not None
    found = tuple((name, read(snapshot, m)) for m, name in (CURVE if served else MARGIN_CURVE))
    heads = ("measure", "value", range_head(r for _, r in found), "n")
    return Section(f"Whale curve of {'contribution' if served else 'gross margin'}", heads, lines(found))


def _causes(snapshot: Snapshot) -> Section:
    many = {r.segment[0][1]: r for r in points(snapshot, "loss_cause_customers", "loss_cause")}
    money = sorted(
        points(snapshot, "loss_cause_amount", "loss_cause"), key=lambda r: (r.value or 0.0, r.segment)
    )
    rows = tuple((r.segment[0][1], value_of(many.get(r.segment[0][1])), value_of(r)) for r in money)
    return Section("Why customers are served at a loss", ("main cause", "customers", "they give back"), rows)


def _exchange(snapshot: Snapshot) -> Section | None:
    counts = {r.segment[0][1]: r for r in points(snapshot, "exchange_customers", "exchange")}
    total = sum(r.value or 0.0 for r in counts.values())
    if not total:
        return None
    rows = tuple(
        (kind, value_of(counts[kind]), f"{(counts[kind].value or 0.0) / total:.0%}")
        for kind in (*KINDS, *sorted(set(counts) - {*KINDS}))
        if kind in counts
    )
    known = read(snapshot, "exchange_known")
    note = "" if known is None else f"Known of {value_of(known)} of customers ({interval_of(known)})."
    return Section("Two-way exchange of value", ("exchange", "customers", "share"), rows, note)
