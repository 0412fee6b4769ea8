"""Who we win with: signs of customers who stay and earn, and red flags, each with its interval."""

from __future__ import annotations

from custrata.delivery.deck.chapters.pieces import number, owned, with_interval
from custrata.delivery.deck.material import Material, capital, without_stop, worded
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
    Voice,
)
from custrata.delivery.figures import Prose, rests_on, say
from custrata.strategy.parts.papers.profile import Profile, Sign
from custrata.strategy.parts.statement import Claim, Gap, Statement

_MOST = 8


def profile(material: Material) -> Slide | None:
    """The first profile with signs that data can show."""
    for one in material.document.profiles:
        signs = [s for s in one.signs if isinstance(s.statement, Claim) and s.statement.figures]
        if signs:
            return _slide(material, one, signs)
    return None


def _slide(material: Material, one: Profile, signs: list[Sign]) -> Slide:
    good = [s for s in signs if not s.red_flag]
    ordered = (good + [s for s in signs if s.red_flag])[:_MOST]
    rows = tuple(_row(material, s) for s in ordered)
    level = 1.0 if any(r.now and r.now.readings[0].unit == "ratio" for r in rows if r.now) else None
    table = Table(
        (
            Column("Sign", share=2),
            Column("n", right=True, share=0),
            Column("Reading", right=True, share=0, least=2.6),
            Column("Estimate and interval", share=1, least=4.5),
            Column("State", share=0),
        ),
        rows,
        dense=len(rows) > 5,
        track=3,
        level=level,
    )
    return Slide(
        "Customers",
        "Who we win with",
        _titles(material, one, signs),
        say("Signs of the profile and red flags, found on some customers and checked on others"),
        (Placed(table, 0, 8), *_beside(material, one)),
        say("give sales the red flags too: a customer who does not fit costs more than one who says no"),
    )


def _titles(material: Material, one: Profile, signs: list[Sign]) -> tuple[Prose, ...]:
    found = []
    if not isinstance(one.statement, Gap):
        found.append(without_stop(capital(material.sentence(one.statement))))
    first = signs[0].statement
    found.append(without_stop(capital(material.sentence(first))))
    return tuple(found)


def _row(material: Material, sign: Sign) -> Row:
    claim = sign.statement
    assert isinstance(claim, Claim)
    shown = material.bound(claim.figures[0], claim.id)
    state = material.state_of(claim.id)
    return Row(
        (
            Cell(material.sentence(claim), worded(_kind(sign) + claim.id, "id"), tone=_tone(sign)),
            number(rests_on(shown.readings[0]) if shown.readings else None),
            with_interval(shown),
            Cell(),
            Cell(state=state) if state else Cell(),
        ),
        now=shown if shown.readings else None,
    )


def _kind(sign: Sign) -> str:
    return "red flag, " if sign.red_flag else ""


def _tone(sign: Sign) -> Tone:
    return Tone.LOSS if sign.red_flag else Tone.INK


def _beside(material: Material, one: Profile) -> tuple[Placed, ...]:
    parts: list[Statement] = [one.statement, *one.disqualified[:2]]
    heads = ("The profile", *("Whom not to serve" for _ in one.disqualified[:2]))
    items = tuple(
        Item(say(h) if not i or heads[i - 1] != h else Prose(), material.sentence(p))
        for i, (h, p) in enumerate(zip(heads, parts, strict=True))
    )
    voice = (
        Voice.GAP if isinstance(one.statement, Gap) else (Voice.AGREED if material.agreed else Voice.PROPOSAL)
    )
    last = Item(items[-1].head, items[-1].words, owned(material, one.owner))
    return (Placed(Panel("", (*items[:-1], last), voice), 8, 4),)
