"""The goal in money: what the base is to bring, by where it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from custrata.delivery.deck.chapters.pieces import number, owner_cell, words
from custrata.delivery.deck.material import DOCUMENT, Material, title_case, worded
from custrata.delivery.deck.slides import (
    Bridge,
    Cell,
    Column,
    Placed,
    Row,
    Slide,
    Step,
    StepKind,
    Table,
    Tone,
)
from custrata.delivery.figures import Figure, Spelling, derived, figure, say, spelling, stated
from custrata.strategy.parts.foundation.business import RevenueKind, RevenueTarget
from custrata.vocabulary import Reading

_NAMES = {
    RevenueKind.RETENTION: "Kept",
    RevenueKind.UPSELL: "More of the same",
    RevenueKind.CROSS_SELL: "Other products",
    RevenueKind.NEW: "New customers",
}
_MOST = 6
_YEAR = 12


def target(material: Material) -> Slide | None:
    """From what customers bring now to what the business needs of them."""
    every = material.document.business.revenue_targets
    if not every:
        return None
    months = Counter(t.in_months for t in every).most_common(1)[0][0]
    found = [t for t in every if t.in_months == months]
    by = {kind: sum(t.amount for t in found if t.kind is kind) for kind in RevenueKind}
    goal = sum(by.values())
    if goal <= 0:
        return None
    now = _now(material, months, by[RevenueKind.RETENTION])
    written = spelling(material.document.currency, (*by.values(), goal, now.value if now else None))
    steps = _steps(by, now, goal, written)
    base = goal - by[RevenueKind.NEW]
    said = stated(goal, "", DOCUMENT, written=written)
    span = stated(float(months), "months", DOCUMENT)
    title = say("The goal is ", said, " in ", span, " months; ")
    bring = stated(base, "", DOCUMENT, written=written)
    return Slide(
        "Goal",
        "What the base must bring",
        (say(title, "present customers must bring ", bring),),
        say(
            "Revenue targets of the strategy by where they come from, ",
            material.until("proposals until signed"),
            "; ",
            _from(now),
        ),
        (Placed(Bridge(steps, written), 0, 7), Placed(_table(material, found, written), 7, 5)),
        say("what is to be kept comes first: a goal that new customers alone must carry is the dearest one"),
    )


def _from(now: Reading | None) -> str:
    return "from the latest year" if now is not None else "no year to compare with"


def _now(material: Material, months: int, kept: float) -> Reading | None:
    """Revenue of the latest year, where the targets are of a year too and say what is kept of it."""
    found = material.reading("revenue", (), "current")
    fits = months == _YEAR and material.latest == "the latest year" and kept > 0
    return found if found is not None and fits and (found.value or 0.0) > kept else None


def _steps(
    by: dict[RevenueKind, float], now: Reading | None, goal: float, written: Spelling
) -> tuple[Step, ...]:
    steps = []
    if now is not None:
        lost = (now.value or 0.0) - by[RevenueKind.RETENTION]
        gone = derived(lost, now.unit, (now,), "revenue now less the target of what is kept", written=written)
        steps = [
            Step("Now", figure(now, written=written), StepKind.TOTAL),
            Step("Not kept", _signed(gone, "−"), StepKind.DOWN),
        ]
    kinds = [k for k in _NAMES if by[k] and not (now is not None and k is RevenueKind.RETENTION)]
    for kind in kinds:
        shown = stated(by[kind], "", DOCUMENT, written=written)
        steps.append(Step(_NAMES[kind], _signed(shown, "+"), StepKind.UP))
    steps.append(Step("Goal", stated(goal, "", DOCUMENT, written=written), StepKind.TOTAL))
    return tuple(steps)


def _signed(shown: Figure, sign: str) -> Figure:
    return Figure(sign + shown.text, shown.value, shown.readings, shown.how, shown.source, shown.code)


def _table(material: Material, found: Sequence[RevenueTarget], written: Spelling) -> Table:
    ranked = sorted(found, key=lambda t: (-t.amount, t.id))[:_MOST]
    names = {g.id: g.name for g in material.document.groups}
    rows = []
    for one in ranked:
        whom = names.get(one.group, "") or one.product or "All customers"
        shown = stated(one.amount, "", DOCUMENT, written=written)
        rows.append(
            Row(
                (
                    Cell(worded(title_case(whom)), worded(one.kind.value), bold=True),
                    number(shown, tone=material.tone()),
                    words(one.team or "no team", tone=Tone.QUIET),
                    owner_cell(material, one.owner),
                )
            )
        )
    heads = (Column("From"), Column("Target", right=True, share=0), Column("Team"), Column("Owner", share=0))
    return Table(heads, tuple(rows))
