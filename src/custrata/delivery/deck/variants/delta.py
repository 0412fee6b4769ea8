"""The deck of what moved since the build before: at most six slides, or one that says that nothing did."""

from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck import grid, layout
from custrata.delivery.deck.appendix import pages
from custrata.delivery.deck.chapters import movement
from custrata.delivery.deck.chapters.economics import migration
from custrata.delivery.deck.chapters.pieces import words
from custrata.delivery.deck.chapters.strategy import moved, unmoved
from custrata.delivery.deck.ledger import Ledger, write_up
from custrata.delivery.deck.material import Material
from custrata.delivery.deck.slides import Column, Deck, Placed, Row, Slide, Table
from custrata.delivery.deck.variants.binding import finished, with_words
from custrata.delivery.deck.variants.paging import numbered, titled
from custrata.delivery.figures import say
from custrata.errors import DeliveryError
from custrata.evidence.moved import Delta

TITLE = "What moved"
MOST = 6
_PIECE = 1500
MOST_ROWS = 11
_BETWEEN = 0.5
_RESTS = (Column("Rests on", share=0, least=3.6), Column("Figures as printed", share=5))
_HEADS = (
    Column("Id", share=0),
    Column("Was", share=1),
    Column("Is (interval)", share=1),
    Column("State", share=0),
    Column("n", right=True, share=0),
    Column("Query", share=0),
)


def delta_deck(material: Material, delta: Delta | None, *, example: str = "") -> Deck:
    """What moved, what broke, what held, what is to be decided, and the evidence of it.

    Args:
        material: Snapshot, strategy and evidence of now.
        delta: What moved; None where there is no earlier snapshot.
        example: Words that open the evidence line when the data are no company's own.

    Raises:
        DeliveryError: There is no earlier snapshot.
    """
    if delta is None:
        raise DeliveryError(
            "there is no earlier snapshot to compare with",
            where="delta",
            remedy="build again when new data have come: what moved lies between two snapshots",
        )
    story = numbered([_one_page(titled(s)) for s in _story(material, delta)], 1)
    ledger = write_up(story)
    told = with_words(material, story, ledger, example)
    if story[0].topic == unmoved.NOTHING:
        return finished(material, None, told, TITLE, example)
    last = numbered([titled(_evidence(delta, ledger))], len(story) + 1)
    foot = f"Snapshots {delta.before.fingerprint[:16]} and {delta.after.fingerprint[:16]}"
    behind = tuple(replace(s, evidence=foot, note_lines=(f"{s.titles[0].text}.", foot)) for s in last)
    return finished(material, None, (*told, *behind), TITLE, example)


def _story(material: Material, delta: Delta) -> list[Slide]:
    if not (delta.moved or delta.stronger or delta.now_read):
        return [unmoved.nothing(delta)]
    made = (
        moved.what_moved(material, delta) if delta.moved else None,
        _base(material),
        moved.broke(material, delta),
        moved.held(material, delta),
        moved.asked(material, delta),
    )
    return [s for s in made if s is not None][: MOST - 1]


def _base(material: Material) -> Slide | None:
    """How the base moved: customers in and out, and beside it who moved between tiers."""
    tiers = migration.moves(material)
    bridge = movement.customer_bridge(material) if tiers else movement.revenue_bridge(material)
    if bridge is None or tiers is None:
        only = bridge or tiers
        return None if only is None else replace(only, chapter=TITLE)
    beside = (
        Placed(bridge.exhibits[0].exhibit, 0, 5),
        Placed(tiers.exhibits[0].exhibit, 5, 7),
    )
    return replace(bridge, chapter=TITLE, topic="Moves in the base", exhibits=beside)


def _one_page(slide: Slide) -> Slide:
    """The slide with as many rows as one page holds: what moved is told in six slides."""
    zone = grid.exhibit_zone(so_what=bool(slide.so_what.text), appendix=slide.appendix)
    placed = []
    for one in slide.exhibits:
        if isinstance(one.exhibit, Table) and not one.exhibit.heat:
            room = grid.part_of(zone, one.first, one.span, one.top, one.height)
            one = replace(one, exhibit=layout.best_set(one.exhibit, room.w, room.h)[0])
        placed.append(one)
    return replace(slide, exhibits=tuple(placed))


def _evidence(delta: Delta, ledger: Ledger) -> Slide:
    """Told claims with all their figures, and every other figure of these slides."""
    told = [m for m in delta.moves if m.claim_id in ledger.claims]
    rows, zone = moved.changed_rows(told), grid.exhibit_zone(so_what=False, appendix=True)
    most = min(len(rows), MOST_ROWS)
    while True:
        upper = Table(_HEADS, rows[:most], dense=True)
        lower = Table(_RESTS, _rest(ledger, rows[most:]), dense=True)
        needs = [layout.lay(t, zone.w, 0.0).height for t in (upper, lower)]
        if sum(needs) + _BETWEEN <= zone.h or most <= 1:
            break
        most -= 1
    top = (needs[0] + _BETWEEN) / zone.h
    claims = (Placed(upper, height=needs[0] / zone.h),) if told else ()
    beneath = Placed(lower, top=top if told else 0.0, height=1 - top if told else 1.0)
    title = say("Evidence of the claims that changed")
    return Slide("Appendix", "Evidence", (title,), exhibits=(*claims, beneath), appendix=True)


def _rest(ledger: Ledger, more: tuple[Row, ...]) -> tuple[Row, ...]:
    """Readings and statements of the slides, and claims that found no row, drawn together."""
    read = "; ".join(f"{e.id} {e.title} {e.printed}" for e in ledger.entries.values())
    rest = "; ".join(dict.fromkeys(s.text.strip() for s in ledger.statements.values()))
    claims = "; ".join(" ".join(c.main.text for c in row.cells if c.main.text) for row in more)
    rows = [
        (name, chunk)
        for name, text in (("More claims", claims), ("Readings", read), ("Strategy, names", rest))
        for chunk in pages.chunks(text.split("; "), _PIECE)
        if chunk
    ]
    return tuple(Row((words(name, bold=True), words(text))) for name, text in rows)
