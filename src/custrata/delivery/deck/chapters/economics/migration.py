"""Who moved between tiers since the window before: a flow from rows to columns."""

from __future__ import annotations

from collections.abc import Callable

from custrata.delivery.deck.chapters.economics import asking
from custrata.delivery.deck.chapters.pieces import number, words
from custrata.delivery.deck.material import Material, title_case
from custrata.delivery.deck.slides import (
    Cell,
    Column,
    FigurePanel,
    FigureRow,
    Placed,
    Row,
    Slide,
    Table,
)
from custrata.delivery.figures import Figure, Prose, derived, figure, say
from custrata.vocabulary import Reading, Tier

_ORDER = [t.value for t in Tier]
Flow = dict[tuple[str, str], Reading]


def moves(material: Material) -> Slide | None:
    """Tiers before as rows, tiers now as columns; the diagonal stayed."""
    found = asking.points(material, "tier_moves", "tier_before", "tier_now")
    flow: Flow = {(r.segment[0][1], r.segment[1][1]): r for r in found if r.value}
    before = sorted({b for b, _ in flow}, key=_place)
    now = sorted({n for _, n in flow}, key=_place)
    if len([b for b in before if b in _ORDER]) < 2 or len([n for n in now if n in _ORDER]) < 2:
        return None
    heads = [Column("Before", share=0, least=3.2), Column("Customers", right=True, share=0, least=2.6)]
    heads += [Column(title_case(n), right=True, least=2.2) for n in now]
    rows = tuple(_row(flow, b, now) for b in before)
    panel = _panel(material)
    placed = [Placed(Table(tuple(heads), rows, heat=True), 0, 8 if panel else 12)]
    if panel:
        placed.append(Placed(FigurePanel("What moved", panel), 8, 4))
    return Slide(
        "Portfolio",
        "Moves between tiers",
        _titles(material, flow),
        say(
            "Customers by tier one period ago (rows) and now (columns); "
            "the stronger the colour, the larger the part of the row"
        ),
        tuple(placed),
        say("ask those who fell while they can still be asked, those who brought most first"),
    )


def _place(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)


def _row(flow: Flow, before: str, now: list[str]) -> Row:
    found = [flow[(before, n)] for n in now if (before, n) in flow]
    total = sum(r.value or 0.0 for r in found)
    whole = derived(total, "customers", found, f"{before} before, now in any tier")
    cells = [words(title_case(before), bold=True), number(whole)]
    for name in now:
        reading = flow.get((before, name))
        if reading is None:
            cells.append(Cell())
            continue
        part = (reading.value or 0.0) / (total or 1.0)
        heat = 0 if part < 0.02 else min(4, 1 + int(part * 4))
        cells.append(Cell(say(figure(reading)), heat=heat, bold=before == name))
    return Row(tuple(cells))


def _panel(material: Material) -> tuple[FigureRow, ...]:
    rows = []
    for measure, text in (
        ("moved_up", "of those there in both periods stand in a higher tier"),
        ("moved_down", "stand in a lower one"),
        ("moved_by_others", "of those who moved did so only because others moved"),
    ):
        value = asking.shown(material, measure)
        if value is not None:
            rows.append(FigureRow(value, say(text, asking.between(value))))
    return tuple(rows)


def _titles(material: Material, flow: Flow) -> tuple[Prose, ...]:
    up = _sum(flow, lambda b, n: n < b, "customers who stand in a higher tier than before")
    down = _sum(flow, lambda b, n: n > b, "customers who stand in a lower tier than before")
    lead = say(up, " customers moved up a tier, ", down, " moved down")
    money = asking.points(material, "tier_moves_value", "tier_before", "tier_now")
    fell = [r for r in money if _between_tiers(r) and _rank(r, 1) > _rank(r, 0) and r.value is not None]
    gone = [r for r in money if r.segment[1][1] not in _ORDER and r.value is not None]
    lost = fell or gone
    if not lost:
        return (lead,)
    total = sum(r.value or 0.0 for r in lost)
    size = derived(abs(total), lost[0].unit, lost, "sum over these moves, without its sign")
    if total >= 0:
        return (lead,)
    who = "those who fell" if fell else "those who are gone"
    return (say(lead, f"; {who} bring ", size, " less"), lead)


def _between_tiers(reading: Reading) -> bool:
    return all(value in _ORDER for _, value in reading.segment)


def _rank(reading: Reading, place: int) -> int:
    return _ORDER.index(reading.segment[place][1])


def _sum(flow: Flow, moved: Callable[[int, int], bool], how: str) -> Figure:
    found = [r for r in flow.values() if _between_tiers(r) and moved(_rank(r, 0), _rank(r, 1))]
    rests = found or list(flow.values())
    return derived(sum(r.value or 0.0 for r in found), "customers", rests, how)
