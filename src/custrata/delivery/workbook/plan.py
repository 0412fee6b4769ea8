"""Sheets of the plan: statements by kind, groups, goals, initiatives, scorecard, assumptions, decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from custrata.delivery.deliverable import Given
from custrata.delivery.workbook.sheet import Cell, Heading, Number, Sheet
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.statement import Claim, Gap, Proposal, Statement
from custrata.strategy.wording.spelling import MINUS

TEXT = 60


def statements(given: Given) -> Sheet:
    """Every statement of the strategy: computed, proposed or open."""
    headings = (
        Heading("Id", 10),
        Heading("Kind", 11, "Claim: computed. Proposal: a judgement with an owner. Gap: not known yet."),
        Heading("Statement", 100),
        Heading("Owner", 36),
        Heading("Agreed on", 12),
        Heading("Waits for", 50),
        Heading("Place in the strategy", 48),
    )
    now = _now(given)
    rows = tuple(_statement(path, s, now) for path, s in given.document.statements())
    return Sheet("Strategy", headings, rows, "Every statement of the strategy, in its order.")


def _statement(path: str, statement: Statement, now: Mapping[str, str]) -> tuple[Cell, ...]:
    owner = "" if isinstance(statement, Claim) else str(statement.owner)
    agreed = statement.signed_on if isinstance(statement, Proposal) else None
    text = statement.text if isinstance(statement, Gap) else _said(statement, now)
    waits = statement.waits_for if isinstance(statement, Gap) else ""
    return statement.id, statement.kind, text, owner, agreed, waits, path


def _now(given: Given) -> dict[str, str]:
    return {e.claim_id: e.said for e in given.evidence}


def _said(statement: Statement | None, now: Mapping[str, str]) -> str:
    """A statement with today's numbers; a gap says that it is one."""
    if statement is None:
        return ""
    if isinstance(statement, Gap):
        return f"Gap: {statement.said()}"
    return now.get(statement.id, statement.said())


def groups(given: Given) -> Sheet:
    """Customer groups: who they are, their share, what is meant with them."""
    headings = (
        Heading("Group", 24),
        Heading("Share of customers", 14),
        Heading("Share of value", 14),
        Heading("Target share of value", 14, "A judgement until it is signed."),
        Heading("Intent", 14),
        Heading("Emphasised", 11),
        Heading("Why", TEXT),
        Heading("Promise", TEXT),
        Heading("Service", TEXT),
        Heading("Tag", 16),
        Heading("Owner", 32),
    )
    now = _now(given)
    rows = tuple(_group(group, now) for group in given.document.groups)
    return Sheet("Groups", headings, rows, "Customer groups with their shares now and targeted.")


def _group(group: CustomerGroup, now: Mapping[str, str]) -> tuple[Cell, ...]:
    intent = group.intent
    return (
        group.name,
        _share(group.share("customers")),
        _share(group.share("value")),
        _share(group.share_targeted.value),
        str(intent.intent) if intent else "",
        ("yes" if intent.emphasised else "no") if intent else "",
        " ".join(_said(s, now) for s in intent.reason) if intent else "",
        _said(group.proposition, now),
        _said(group.service_model, now),
        group.tag,
        str(group.owner),
    )


def _share(value: float | None) -> Number | None:
    return None if value is None else Number(value, "share")


def goals(given: Given) -> Sheet:
    """Goals and the initiatives that serve them."""
    headings = (
        Heading("Id", 24),
        Heading("Kind", 12),
        Heading("Statement", 90),
        Heading("Goal", 24),
        Heading("Leading", 36),
        Heading("Lagging", 36),
        Heading("Stages", 28),
        Heading("Scores", 48, "7 is best on every dimension."),
        Heading("Person-days", 12),
        Heading("Cost", 14),
        Heading("Owner", 36),
    )
    unit = given.document.currency
    rows: list[tuple[Cell, ...]] = [
        (
            g.id,
            "goal",
            g.statement.said(),
            "",
            ", ".join(g.leading),
            ", ".join(g.lagging),
            "",
            _scores(g.scores),
            None,
            None,
            str(g.owner),
        )
        for g in given.document.goals
    ]
    for i in given.document.initiatives:
        days = None if i.effort_days is None else Number(i.effort_days)
        cost = None if i.cost is None else Number(i.cost, unit)
        stages = ", ".join(str(s) for s in i.stages)
        said = i.statement.said()
        rows.append(
            (i.id, "initiative", said, i.goal, "", "", stages, _scores(i.scores), days, cost, str(i.owner))
        )
    return Sheet("Goals", headings, tuple(rows), "Goals, worded customer first, and what is done for them.")


def _scores(scores: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{dimension} {points}" for dimension, points in scores)


def quarters(given: Given) -> tuple[Heading, ...]:
    """A column for the fiscal quarter beside a day, where the year is not the calendar's."""
    ahead = given.snapshot.manifest.reckoning.ahead
    return (Heading("Fiscal quarter", 14),) if ahead else ()


def quarter(given: Given, day: dt.date | None) -> tuple[str, ...]:
    """The cell of that column."""
    reckoning = given.snapshot.manifest.reckoning
    return (reckoning.said(day),) if reckoning.ahead else ()


def scorecard(given: Given) -> Sheet:
    """Measures with base, today's number, target and date."""
    headings = (
        Heading("Measure", 28),
        Heading("Title", 44),
        Heading("Base", 14),
        Heading("Now", 14),
        Heading("Target", 14, "A judgement until it is signed."),
        Heading("Unit", 12),
        Heading("By", 12),
        *quarters(given),
        Heading("Better", 10),
        Heading("Timing", 10),
        Heading("State of the base", 16),
        Heading("Owner", 36),
    )
    judged = {e.claim_id: e for e in given.evidence}
    rows: list[tuple[Cell, ...]] = []
    for row in given.document.scorecard:
        base = row.base.figure("base")
        unit = base.unit if base else ""
        found = judged.get(row.base.id)
        now = found.values.get("base") if found else None
        state = str(found.state) if found else ""
        numbers = [
            None if v is None else Number(v, unit) for v in (base.value if base else None, now, row.target)
        ]
        rows.append(
            (
                row.measure,
                row.title,
                *numbers,
                unit,
                row.on,
                *quarter(given, row.on),
                str(row.better),
                str(row.timing),
                state,
                str(row.owner),
            )
        )
    return Sheet("Scorecard", headings, tuple(rows), "A few measures with base, target, date and owner.")


def assumptions(given: Given) -> Sheet:
    """What must hold, how it would be seen to fail, and what is stopped then."""
    headings = (
        Heading("Id", 28),
        Heading("Assumption", 80),
        Heading("Measure", 28),
        Heading("Threshold", 16),
        Heading("Expires", 12),
        Heading("Stopped when it fails", TEXT),
        Heading("Owner", 36),
    )
    rows = tuple(
        (
            a.id,
            a.statement.said(),
            a.measure,
            _must_keep(a),
            a.expires_on,
            a.kill_criterion,
            str(a.owner),
        )
        for a in given.document.assumptions
    )
    return Sheet("Assumptions", headings, rows, "What is taken for true until a measure says otherwise.")


def decisions(given: Given) -> Sheet:
    """What is to be decided, and what was."""
    headings = (
        Heading("Id", 28),
        Heading("Question", 80),
        Heading("Options", TEXT),
        Heading("Rests on", 20),
        Heading("By", 12),
        *quarters(given),
        Heading("Decided", 40),
        Heading("On", 12),
        Heading("Owner", 36),
    )
    rows = tuple(
        (
            d.id,
            d.question.said(),
            "; ".join(d.options),
            ", ".join(d.rests_on),
            d.by,
            *quarter(given, d.by),
            d.decided,
            d.decided_on,
            str(d.owner),
        )
        for d in given.document.decisions
    )
    return Sheet("Decisions", headings, rows, "What is to be decided, by whom, by when.")


def _must_keep(assumption: Assumption) -> str:
    """The bound of an assumption with all its digits; empty without one."""
    if assumption.threshold is None:
        return ""
    minus = MINUS if assumption.threshold < 0 else ""
    return f"{assumption.direction} {minus}{abs(assumption.threshold):,.10g}"


def findings(given: Given) -> Sheet:
    """What the check of the strategy says."""
    headings = (
        Heading("Code", 8),
        Heading("Weight", 10),
        Heading("Finding", 90),
        Heading("Mend", TEXT),
        Heading("Place in the strategy", 48),
    )
    rows = tuple((f.code, str(f.severity), f.message, f.mend, f.place) for f in given.findings)
    return Sheet(
        "Findings",
        headings,
        rows,
        "What the check says: mistakes first, then what is still open, which is no mistake.",
    )
