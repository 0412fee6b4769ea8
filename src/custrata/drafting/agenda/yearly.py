"""The yearly review: a day on segmentation, strategy, targets, maturity, and the hand-over to the budget."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.drafting.agenda.agenda import Agenda, AgendaItem, put_together
from custrata.drafting.agenda.lines import also, assumption_line, at_most, claim_line, same_figure
from custrata.drafting.agenda.matter import Matter, answers, called
from custrata.drafting.agenda.standing_items import agreed, base_moved, checks, scorecard
from custrata.strategy.parts.running.review import ReviewKind
from custrata.strategy.parts.steering.maturity import Dimension
from custrata.strategy.wording.dates import days_later
from custrata.strategy.wording.spelling import spell

YEAR = 366
SEVERAL = 8


def yearly(matter: Matter) -> Agenda:
    """The agenda of a yearly review.

    Args:
        matter: The strategy, how it stands, what moved, and the day.
    """
    items = (
        agreed(matter, ReviewKind.YEARLY, 30, YEAR),
        segmentation(matter, 90),
        strategy(matter, 75),
        scorecard(matter, 60),
        maturity(matter, 45),
        lapsing(matter, 30),
        budget(matter, 30),
    )
    return put_together(ReviewKind.YEARLY, items, checks(matter))


def segmentation(matter: Matter, minutes: int) -> AgendaItem:
    """Every group: its share as written and now, and how the base moved."""
    lines, claims = list(at_most(base_moved(matter), "parts of the base", SEVERAL, "custrata show")), []
    for group in matter.document.groups:
        now = matter.judged(group.share_now.id) if group.share_now else None
        if now is None:
            lines.append(f"{group.name}: its share cannot be read.")
            continue
        shares = "; ".join(f"{f.figure.name.replace('_', ' ')} {f.was_to_is}" for f in now.figures)
        lines.append(f"{group.name}: {shares}, {now.state} [{now.claim_id}]")
        claims.append(now.claim_id)
    if not matter.document.groups:
        lines.append("The strategy names no customer group.")
    asked = "Do these groups still tell customers apart by what they need and bring?"
    owner = called(*(g.owner for g in matter.document.groups))
    return AgendaItem("Segmentation revisited", minutes, tuple(lines), tuple(claims), asked, owner)


def strategy(matter: Matter, minutes: int) -> AgendaItem:
    """Goals and pattern against the claims that carry them."""
    doubtful = matter.doubtful()
    lines = [
        f"Goal: {g.statement.said()} ({answers(g.owner)}) [{', '.join(g.rests_on)}]"
        for g in matter.document.goals
    ]
    behind = same_figure([e for e, _ in doubtful])
    told = [claim_line(e, m, matter) + also(behind[e.claim_id]) for e, m in doubtful if e.claim_id in behind]
    lines += at_most(told, "claims in doubt", SEVERAL)
    claims = [c for g in matter.document.goals for c in g.rests_on] + [e.claim_id for e, _ in doubtful]
    if not lines:
        lines = ["The strategy names no goal, and no claim of it is in doubt."]
    asked = "Which goals and intents go on, and which are given up?"
    owner = called(matter.document.accountable, matter.document.sponsor)
    return AgendaItem("Strategy", minutes, tuple(lines), tuple(dict.fromkeys(claims)), asked, owner)


def maturity(matter: Matter, minutes: int) -> AgendaItem:
    """What was answered on the five dimensions, and what nobody has answered."""
    given = {a.dimension: a for a in matter.document.maturity if a.level is not None}
    lines = []
    for dimension in Dimension:
        answer = given.get(dimension)
        if answer is None:
            lines.append(f"{dimension}: nobody has answered")
            continue
        wanted = f", wanted {answer.wanted}" if answer.wanted else ""
        lines.append(
            f"{dimension}: level {answer.level}{wanted}, said by {answers(answer.said_by)} [{answer.id}]"
        )
    asked = "Which level is wanted a year from now, and what does the gap cost?"
    return AgendaItem("Maturity", minutes, tuple(lines), (), asked, called(matter.document.accountable))


def lapsing(matter: Matter, minutes: int) -> AgendaItem:
    """Assumptions that lapse within the year, and findings that were let stand."""
    due = [a for a, _ in matter.due_assumptions(YEAR)]
    lines = [assumption_line(a, matter) for a in due]
    last = days_later(matter.on, YEAR)
    for suppression in matter.document.suppressions:
        if suppression.until is None or suppression.until <= last:
            when = f"until {suppression.until}" if suppression.until else "without an end"
            lines.append(
                f"{suppression.code} is let stand {when}: {suppression.reason} ({answers(suppression.owner)})"
            )
    busy = bool(lines)
    if not lines:
        lines = ["No assumption lapses within a year and no finding is let stand."]
    asked = "Which of these are renewed, and on what ground?" if busy else ""
    return AgendaItem(
        "Assumptions and suppressions due",
        minutes,
        tuple(lines),
        (),
        asked,
        called(*(a.owner for a in due)),
        busy,
    )


def budget(matter: Matter, minutes: int) -> AgendaItem:
    """What planning and budgeting take over: initiatives with effort and cost, and groups with investment."""
    lines = list(_initiatives(matter))
    for group in matter.document.groups:
        if group.investment is not None:
            lines.append(f"{group.name}: {group.investment.said()} [{group.investment.id}]")
    if not lines:
        lines = ["There is nothing to hand over: the strategy names no initiative."]
    asked = "What does the budget of the next year take over?"
    owner = called(matter.document.sponsor, matter.document.accountable)
    return AgendaItem("Handed to planning and budgeting", minutes, tuple(lines), (), asked, owner)


def _initiatives(matter: Matter) -> Iterator[str]:
    unit = matter.document.currency or matter.snapshot.manifest.currency
    for initiative in matter.document.initiatives:
        days = (
            "effort not stated" if initiative.effort_days is None else f"{initiative.effort_days:,.0f} days"
        )
        cost = "cost not stated" if initiative.cost is None else spell(initiative.cost, unit)
        yield f"{initiative.statement.said()} ({answers(initiative.owner)}; {days}, {cost})"
