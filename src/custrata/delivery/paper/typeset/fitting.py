"""One page exactly: what is least supported leaves a full page, and the page says how much left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from custrata.delivery.paper.page import Band, Block, Grid, Line, Lines, Pack, Pair, Sheet, lines_of
from custrata.delivery.paper.typeset.encoding import pack_data
from custrata.delivery.paper.typeset.typesetting import pages
from custrata.errors import DeliveryError

_AIR = (9.0, 5.0, 3.0, 1.5, 0.0)
"""Room between rows that is tried, in points: a page that has some to spare is set wider."""
_SCALES = (1.5, 1.35, 1.2, 1.1)
"""Sizes that are tried before the usual one: a page on which little is said is set larger."""
_WIDEST = ((2, 1.5), (3, 1.35), (4, 1.2))
"""Columns up to which a page may be set larger, and how much; beyond them its words would break."""
_SHOWN = 90
"""Letters of a text that an error quotes."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something that may leave stands: block, side of a pair, position, and its support."""

    block: int
    side: str
    position: int
    support: float
    last: bool


def fitted(pack: Pack) -> Pack:
    """The pack with every sheet on one page.

    Args:
        pack: Sheets with all their rows.

    Returns:
        The sheets, each without its least supported rows where it ran over.

    Raises:
        DeliveryError: If a sheet does not fit although everything that may leave has left.
    """
    return replace(pack, sheets=tuple(_fitted(pack, sheet) for sheet in pack.sheets))


def _fitted(pack: Pack, sheet: Sheet) -> Sheet:
    def fits(candidate: Sheet) -> bool:
        return pages("sheets", pack_data(replace(pack, sheets=(candidate,)))) <= 1

    for scale in (s for s in _SCALES if s <= _largest(sheet)):
        if fits(larger := replace(sheet, scale=scale, air=_AIR[0])):
            return larger
    for air in _AIR:
        if fits(airy := replace(sheet, air=air)):
            return airy
    order = _order(sheet)
    low, high = 1, len(order)
    if not order or not fits(_without(sheet, order)):
        raise _too_long(sheet)
    while low < high:
        middle = (low + high) // 2
        if fits(_without(sheet, order[:middle])):
            high = middle
        else:
            low = middle + 1
    return _without(sheet, order[:high])


def _largest(sheet: Sheet) -> float:
    """How large a page may be set: words must still fit their columns."""
    grids = [b for block in sheet.blocks for b in _parts(block) if isinstance(b, Grid)]
    many = max((len(g.columns) + 2 * (g.track is not None) for g in grids), default=0)
    if sheet.landscape:
        many //= 2  # a page that lies holds twice the columns
    return next((scale for columns, scale in _WIDEST if many <= columns), 1.1)


def _parts(block: Block) -> tuple[Block, ...]:
    return (block.left, block.right) if isinstance(block, Pair) else (block,)


def _order(sheet: Sheet) -> list[_Place]:
    """What may leave, in the order in which it leaves: the last of a block only when all others have."""
    found = list(_places(sheet))
    return sorted(found, key=lambda p: (p.last, p.support, -p.position, -p.block))


def _places(sheet: Sheet) -> Iterator[_Place]:
    for at, block in enumerate(sheet.blocks):
        sides = {"": block} if not isinstance(block, Pair) else {"left": block.left, "right": block.right}
        for side, inner in sides.items():
            if isinstance(inner, Grid):
                kept = [(i, r.rank) for i, r in enumerate(inner.rows) if not r.keep]
                yield from _of(at, side, kept, len(kept) == len(inner.rows))
            elif isinstance(inner, Lines) and not inner.keep:
                yield from _of(at, side, [(i, x.support) for i, x in enumerate(inner.lines)], True)


def _of(at: int, side: str, ranked: list[tuple[int, float]], all_may_leave: bool) -> Iterator[_Place]:
    best = max(ranked, key=lambda r: (r[1], -r[0]), default=(-1, 0.0))[0]
    for position, support in ranked:
        yield _Place(at, side, position, support, all_may_leave and position == best)


def _without(sheet: Sheet, gone: list[_Place]) -> Sheet:
    blocks: list[Block] = []
    for at, block in enumerate(sheet.blocks):
        here = [p for p in gone if p.block == at]
        if isinstance(block, Pair):
            left = _shortened(block.left, {p.position for p in here if p.side == "left"})
            right = _shortened(block.right, {p.position for p in here if p.side == "right"})
            blocks.append(Pair(left, right))
        elif isinstance(block, Lines | Grid):
            blocks.append(_shortened(block, {p.position for p in here}))
        else:
            blocks.append(block)
    return replace(sheet, blocks=tuple(blocks))


def _shortened(block: Lines | Grid, gone: set[int]) -> Lines | Grid:
    if not gone:
        return block
    more = block.more + len(gone)
    if isinstance(block, Grid):
        return replace(block, rows=tuple(r for i, r in enumerate(block.rows) if i not in gone), more=more)
    return replace(block, lines=tuple(x for i, x in enumerate(block.lines) if i not in gone), more=more)


def _too_long(sheet: Sheet) -> DeliveryError:
    texts = [sheet.finding, *(b.line for b in sheet.blocks if isinstance(b, Band))]
    texts += [x for b in sheet.blocks for x in lines_of(b)]
    longest = max(texts, key=lambda x: len(x.words.text), default=Line()).words.text
    return DeliveryError(
        f"“{sheet.kind}” does not fit one page, although all that may leave has left it",
        where=f"{longest[:_SHOWN]}…" if len(longest) > _SHOWN else longest,
        remedy="shorten the longest texts of the part that the page is made from, this one first",
    )
