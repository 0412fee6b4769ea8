"""Items that reviews share: what was agreed, which claims moved, what is at stake, experiments."""

from __future__ import annotations

from collections.abc import Collection

from custrata.drafting.agenda.agenda import AgendaItem
from custrata.drafting.agenda.lines import (
    action_line,
    also,
    at_most,
    change_line,
    claim_line,
    counted,
    decision_line,
    move_line,
    same_figure,
)
from custrata.drafting.agenda.matter import TOP, Matter, answers, called
from custrata.evidence.stakes import money_at_stake
from custrata.snapshot import Manifest
from custrata.strategy.parts.running.experiment import Experiment, ExperimentDecision, ExperimentState
from custrata.strategy.parts.running.review import Review, ReviewKind
from custrata.strategy.wording.spelling import spell

MOST_AT_FIRST = 10
"""Minutes that the open decisions want where no review was held yet."""


def agreed(matter: Matter, kind: ReviewKind, minutes: int, within_days: int) -> AgendaItem:
    """Actions not done, decisions due, and what the last review of the kind stopped and started."""
    actions = [action_line(review, action, matter) for review, action in matter.open_actions()]
    decisions = matter.open_decisions(within_days)
    last = matter.last_review(kind)
    lines = [*actions, *(decision_line(d, matter) for d in decisions)]
    if last is not None:
        told = (("Decided", last.decided), ("Stopped", last.stop), ("Started", last.start))
        for word, things in (*told, ("Continued", last.go_on)):
            lines += [f"{word} on {last.on}: {thing}" for thing in things]
    busy = bool(lines)
    if not lines:
        lines = [f"No {kind} review is on record: nothing was agreed." if last is None else _done(last)]
    undated = [d for d in matter.document.decisions if not d.decided and d.by is None]
    lines += [f"Open without a day: {d.question.said()} ({answers(d.owner)})" for d in undated]
    # Where nobody has met yet, the decisions that the strategy leaves open are what is to be talked about.
    first = undated if matter.last_review() is None else []
    asked = decisions or first
    return AgendaItem(
        "What was agreed",
        MOST_AT_FIRST if first and not busy else minutes,
        tuple(lines),
        tuple(dict.fromkeys(c for d in asked for c in d.rests_on)),
        asked[0].question.said() if asked else "",
        called(*(d.owner for d in asked), matter.document.accountable),
        busy or bool(first),
    )


def _done(review: Review) -> str:
    return f"Every action of the {review.kind} review of {review.on} is done and no decision is due."


def new_insights(matter: Matter, minutes: int) -> AgendaItem:
    """Claims whose state changed since the earlier snapshot, those that broke first."""
    moves = sorted(matter.moves(), key=lambda m: (not m.broke, not m.weaker))
    behind = same_figure([m.after for m in moves])
    named = [m for m in moves if m.claim_id in behind]
    told = [move_line(m, matter) + also(behind[m.claim_id]) for m in named]
    lines = list(at_most(told, "claims that moved"))
    if matter.delta is not None and matter.delta.now_read:
        lines.append(
            f"Can be read now: {', '.join(matter.delta.now_read)}. Gaps that waited for it can close."
        )
    if matter.delta is not None and matter.delta.no_longer_read:
        lines.append(f"Can no longer be read: {', '.join(matter.delta.no_longer_read)}.")
    busy = bool(lines)
    if matter.delta is None:
        lines = ["There is no earlier snapshot to compare with."]
    elif matter.delta.note:
        lines.append(matter.delta.note)
    asked = "Which of these claims are written anew, and what follows from them?" if moves else ""
    claims = tuple(m.claim_id for m in named[:TOP])
    return AgendaItem("New insights", minutes, tuple(lines), claims, asked, _analyst(matter), busy)


def _analyst(matter: Matter) -> str:
    return called(matter.document.canvas.steering.insight.owner, matter.document.accountable)


def issues(matter: Matter, minutes: int, named: Collection[str] = ()) -> AgendaItem:
    """What is open: claims in doubt, broken ones first and then by money, and mistakes in the strategy.

    Args:
        matter: What the agenda is written from.
        minutes: How much time it wants.
        named: Claims that an item before it has told.
    """
    doubtful = matter.doubtful()
    again = [e.claim_id for e, _ in doubtful if e.claim_id in named]
    behind = same_figure([e for e, _ in doubtful])
    doubtful = [(e, money) for e, money in doubtful if e.claim_id in behind and e.claim_id not in named]
    told = [claim_line(e, money, matter) + also(behind[e.claim_id]) for e, money in doubtful]
    lines = [f"Told above: {', '.join(again)}"] if again else []
    lines += at_most(told, "claims in doubt")
    faults = [f for f in matter.findings if f.severity == "error" and not f.code.startswith("EV")]
    lines += at_most([f"{f.code} at {f.place}: {f.message}" for f in faults], "mistakes", TOP)
    busy = bool(lines)
    claims = (*again, *(e.claim_id for e, _ in doubtful[:TOP]))
    asked = "Who looks into the first one, and by when?" if lines else ""
    if not lines:
        lines = [f"All {len(matter.evidence)} claims hold; the check found no mistake."]
        if matter.delta is None and (first := _first_insights(matter)):
            lines += [line for _, line in first]
            claims, asked, busy = tuple(name for name, _ in first), "Which of these is taken up first?", True
    title = "Top issues by value at stake"
    return AgendaItem(title, minutes, tuple(lines), claims, asked, called(matter.document.accountable), busy)


def _first_insights(matter: Matter) -> list[tuple[str, str]]:
    """The insights that weigh most, for a review that has no earlier snapshot to compare with."""
    found = []
    for insight in matter.document.insights[:TOP]:
        evidence = matter.judged(insight.claim)
        if evidence is not None:
            money = money_at_stake(evidence, matter.document, matter.snapshot)
            stake = f" At stake: {matter.money(money)}." if money is not None else ""
            said = f"{insight.claim}: {matter.told(evidence)} {insight.consequence.said()}{stake}"
            found.append((insight.claim, said))
    return found


def experiments(matter: Matter, minutes: int) -> AgendaItem:
    """Experiments that have ended or brought a result, and those that run."""
    listed = matter.document.experiments
    ended = [e for e in listed if _waits(e, matter)]
    running = [e for e in listed if e.state is ExperimentState.RUNNING and e not in ended]
    lines = [_result(e) for e in ended] + [f"Runs until {e.ends_on}: {e.hypothesis.said()}" for e in running]
    asked = f"Ship, stop or go on: {ended[0].hypothesis.said()}" if ended else ""
    if not lines:
        lines = ["No experiment is written down."]
        if listed:
            lines = [f"{counted(len(listed), 'experiment')} written down; none runs or has ended."]
    claims = tuple(e.result.id for e in ended if e.result is not None and e.result.kind == "claim")
    owner = called(*(e.owner for e in [*ended, *running]))
    return AgendaItem(
        "Experiment results", minutes, tuple(lines), claims, asked, owner, bool(ended or running)
    )


def _waits(experiment: Experiment, matter: Matter) -> bool:
    """Whether an experiment waits for a decision: it is done, or its last day is over."""
    over = experiment.ends_on is not None and experiment.ends_on <= matter.on
    runs = experiment.state is ExperimentState.RUNNING
    done = experiment.state is ExperimentState.DONE
    return (done or (runs and over)) and experiment.decision is ExperimentDecision.OPEN


def _result(experiment: Experiment) -> str:
    if experiment.result is None:
        return f"Ended without a result on record: {experiment.hypothesis.said()}"
    return f"{experiment.hypothesis.said()} Result: {experiment.result.said()} [{experiment.result.id}]"


def scorecard(matter: Matter, minutes: int) -> AgendaItem:
    """Every measure of the scorecard: where it stood, where it stands, where it is to be."""
    lines, claims, moved = [], [], False
    for row in matter.document.scorecard:
        now = matter.judged(row.base.id)
        if now is None or not now.figures:
            continue
        figure = now.figures[0]
        target = "no target is set" if row.target is None else _target(row.target, figure.figure.unit, row.on)
        lines.append(
            f"{row.title}: {figure.was_to_is}, {now.state}; {target} ({answers(row.owner)}) [{row.base.id}]"
        )
        claims.append(row.base.id)
        moved = moved or now.state != "supported"
    if not lines:
        lines = ["The scorecard holds no measure that can be read."]
    asked = "Do the targets stand?" if moved else ""
    owners = called(*(r.owner for r in matter.document.scorecard))
    return AgendaItem("Scorecard", minutes, tuple(lines), tuple(claims), asked, owners, moved)


def _target(value: float, unit: str, on: object) -> str:
    return f"target {spell(value, unit)}" + (f" by {on}" if on else "")


def base_moved(matter: Matter) -> list[str]:
    """How customers, revenue and tiers moved since the earlier snapshot; empty where nothing did."""
    base = matter.movement
    if base is None:
        return []
    named = [("Customers", base.customers), ("Revenue", base.revenue)]
    lines = [change_line(c, name) for name, c in named if c is not None and c.by]
    lines += [change_line(c, "Revenue of tier") for c in base.revenue_by_tier if c.by]
    return lines + [change_line(c, "Customers at stage") for c in base.customers_by_stage if c.by]


def checks(matter: Matter) -> tuple[str, ...]:
    """What was looked at, so that an agenda without items can be believed."""
    now, document = matter.snapshot.manifest, matter.document
    things = (
        ("decision", len(document.decisions)),
        ("action", sum(len(r.actions) for r in document.reviews)),
        ("experiment", len(document.experiments)),
        ("assumption", len(document.assumptions)),
        ("suppressed finding", len(document.suppressions)),
    )
    told = [counted(count, one) for one, count in things if count]
    against = "no earlier snapshot"
    if matter.delta is not None:
        was = matter.delta.before
        against = _named(was)
    return (
        f"{counted(len(matter.evidence), 'claim')} held against {_named(now)}",
        f"compared with {against}",
        f"the check of the strategy: {_found(matter)}",
        *((", ".join(told),) if told else ()),
    )


def _found(matter: Matter) -> str:
    """What the check says: mistakes, and what it only notes."""
    notes = sum(f.severity == "note" for f in matter.findings)
    wrong = len(matter.findings) - notes
    told = counted(wrong, "mistake") if wrong else "no mistake"
    return f"{told}, {counted(notes, 'note')} on what is still open" if notes else told


def _named(manifest: Manifest) -> str:
    told = "data without dates" if manifest.notional else f"data to {manifest.as_of}"
    return f"snapshot {manifest.fingerprint[:12]} ({told})"
