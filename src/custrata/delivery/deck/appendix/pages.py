"""The pages of the appendix: tables of one width, or two narrow ones side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from custrata.delivery.deck import grid, layout
from custrata.delivery.deck.material import worded
from custrata.delivery.deck.slides import Placed, Slide, Table
from custrata.delivery.figures import NOTHING, Prose, say

_HALF = 6
_MOST_ROWS = 11
_BETWEEN = 0.9


def wide(topic: str, title: Prose, table: Table, short: Prose = NOTHING) -> tuple[Slide, ...]:
    """Pages of a table that takes the whole width, at most eleven rows each.

    Args:
        topic: What the pages are about.
        title: Title of the first one.
        table: All rows.
        short: The same in fewer words, where the title may be too long for one line.
    """
    if not table.rows:
        return ()
    zone = grid.exhibit_zone(so_what=False, appendix=True)
    pages = layout.split(table, zone.w, zone.h, _MOST_ROWS)
    found = _slides(topic, title, [(Placed(page),) for page in pages])
    titles = (title, short) if short.text else (title,)
    return (replace(found[0], titles=titles), *found[1:])


def twin(topic: str, title: Prose, table: Table) -> tuple[Slide, ...]:
    """Pages of a narrow table that is set in two columns, at most eleven rows in each.

    Args:
        topic: What the pages are about.
        title: Title of the first one.
        table: All rows.
    """
    if not table.rows:
        return ()
    zone = grid.exhibit_zone(so_what=False, appendix=True)
    half = grid.part_of(zone, 0, _HALF)
    columns = _even(layout.split(table, half.w, zone.h, _MOST_ROWS))
    pairs = [columns[at : at + 2] for at in range(0, len(columns), 2)]
    placed = [tuple(Placed(part, place * _HALF, _HALF) for place, part in enumerate(pair)) for pair in pairs]
    return _slides(topic, title, placed)


def _even(columns: tuple[Table, ...]) -> tuple[Table, ...]:
    """An odd column at the end is set in two, so that no page is half empty."""
    last = columns[-1]
    if len(columns) % 2 == 0 or len(last.rows) < 2:
        return columns
    cut = (len(last.rows) + 1) // 2
    return (*columns[:-1], replace(last, rows=last.rows[:cut]), replace(last, rows=last.rows[cut:]))


def together(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Neighbours whose tables fit one page stand on one, the second beneath the first.

    Args:
        slides: Pages with one wide table each, in order.
    """
    found: list[Slide] = []
    for slide in slides:
        joined = _joined(found[-1], slide) if found else None
        if joined is None:
            found.append(slide)
        else:
            found[-1] = joined
    return tuple(found)


def _joined(upper: Slide, lower: Slide) -> Slide | None:
    zone = grid.exhibit_zone(so_what=False, appendix=True)
    tables = [p.exhibit for s in (upper, lower) for p in s.exhibits if isinstance(p.exhibit, Table)]
    if len(tables) != 2 or len(upper.exhibits) != 1 or len(lower.exhibits) != 1:
        return None
    needs = [layout.lay(t, zone.w, 0.0).height for t in tables]
    if sum(needs) + _BETWEEN > zone.h:
        return None
    share, gap = needs[0] / zone.h, _BETWEEN / zone.h
    placed = (
        Placed(tables[0], height=share),
        Placed(tables[1], top=share + gap, height=1 - share - gap),
    )
    return replace(upper, topic=f"{upper.topic}; {lower.topic[:1].lower()}{lower.topic[1:]}", exhibits=placed)


def _slides(topic: str, title: Prose, pages: Sequence[tuple[Placed, ...]]) -> tuple[Slide, ...]:
    found = []
    for at, exhibits in enumerate(pages, start=1):
        where = f"{topic}, page {at} of {len(pages)}" if len(pages) > 1 else topic
        first = title if at == 1 else say(topic, worded(f", page {at} of {len(pages)}", "page"))
        found.append(Slide("Appendix", where, (first,), exhibits=exhibits, appendix=True))
    return tuple(found)


def slides_text(numbers: set[int]) -> str:
    """Numbers of slides as a list; runs of three and more are drawn together.

    Example:
        >>> slides_text({2, 5, 6, 7, 9})
        '2, 5–7, 9'
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run(r) for r in runs) or "none"


def _run(run: list[int]) -> str:
    return f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(str(n) for n in run)


def chunks(pieces: Sequence[str], most: int) -> list[str]:
    """Pieces joined into texts of at most so many letters; one longer piece stands alone.

    Args:
        pieces: What is joined, in order.
        most: Letters a text holds.

    Example:
        >>> chunks(["one", "two", "three"], 8)
        ['one; two', 'three']
    """
    found, now = [], ""
    for piece in pieces:
        joined = f"{now}; {piece}" if now else piece
        if now and len(joined) > most:
            found.append(now)
            now = piece
        else:
            now = joined
    return [*found, now]
