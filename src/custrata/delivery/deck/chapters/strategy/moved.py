"""What moved between two snapshots: which claims changed, which broke, which grew stronger."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.delivery import tokens
from custrata.delivery.deck.chapters.pieces import number, owner_cell, statement_cell, words
from custrata.delivery.deck.material import (
    DOCUMENT,
    Material,
    capital,
    day_text,
    plain,
    worded,
)
from custrata.delivery.deck.slides import (
    Cell,
    Column,
    Item,
    Panel,
    Placed,
    Row,
    Slide,
    Table,
    Tone,
)
from custrata.delivery.figures import Figure, Name, Prose, say, stated
from custrata.evidence.check import FigureEvidence
from custrata.evidence.moved import ClaimMove, Delta
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import EvidenceState

SOURCE = "evidence"
MOST = 6
"""Claims in one table; the largest money comes first."""

_CHAPTER = "What moved"


def _count(number_: int, noun: str) -> Prose:
    return say(stated(float(number_), noun, SOURCE), f" {noun}" if number_ != 1 else f" {noun[:-1]}")


def what_moved(material: Material, delta: Delta) -> Slide:
    """Which claims changed their state, the largest money first.

    Args:
        material: Snapshot, strategy and evidence of now.
        delta: What moved.
    """
    found = delta.moved
    table = Table(
        (
            Column("Id", share=0),
            Column("Claim, with today's figures", share=4),
            Column("Was", share=0),
            Column("Is", share=0),
            Column("At stake", right=True, share=0),
        ),
        tuple(_state_row(material, m) for m in found[:MOST]),
    )
    stake = _stake(material, found)
    tail = say(", with up to ", stake, " at stake") if stake else Prose()
    changed = say(_count(len(found), "claims"), " changed since ", since(delta))
    return Slide(
        _CHAPTER,
        "Claims that changed their state",
        (say(changed, tail), changed),
        say(
            "Of ",
            stated(float(len(delta.moves)), "claims", SOURCE),
            " claims, the largest money first",
            _more(found),
            _anew(delta),
        ),
        (Placed(table),),
        _counted(found),
    )


def since(delta: Delta) -> Prose:
    """The day of the earlier snapshot, in words."""
    if delta.before.notional:
        return say("the build before")
    return say(Name(day_text(delta.before.as_of), "evidence"))


def _stake(material: Material, moves: Sequence[ClaimMove]) -> Figure | None:
    money = [m.at_stake for m in moves if m.at_stake]
    if not money:
        return None
    return stated(max(abs(v) for v in money), material.snapshot.manifest.currency, SOURCE)


def _more(moves: Sequence[ClaimMove]) -> Prose:
    more = len(moves) - MOST
    return (
        say("; ", stated(float(more), "claims", SOURCE), " more stand in the report") if more > 0 else Prose()
    )


def _anew(delta: Delta) -> Prose:
    """How many claims were written anew; nothing where none was."""
    many = len(delta.anew)
    verb = "was" if many == 1 else "were"
    return (
        say("; ", _count(many, "claims"), f" {verb} written anew and not held against the past")
        if many
        else Prose()
    )


def _counted(moves: Sequence[ClaimMove]) -> Prose:
    """How many of the changed claims may be said again, and how many not."""
    good = sum(1 for m in moves if m.after.state is EvidenceState.SUPPORTED)
    bad = sum(1 for m in moves if m.broke)
    rest = len(moves) - good - bad
    parts = [
        say(stated(float(n), "claims", SOURCE), f" {what}")
        for n, what in (
            (bad, "can no longer be said: take them back first"),
            (rest, "drift: look at them at the next build"),
            (good, "may be said again"),
        )
        if n
    ]
    return say(*(p if not i else say("; ", p) for i, p in enumerate(parts)))


def _whole(material: Material, move: ClaimMove) -> Prose:
    """The claim, opened by whom it speaks of where its own words only point there."""
    said = material.sentence(move.after.claim)
    return say(worded(move.subject, "strategy document"), ": ", said) if move.subject else said


def _state_row(material: Material, move: ClaimMove) -> Row:
    stake = move.at_stake
    shown = stated(abs(stake), material.snapshot.manifest.currency, SOURCE) if stake else None
    return Row(
        (
            words(move.claim_id, bold=True),
            Cell(_whole(material, move)),
            Cell(state=move.before.state) if move.before else words("new", tone=Tone.QUIET),
            _stands(move),
            number(shown, bold=True) if shown else words("not counted", tone=Tone.QUIET),
        )
    )


def broke(material: Material, delta: Delta) -> Slide | None:
    """Claims that are worse than before: what they were, are, and the likely cause.

    Args:
        material: Snapshot, strategy and evidence of now.
        delta: What moved.
    """
    found = (*delta.broke, *delta.weaker)
    if not found:
        return None
    table = Table(
        (
            Column("Claim", share=3),
            Column("Was", right=True, share=0),
            Column("Is, and its interval", right=True, share=0),
            Column("State", share=0),
            Column("Likely cause", share=2),
        ),
        tuple(_broken_row(material, m) for m in found[:MOST]),
        dense=len(found) > 4,
    )
    lead = say(_count(len(delta.broke), "claims"), " can no longer be said")
    drifting = say(_count(len(delta.weaker), "claims"), " drift" if len(delta.weaker) != 1 else " drifts")
    title = say(lead, ", ", drifting) if delta.broke and delta.weaker else (lead if delta.broke else drifting)
    well = sum(1 for m in found if m.better)
    if well:
        some = "all" if well == len(found) else say(stated(float(well), "claims", SOURCE), " of them")
        title = say(title, "; ", some, " because figures went the better way")
    return Slide(
        _CHAPTER,
        "Claims that broke",
        (title,),
        say(
            "Broke: what a claim says is outside its interval now; a changed digit within it is no move",
            _more(found),
        ),
        (Placed(table),),
        say(
            "take a sentence back before somebody acts on it: what broke is not said until it is worded anew"
        ),
    )


def _broken_row(material: Material, move: ClaimMove) -> Row:
    part = _telling(move)
    cause = Cell(worded(move.cause, SOURCE)) if move.cause else words("none can be named", tone=Tone.QUIET)
    return Row(
        (
            Cell(_whole(material, move), worded(move.claim_id, "id")),
            words(was(move, part)),
            _is(material, move, part),
            _stands(move),
            cause,
        )
    )


def _stands(move: ClaimMove) -> Cell:
    """How a claim stands; where a sentence is out of date because things went well, that is said."""
    return words("better than said", tone=Tone.GAIN) if move.better else Cell(state=move.after.state)


def _telling(move: ClaimMove) -> int:
    """The figure of a claim that moved most, among those in the claim's own state where it went down."""
    parts = move.after.figures
    down = [at for at, part in enumerate(parts) if part.state is move.after.state]
    found = down if down and (move.broke or move.weaker) else list(range(len(parts)))
    return max(found, key=lambda at: _by(move, at), default=0)


def _by(move: ClaimMove, at: int) -> float:
    """By how much of its size a figure moved."""
    if move.before is None or at >= len(move.before.figures):
        return 0.0
    before, after = move.before.figures[at].now.value, move.after.figures[at].now.value
    return abs((after or 0.0) - (before or 0.0)) / (abs(before or 0.0) or 1.0)


def was(move: ClaimMove, at: int) -> str:
    """What a figure of a claim was, as it is printed."""
    if move.before is None or at >= len(move.before.figures):
        return "not known"
    part = move.before.figures[at]
    return spell(part.now.value, part.figure.unit)


def _is(material: Material, move: ClaimMove, at: int) -> Cell:
    if at >= len(move.after.figures):
        return words("no figure", tone=Tone.QUIET)
    part = move.after.figures[at]
    return Cell(say(material.bound(part.figure, move.claim_id)), _interval(part), bold=True)


def _interval(part: FigureEvidence) -> Prose:
    if part.now.low is None or part.now.high is None:
        return Prose()
    unit = part.figure.unit
    return say(Name(f"{spell(part.now.low, unit)} to {spell(part.now.high, unit)}", SOURCE))


def held(material: Material, delta: Delta) -> Slide | None:
    """Claims that are better than before, and what can be read now.

    Args:
        material: Snapshot, strategy and evidence of now.
        delta: What moved.
    """
    if not delta.stronger and not delta.now_read:
        return None
    table = Table(
        (
            Column("Claim", share=3),
            Column("Was", right=True, share=0),
            Column("Is, and its interval", right=True, share=0),
            Column("State", share=0),
        ),
        tuple(_stronger_row(material, m) for m in delta.stronger[:MOST]),
    )
    placed = []
    beside = bool(delta.now_read and delta.stronger)
    if delta.stronger:
        placed.append(Placed(table, 0, 8 if beside else 12))
    if delta.now_read:
        items = tuple(Item(words=worded(capital(say(plain(m))).text)) for m in delta.now_read[:8])
        placed.append(Placed(Panel("What can be read now", items), 8 if beside else 0, 4 if beside else 12))
    stand = sum(1 for m in delta.moves if not m.moved and not m.anew)
    return Slide(
        _CHAPTER,
        "What held and grew stronger",
        (
            say(
                _count(len(delta.stronger), "claims"),
                " grew stronger; ",
                stated(float(stand), "claims", SOURCE),
                " held as they were",
            ),
        ),
        say("Stronger: a better state, or the same with a clearly narrower interval", _more(delta.stronger)),
        tuple(placed),
    )


def _stronger_row(material: Material, move: ClaimMove) -> Row:
    part = _telling(move)
    return Row(
        (
            Cell(_whole(material, move), worded(move.claim_id, "id")),
            words(was(move, part)),
            _is(material, move, part),
            Cell(state=move.after.state),
        )
    )


def asked(material: Material, delta: Delta) -> Slide | None:
    """Decisions needed, those that rest on changed claims first, with what waiting costs.

    Args:
        material: Snapshot, strategy and evidence of now.
        delta: What moved.
    """
    changed = {m.claim_id for m in delta.moved}
    every = [d for d in material.document.decisions if not d.decided]
    touched = [d for d in every if changed & set(d.rests_on)]
    found = [*touched, *(d for d in every if d not in touched)][:MOST]
    if not found:
        return None
    spelled = material.snapshot.manifest.reckoning.spelled
    rows = tuple(
        Row(
            (
                Cell(capital(material.sentence(d.question)), worded(", ".join(d.rests_on), "id"), bold=True),
                Cell(worded("; ".join(o.rstrip(".") for o in d.options))),
                statement_cell(material, d.cost_of_waiting)
                if d.cost_of_waiting
                else words("not said", tone=Tone.QUIET),
                owner_cell(material, d.owner),
                words(spelled(d.by) if d.by else "not set", tone=Tone.QUIET),
            ),
            emphasised=d in touched,
        )
        for d in found
    )
    heads = ("Decision", "Options", "Cost of waiting", "Owner", "By")
    shares = (3.0, 3.0, 2.0, 0.0, 0.0)
    columns = tuple(Column(h, share=s) for h, s in zip(heads, shares, strict=True))
    some = stated(float(len(touched)), "decisions", DOCUMENT) if touched else "none"
    return Slide(
        _CHAPTER,
        "Decisions needed",
        (
            say(
                "We ask for ",
                _count(len(found), "decisions"),
                "; ",
                some,
                f" of them {'rests' if len(touched) <= 1 else 'rest'} on claims that changed",
            ),
        ),
        say("Those that rest on changed claims come first"),
        (Placed(Table(columns, rows, dense=len(rows) > 4)),),
    )


def changed_rows(moves: Sequence[ClaimMove]) -> tuple[Row, ...]:
    """The changed claims with all their figures before and now, for the evidence.

    Args:
        moves: The claims.
    """
    return tuple(_evidence_row(m) for m in moves)


def _evidence_row(move: ClaimMove) -> Row:
    readings = move.after.readings
    counts = sorted({r.n for r in readings})
    n = "none" if not counts else f"{counts[0]:,}" + (f" to {counts[-1]:,}" if len(counts) > 1 else "")
    before = "; ".join(was(move, at) for at in range(len(move.after.figures)))
    now = "; ".join(_now(part) for part in move.after.figures)
    state = tokens.STATES[move.after.state]
    return Row(
        (
            words(move.claim_id, bold=True),
            words(before),
            words(now),
            words(f"{state.glyph} {state.word}", bold=True),
            words(n),
            words(readings[0].fingerprint[:8] if readings else "", tone=Tone.QUIET),
        )
    )


def _now(part: FigureEvidence) -> str:
    interval = _interval(part).text
    text = spell(part.now.value, part.figure.unit)
    return f"{text} ({interval})" if interval else text
