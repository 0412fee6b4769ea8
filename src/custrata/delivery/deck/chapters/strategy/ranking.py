"""What is done for the goals, ranked, with the ranks that follow when a score is off, and what fits."""

from __future__ import annotations

from collections.abc import Sized

from custrata.delivery.deck.chapters.pieces import number, owner_cell, statement_cell, words
from custrata.delivery.deck.material import DOCUMENT, Material, capital, plain, title_case, worded
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Spot, Table, Tone, Track
from custrata.delivery.figures import Prose, Spelling, say, stated
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.prioritise.capacity import Fit, Fitted
from custrata.strategy.prioritise.priorities import Priorities, prioritise
from custrata.strategy.prioritise.ranking import Ranked

_MOST = 9
_SCORE = Spelling("", "", 1.0, 1)


def _noun(things: Sized, one: str) -> str:
    return one if len(things) == 1 else f"{one}s"


def initiatives(material: Material) -> Slide | None:
    """Initiatives by rank with its range, cut where capacity ends; a plain list where none is scored."""
    found = prioritise(material.document)
    if not found.initiatives.ranked:
        return listed(material)
    shown = found.initiatives.items[:_MOST]
    parts = {i.id: i for i in material.document.initiatives}
    last = found.cut.last_that_fits([r.id for r in shown])
    totals = _totals(found, shown)
    limited = found.cut.days is not None or found.cut.money is not None
    rows = tuple(
        _ranked_row(material, r, parts[r.id], found.cut.item(r.id), totals[r.id], _cut(found, r.id, last))
        for r in shown
    )
    places = len(found.initiatives.ranked)
    table = Table(
        (
            Column("", right=True, share=0),
            Column("Initiative", share=3),
            Column("Owner", share=0),
            Column("Days", right=True, share=0),
            Column("Total", right=True, share=0),
            Column("Score", right=True, share=0),
            Column("", share=1, least=max(4.0, min(0.75 * places + 0.6, 7.5))),
        ),
        rows,
        dense=len(rows) > 7,
        spots=Track(6, (0.5, places + 0.5), tuple((float(k), f"{k}") for k in range(1, places + 1))),
    )
    return Slide(
        "Roadmap",
        "Initiatives",
        _titles(found, limited=limited),
        say(
            "Weighted score, ",
            worded("1 to 7", "scale"),
            "; dot is the rank, line its range when one score is a point off",
        ),
        (Placed(table),),
        _so_what(found),
    )


def _cut(found: Priorities, name: str, last: str) -> str:
    if name != last:
        return ""
    if found.cut.days is not None:
        return f"Capacity {found.cut.days:,.10g} days"
    return f"Capacity {found.cut.money:,.10g}" if found.cut.money is not None else ""


def _totals(found: Priorities, shown: tuple[Ranked, ...]) -> dict[str, float | None]:
    """Days added up in the order of the ranks; not known from the first one on that nobody has said."""
    totals: dict[str, float | None] = {}
    total: float | None = 0.0
    for one in shown:
        item = found.cut.item(one.id)
        days = item.days if item is not None else None
        total = None if total is None or days is None else total + days
        totals[one.id] = total
    return totals


def _ranked_row(
    material: Material, one: Ranked, part: Initiative, item: Fitted | None, total: float | None, cut: str
) -> Row:
    out = item is not None and item.fit in {Fit.TOO_MUCH, Fit.NOT_RANKED}
    tone = Tone.QUIET if out else Tone.INK
    days = item.days if item is not None else None
    span = one.one_off
    spot = None
    if one.rank is not None and span is not None:
        spot = Spot(float(one.rank), float(span.best), float(span.worst), quiet=out)
    return Row(
        (
            words(f"{one.rank}" if one.rank else "–", bold=True, tone=Tone.QUIET if out else Tone.ACCENT),
            Cell(
                material.sentence(part.statement),
                tone=Tone.QUIET if out else material.tone(part.statement.signed_on),
                bold=not out,
            ),
            owner_cell(material, part.owner),
            _days(days, tone),
            _days(total, tone),
            number(stated(one.points, "points", DOCUMENT, written=_SCORE), bold=True, tone=tone)
            if one.points is not None and one.rank is not None
            else words("a score is missing", tone=Tone.QUIET),
            Cell(),
        ),
        spot=spot,
        cut=cut,
    )


def _days(value: float | None, tone: Tone) -> Cell:
    if value is None:
        return words("not said", tone=Tone.QUIET)
    return number(stated(value, "days", DOCUMENT), tone=tone)


def _titles(found: Priorities, *, limited: bool) -> tuple[Prose, ...]:
    ranked = found.initiatives.ranked
    fits = [i for i in found.cut.items if i.fit is Fit.FITS]
    many = stated(float(len(fits) if limited else len(ranked)), "initiatives", DOCUMENT)
    noun = "initiative" if many.text == "1" else "initiatives"
    verb = "fits" if many.text == "1" else "fit"
    lead = say(many, f" {noun} are ranked" if noun != "initiative" else " initiative is ranked")
    if limited and found.cut.days is not None:
        lead = say(many, f" {noun} {verb} the ", stated(found.cut.days, "days", DOCUMENT), " days we have")
    elif limited:
        lead = say(many, f" {noun} {verb} the money we have")
    firm = found.initiatives.firm
    if not firm:
        return (say(lead, "; which comes first hangs on a single score"), lead)
    first = say("; the first ", stated(float(firm[0]), "initiatives", DOCUMENT), " lead")
    leads = say("; the first leads") if firm[0] == 1 else first
    return (say(lead, leads, " whichever score is off by a point"), lead)


def _so_what(found: Priorities) -> Prose:
    waiting = [i for i in found.cut.items if i.fit is Fit.TOO_MUCH]
    if waiting:
        return say("confirm that what stands below the line can wait; what has no owner does not begin")
    if found.cut.days is None and found.cut.money is None:
        return say("say how many days there are: until then everything seems to fit")
    return say("start what is first, and name its owner before anything else begins")


def listed(material: Material) -> Slide | None:
    """Goals and what is done for them, as the strategy lists them: nobody has scored them yet."""
    goals = {g.id: g for g in material.document.goals}
    found = material.document.initiatives[:8]
    if not found and not goals:
        return None
    rows = tuple(_initiative_row(material, i, goals.get(i.goal)) for i in found) or tuple(
        _goal_row(material, g) for g in goals.values()
    )
    table = Table(
        (
            Column("Initiative", share=2),
            Column("For the goal", share=2),
            Column("Measured by"),
            Column("Owner", share=0),
        ),
        rows,
        dense=len(rows) > 5,
    )
    many = stated(float(len(found)), "initiatives", DOCUMENT)
    for_goals = stated(float(len(goals)), "goals", DOCUMENT)
    title = say(
        many,
        f" {_noun(found, 'initiative')} for ",
        for_goals,
        f" {_noun(goals, 'goal')}",
        " " if material.agreed else " proposed; ",
        material.until("no owner has signed yet"),
    )
    if any(g.owner.assigned for g in goals.values()) or not found:
        title = say(
            many,
            f" {_noun(found, 'initiative')} for ",
            for_goals,
            f" {_noun(goals, 'goal')}, worded for the customer first",
        )
    return Slide(
        "Roadmap",
        "Goals and initiatives",
        (title,),
        say(
            capital(material.until("proposals")),
            ", in the order of the strategy; effect and effort are not known until they are measured",
        ),
        (Placed(table),),
        say("start what can be tested in a quarter; an initiative without a measure is left out"),
    )


def _initiative_row(material: Material, part: Initiative, goal: Goal | None) -> Row:
    measures = (*goal.leading, *goal.lagging)[:2] if goal else ()
    return Row(
        (
            statement_cell(material, part.statement),
            Cell(material.sentence(goal.statement)) if goal else Cell(),
            words(title_case(", ".join(plain(m) for m in measures)), tone=Tone.QUIET),
            owner_cell(material, part.owner),
        )
    )


def _goal_row(material: Material, goal: Goal) -> Row:
    measures = (*goal.leading, *goal.lagging)[:2]
    return Row(
        (
            Cell(),
            Cell(material.sentence(goal.statement)),
            words(", ".join(plain(m) for m in measures)),
            owner_cell(material, goal.owner),
        )
    )
