"""What stands under a slide and what the speaker reads: evidence line and notes, made from the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.ledger import Entry, Ledger
from custrata.delivery.deck.material import ACCOUNT, Material, day_text, period_text
from custrata.delivery.deck.plots import Calibration, ExchangeMap, Lines, Radar, Whale
from custrata.delivery.deck.slides import Bars, Bridge, Columns, FigurePanel, Panel, Slide, Stack, Table
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import Reading

_BRIEF = 160
"""Letters of values in a note."""

_HOW = {
    Bars: "Bars begin at zero, sorted by size unless their order has a meaning.",
    Columns: "Columns begin at zero, oldest at the left; the dark one is in the title.",
    Stack: "Each column adds up to the whole; what hangs below the line is negative.",
    Bridge: "From opening over gains (blue) and losses (rust) to closing; it closes to the cent.",
    Whale: "Customers ranked by what they leave, best first; where the curve falls, they cost more than they "
    "bring; dotted lines are its lowest and highest course where a cost is known as a range only.",
    ExchangeMap: "A dot is a group, its cross the interval; a group belongs to a quarter only where its "
    "whole cross lies in it.",
    Calibration: "A dot is a tenth of customers by prediction; on the dashed line prediction and what came "
    "are equal; bars are intervals.",
    Lines: "Solid is what came, dashed what was expected of the same customers, both from zero.",
    Radar: "Further out is more mature; solid is what data and documents show, dashed what is wanted.",
    Table: "One row a thing; figures that are estimates have their interval beneath.",
    FigurePanel: "Each figure is one reading; the state beside it is that of the claim that uses it.",
    Panel: "Violet and dashed is a proposal, dotted is a gap; neither is computed.",
}

_AGREED = "Words beneath which a day stands are agreed by people, dotted is a gap; neither is computed."


def evidence_line(slide: Slide, ledger: Ledger, material: Material, example: str = "") -> str:
    """Ids, measures, period, n and query of what a slide shows, in at most two lines."""
    entries = ledger.of_slide(slide.number)
    claims = sorted(c for c, slides in ledger.claims.items() if slide.number in slides)
    if not entries:
        return " · ".join(p for p in (_ids(claims), _source(slide, ledger, material)) if p)
    ids = " · ".join(p for p in (_ids(claims), _ids([e.id for e in entries])) if p)
    first = _main_entry(entries)
    period = "no dates, notional day" if material.snapshot.manifest.notional else period_text(first.period)
    n = f"n = {_counted(entries)}"
    query = f"query {next(iter(first.readings.values())).fingerprint[:8]}" if first.readings else ""
    names = list(dict.fromkeys(e.title for e in entries))
    wordings = [
        " · ".join(p for p in (ids, ", ".join(names[:k]), period, n, query) if p) for k in (4, 3, 2, 1, 0)
    ]
    room = grid.now().evidence.w - (
        lettering.width(f"{example}  ", tokens.SMALL_PT, bold=True) if example else 0
    )
    return wordings[lettering.first_that_fits(wordings, tokens.SMALL_PT, room, 2)]


def _source(slide: Slide, ledger: Ledger, material: Material) -> str:
    sources = {s.source for s in ledger.statements.values() if slide.number in s.slides}
    if ACCOUNT in sources:
        return f"Row account of snapshot {material.snapshot.manifest.fingerprint[:8]}"
    return f"Strategy document, revision {material.document.revision}; judgements of people, not computed"


def _main_entry(entries: Sequence[Entry]) -> Entry:
    return max(entries, key=lambda e: (len(e.values), e.n[1] if e.readings else 0))


def _counted(entries: Sequence[Entry]) -> str:
    """Fewest and most things that any reading of the slide rests on; what they are where all are alike."""
    counts = [n for e in entries if e.readings for n in e.n]
    things = {r.n_of for e in entries for r in e.readings.values()}
    noun = f" {next(iter(things))}" if len(things) == 1 and counts and max(counts) > 1 else ""
    return (_span((min(counts), max(counts))) if counts else "none") + noun


def _span(counts: tuple[int, int]) -> str:
    low, high = counts
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _ids(ids: Sequence[str]) -> str:
    if not ids:
        return ""
    if len(ids) <= 4:
        return ", ".join(ids)
    runs = all(int(b[1:]) - int(a[1:]) == 1 for a, b in pairwise(ids) if a[1:].isdigit() and b[1:].isdigit())
    return f"{ids[0]} to {ids[-1]}" if runs else f"{', '.join(ids[:4])} and {len(ids) - 4} more"


def notes(slide: Slide, ledger: Ledger, material: Material) -> tuple[str, ...]:
    """The speaker's notes: claim, how to read, each figure's source, what would change it, caveats."""
    lines = [slide.titles[0].text + ".", ""]
    kinds = list(dict.fromkeys(type(p.exhibit) for p in slide.exhibits))
    how = _HOW | ({Panel: _AGREED} if material.agreed else {})
    lines += [f"How to read: {how[kind]}" for kind in kinds if kind in how]
    entries = ledger.of_slide(slide.number)
    lines += ["", "Figures:"] if entries else []
    lines += [_entry_note(e, material) for e in entries[:8]]
    if len(entries) > 8:
        lines.append(f"{len(entries) - 8} more measures stand in the appendix.")
    lines += _claim_notes(slide, ledger, material)
    if entries:
        lines += ["", "What would change it: a new build; every figure follows its reading."]
        lines += _limits(slide, ledger, material)
    caveats = material.snapshot.manifest.caveats
    lines += [f"Caveat: {c.text}" for c in caveats[:2]] if entries else []
    aside = material.snapshot.manifest.account.set_aside
    lines += [f"Set aside: {aside:,} rows, with reasons in the set-aside table."] if entries and aside else []
    deciders = _deciders(slide)
    if deciders:
        day = material.agreed
        asked = f"agreed {day_text(day)}, who answers" if day else "to decide"
        lines.append(f"Judgements of people stand on it, not computed; {asked}: {', '.join(deciders[:6])}.")
    return tuple(lines)


def _limits(slide: Slide, ledger: Ledger, material: Material) -> list[str]:
    """Where the claims of a slide would break."""
    found = []
    for claim in sorted(c for c, slides in ledger.claims.items() if slide.number in slides):
        evidence = material.evidence_of(claim)
        for part in evidence.figures if evidence is not None else ():
            bound, unit = part.figure, part.figure.unit
            if bound.threshold is not None:
                found.append(
                    f"{claim} holds while {bound.name} is {bound.direction} {spell(bound.threshold, unit)}."
                )
            elif bound.tolerance is not None:
                found.append(
                    f"{claim} holds while {bound.name} stays within {spell(bound.tolerance, unit)} of "
                    f"{spell(bound.value, unit)}."
                )
    return found[:4]


def _deciders(slide: Slide) -> list[str]:
    """Who answers for the proposals of a slide, as it is printed."""
    names: list[str] = []
    for placed in slide.exhibits:
        exhibit = placed.exhibit
        if isinstance(exhibit, Table):
            at = next((i for i, c in enumerate(exhibit.columns) if c.head == "Owner"), None)
            names += [r.cells[at].main.text for r in exhibit.rows] if at is not None else []
        elif isinstance(exhibit, Panel):
            # Behind an agreed one its day stands before who answers.
            names += [i.owner.rpartition(" · ")[2] for i in exhibit.items]
    return list(dict.fromkeys(n for n in names if n))


def _entry_note(entry: Entry, material: Material) -> str:
    reading = next(iter(entry.readings.values()), None)
    if reading is None:
        return f"{entry.id} {entry.title}: {entry.printed}"
    meaning = material.snapshot.manifest.definition_of(reading)
    return f"{entry.id} {entry.title}: {_brief(entry.pieces)}. {meaning} {_facts(entry, reading)}"


def _brief(pieces: Sequence[str]) -> str:
    """The first values of an entry, whole; how many more there are."""
    shown = [*pieces[:1]]
    for piece in pieces[1:]:
        if len("; ".join((*shown, piece))) > _BRIEF:
            break
        shown.append(piece)
    more = len(pieces) - len(shown)
    return "; ".join(shown) + (f"; {more} more in the appendix" if more else "")


def _facts(entry: Entry, reading: Reading) -> str:
    return (
        f"Unit {reading.unit or 'money'}; {period_text(entry.period)}; n {_span(entry.n)} {reading.n_of}; "
        f"{reading.method}; query {reading.fingerprint}."
    )


def _claim_notes(slide: Slide, ledger: Ledger, material: Material) -> list[str]:
    found = []
    for claim in sorted(c for c, slides in ledger.claims.items() if slide.number in slides):
        evidence = material.evidence_of(claim)
        if evidence is not None:
            found.append(f"{claim} is {evidence.state.value}: {evidence.said} {evidence.reason}")
    return found[:6]
