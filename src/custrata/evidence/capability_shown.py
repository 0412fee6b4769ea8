"""What the data show for maturity: which criteria that only data can tell are met, and by which measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from custrata.evidence.check import ClaimEvidence
from custrata.snapshot import Snapshot
from custrata.strategy.maturity.criterion import Shown, State
from custrata.vocabulary import EvidenceState, Reading

CLOCKS = frozenset({"month", "quarter", "cohort", "age"})
"""Dimensions that part time."""

MADE = frozenset({"tier", "stage", "rfm_segment", "rank", "customer_share", "exchange"})
"""Dimensions that the build makes itself: no trait that a company knows of its customers."""

PERIODS = ("current", "all")


def capability_shown(snapshot: Snapshot, evidence: Iterable[ClaimEvidence] = ()) -> Mapping[str, Shown]:
    """How the criteria that data can show stand, by id.

    Args:
        snapshot: What a build found.
        evidence: How the claims of the strategy stand against it.
    """
    shown = {name: look(snapshot) for name, look in LOOKS.items()}
    return {**shown, "proposition-holds": _propositions_hold(tuple(evidence))}


def _told_apart(snapshot: Snapshot) -> Shown:
    return _any(snapshot, ("customers",), "customers are not counted")


def _by_trait(snapshot: Snapshot) -> Shown:
    traits = {
        d
        for r in snapshot.readings
        if r.measure == "customers" and r.value is not None
        for d, _ in r.segment
        if d not in CLOCKS | MADE
    }
    if traits:
        return Shown(State.MET, tuple(f"customers by {trait}" for trait in sorted(traits)))
    return Shown(State.UNMET, ("no attribute of customers parts them; name one under dimensions",))


def _by_behaviour(snapshot: Snapshot) -> Shown:
    for dimension in ("rfm_segment", "stage"):
        if _points(snapshot, "customers", dimension):
            return Shown(State.MET, (f"customers by {dimension}",))
    return Shown(State.UNKNOWN, ("needs orders or contracts with a day",))


def _by_value(snapshot: Snapshot) -> Shown:
    rule = next(iter(snapshot.manifest.rules.get("tiers", ())), "")
    if not _points(snapshot, "customers", "tier"):
        return Shown(State.UNKNOWN, (rule or "the base is not cut into tiers",))
    if "ranked by lifetime value" in rule:
        return Shown(State.MET, (rule,))
    return Shown(State.UNMET, (rule or "no rule of tiers is kept", "set tier_value: lifetime_value"))


def _moves(snapshot: Snapshot) -> Shown:
    return _any(snapshot, ("moved_up", "tier_moves"), "needs two windows of value")


def _counted_by_stage(snapshot: Snapshot) -> Shown:
    if _points(snapshot, "customers", "stage"):
        return Shown(State.MET, ("customers by stage",))
    return Shown(State.UNKNOWN, ("needs orders or contracts with a day",))


def _followed(snapshot: Snapshot) -> Shown:
    if _points(snapshot, "cohort_retention", "cohort", "age"):
        return Shown(State.MET, ("cohort_retention by cohort and age",))
    return _any(snapshot, ("logo_retention",), "needs a history of orders or contracts")


def _readable(snapshot: Snapshot) -> Shown:
    return _any(snapshot, ("revenue", "customers"), "nothing can be counted")


def _history(snapshot: Snapshot) -> Shown:
    if snapshot.manifest.notional:
        return Shown(State.UNMET, ("the data carry no dates; their days are notional",))
    for measure in ("revenue", "active_customers", "new_customers", "won_revenue"):
        for clock in ("month", "quarter"):
            if len(_points(snapshot, measure, clock)) > 1:
                return Shown(State.MET, (f"{measure} by {clock}",))
    return Shown(State.UNKNOWN, ("needs orders or contracts over more than one month",))


def _why(snapshot: Snapshot) -> Shown:
    found = [m for m in ("loss_cause_amount", "exchange_customers") if _has_points(snapshot, m)]
    found += [m for m in ("nps", "csat", "ces", "average_rating") if _one(snapshot, m)]
    parted = {
        f"{r.measure} by {r.segment[0][0]}"
        for r in snapshot.readings
        if r.measure in ("customer_churn_rate", "win_rate", "repeat_rate") and r.value is not None
        if len(r.segment) == 1 and r.segment[0][0] not in CLOCKS | MADE
        # Who left is no reason to leave: a trait by which all or none did tells nothing.
        if 0 < r.value < 1
    }
    if found or parted:
        return Shown(State.MET, (*found, *sorted(parted)))
    return Shown(State.UNKNOWN, ("needs costs, answers of customers, or leaving by a trait",))


def _predicts(snapshot: Snapshot) -> Shown:
    """Whether a prediction passed: a model surely above naive rules, or contracts that ended as predicted."""
    gains = [r for r in snapshot.readings if r.measure == "exam_gain" and r.value is not None]
    for gain in gains:
        if gain.low is not None and gain.low > 0:
            return Shown(State.MET, (f"exam_gain {gain.low:.1%} or more on later data",))
    held_out = [s for s in snapshot.manifest.rules.get("value", ()) if "contracts held out it predicted" in s]
    if held_out:
        missed = [s for s in held_out if not s.rstrip(".").endswith("as predicted")]
        return Shown(State.UNMET if missed else State.MET, tuple(missed or held_out))
    sat = _has_points(snapshot, "exam_mark")
    told = tuple(s for s in snapshot.manifest.rules.get("exam", ()) if s.startswith("No "))
    return Shown(State.UNMET if sat or gains else State.UNKNOWN, told or ("needs an exam on later data",))


def _propositions_hold(evidence: Sequence[ClaimEvidence]) -> Shown:
    own = [e for e in evidence if e.path.startswith("propositions[")]
    broken = tuple(f"{e.claim_id}: {e.reason}" for e in own if e.state is EvidenceState.CONTRADICTED)
    if broken:
        return Shown(State.UNMET, broken)
    proven = tuple(e.claim_id for e in own if e.state is EvidenceState.SUPPORTED)
    return (
        Shown(State.MET, proven)
        if proven
        else Shown(State.UNMET, ("no claim in a proposition is supported",))
    )


LOOKS: Mapping[str, Callable[[Snapshot], Shown]] = {
    "segmentation-told-apart": _told_apart,
    "segmentation-by-trait": _by_trait,
    "segmentation-by-behaviour": _by_behaviour,
    "segmentation-by-value": _by_value,
    "segmentation-moves": _moves,
    "lifecycle-counted": _counted_by_stage,
    "lifecycle-followed": _followed,
    "intelligence-readable": _readable,
    "intelligence-history": _history,
    "intelligence-why": _why,
    "intelligence-predicts": _predicts,
}
"""What is looked for, by id of the criterion."""


def _any(snapshot: Snapshot, measures: Sequence[str], else_says: str) -> Shown:
    found = tuple(m for m in measures if _one(snapshot, m) or _has_points(snapshot, m))
    if found:
        return Shown(State.MET, found)
    return Shown(State.UNKNOWN, (snapshot.manifest.missing.get(measures[0], else_says),))


def _one(snapshot: Snapshot, measure: str) -> bool:
    found = (snapshot.reading(measure, (), period) for period in PERIODS)
    return any(r is not None and r.value is not None for r in found)


def _points(snapshot: Snapshot, measure: str, *dimensions: str) -> tuple[Reading, ...]:
    for period in PERIODS:
        found = tuple(r for r in snapshot.points(measure, *dimensions, period=period) if r.value is not None)
        if found:
            return found
    return ()


def _has_points(snapshot: Snapshot, measure: str) -> bool:
    return any(r.measure == measure and r.value is not None and r.segment for r in snapshot.readings)
