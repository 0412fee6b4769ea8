"""The monthly review: 60 minutes on scorecard, groups, broken claims, roadmap and people."""

from __future__ import annotations

from custrata.drafting.agenda.agenda import Agenda, AgendaItem, put_together
from custrata.drafting.agenda.lines import assumption_line, at_most, claim_line, failed, short
from custrata.drafting.agenda.matter import Matter, called
from custrata.drafting.agenda.standing_items import agreed, base_moved, checks, scorecard
from custrata.evidence.stakes import money_at_stake
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.goal import Initiative
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.running.review import ReviewKind
from custrata.strategy.parts.statement import Claim

MONTH = 31
SEVERAL = 6
"""Lines of an item that lists the parts of the base."""


def monthly(matter: Matter) -> Agenda:
    """The agenda of a monthly review.

    Args:
        matter: The strategy, how it stands, what moved, and the day.
    """
    items = (
        agreed(matter, ReviewKind.MONTHLY, 10, MONTH),
        scorecard(matter, 10),
        segment_focus(matter, 15),
        broken(matter, 10),
        roadmap(matter, 10),
        resourcing(matter, 5),
    )
    return put_together(ReviewKind.MONTHLY, items, checks(matter))


def segment_focus(matter: Matter, minutes: int) -> AgendaItem:
    """How the base moved, and which groups' claims moved with it."""
    lines = list(at_most(base_moved(matter), "parts of the base", SEVERAL, "custrata show"))
    moved = {m.claim_id: m for m in matter.moves()}
    groups = [(g, [c for c in _claims(g) if c in moved]) for g in matter.document.groups]
    touched = [(g, ids) for g, ids in groups if ids]
    for group, ids in touched:
        intent = f", intent {group.intent.intent}" if group.intent else ""
        told = ", ".join(f"{c} is {moved[c].after.state}" for c in ids)
        lines.append(f"{group.name}{intent}: {told}")
    busy = bool(lines)
    asked = f"Does the intent for {touched[0][0].name} stand?" if touched else ""
    claims = tuple(c for _, ids in touched for c in ids)
    if not lines:
        lines = ["No group moved: customers, revenue and the claims about groups stand as they stood."]
        lines = lines if matter.delta else ["There is no earlier snapshot to compare the groups with."]
    owner = called(*(g.owner for g, _ in touched), matter.document.accountable)
    return AgendaItem("Segment focus", minutes, tuple(lines), claims, asked, owner, busy)


def _claims(group: CustomerGroup) -> list[str]:
    reasons = group.intent.reason if group.intent else ()
    return [s.id for s in (group.share_now, *group.buys, *reasons) if isinstance(s, Claim)]


def broken(matter: Matter, minutes: int) -> AgendaItem:
    """Claims that can no longer be said, and assumptions that lapse or fail."""
    claims = matter.broken()
    priced = [claim_line(e, money_at_stake(e, matter.document, matter.snapshot), matter) for e in claims]
    due = [a for a, _ in matter.due_assumptions(MONTH)]
    failing = [a for a in matter.document.assumptions if a not in due and _fails(a, matter)]
    lines = list(at_most(priced, "broken claims"))
    lines += [assumption_line(a, matter) for a in (*due, *failing)]
    asked = "What is written in place of the first claim?" if claims else ""
    if not asked and lines:
        asked = "Is the assumption kept, changed, or given up?"
    busy = bool(lines)
    if not lines:
        lines = ["No claim is broken; no assumption lapses within a month or fails."]
    owner = called(*(a.owner for a in (*due, *failing)), matter.document.accountable)
    ids = tuple(e.claim_id for e in claims)
    return AgendaItem("Broken claims and assumptions", minutes, tuple(lines), ids, asked, owner, busy)


def _fails(assumption: Assumption, matter: Matter) -> bool:
    reading = matter.watched(assumption)
    return reading is not None and reading.value is not None and failed(assumption, reading.value)


def roadmap(matter: Matter, minutes: int) -> AgendaItem:
    """Initiatives whose goal rests on a claim that can no longer be said."""
    gone = {e.claim_id for e in matter.broken()}
    lines, claims, owners = [], [], []
    for goal in matter.document.goals:
        lost = [c for c in goal.rests_on if c in gone]
        if not lost:
            continue
        claims += lost
        held = [i for i in matter.document.initiatives if i.goal == goal.id]
        lines.append(f"Goal {short(goal.statement.said())} rests on {', '.join(lost)}")
        lines += [f"It carries: {i.statement.said()}" for i in held]
        owners.append(goal.owner)
    busy = bool(lines)
    if not lines:
        lines = ["Every claim that a goal rests on can still be said: the roadmap stands."]
    asked = "Do these initiatives go on?" if busy else ""
    return AgendaItem(
        "Roadmap", minutes, tuple(lines), tuple(dict.fromkeys(claims)), asked, called(*owners), busy
    )


def resourcing(matter: Matter, minutes: int) -> AgendaItem:
    """Initiatives that nobody answers for or that nobody has costed, against the capacity that was stated."""
    listed = matter.document.initiatives
    nobody = [short(i.statement.said()) for i in listed if not i.owner.assigned]
    uncosted = [short(i.statement.said()) for i in listed if i.effort_days is None]
    lines = [f"Nobody has taken: {', '.join(nobody)}"] if nobody else []
    lines += [f"Effort is not stated: {', '.join(uncosted)}"] if uncosted else []
    lines += _over(listed, matter.document.scoring.capacity_days)
    if not lines:
        lines = ["Every initiative has an owner and an effort, and they fit the capacity stated."]
        return AgendaItem("Resourcing", minutes, tuple(lines), busy=False)
    asked = f"Who takes {nobody[0]}?" if nobody else ""
    owner = called(matter.document.accountable)
    return AgendaItem("Resourcing", minutes, tuple(lines), (), asked, owner)


def _over(listed: tuple[Initiative, ...], capacity: float | None) -> list[str]:
    wanted = sum(i.effort_days or 0.0 for i in listed)
    if capacity is None or wanted <= capacity:
        return []
    return [f"The initiatives take {wanted:,.0f} days as stated; the capacity stated is {capacity:,.0f} days"]
