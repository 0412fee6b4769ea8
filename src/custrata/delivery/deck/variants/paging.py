"""A slide as it will be printed: one title that fits, tables on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from custrata.delivery import tokens
from custrata.delivery.deck import grid, layout, lettering
from custrata.delivery.deck.material import worded
from custrata.delivery.deck.slides import Panel, Placed, Slide, Table
from custrata.delivery.figures import Name, Prose, say

_BETWEEN = 0.9
_LONGEST_NAME, _SHORTEST_NAME = 120, 16
"""Letters that a name in a title keeps when the title is cut."""


def titled(slide: Slide) -> Slide:
    """The slide with the first of its titles that fits two lines, or one in the appendix."""
    texts = [t.text for t in slide.titles]
    most = 1 if slide.appendix else 2
    chosen = lettering.first_that_fits(texts, tokens.TITLE_PT, grid.now().title.w, most, bold=True)
    return replace(slide, titles=(_fitted(slide.titles[chosen]),))


def _fitted(title: Prose) -> Prose:
    """The title itself, or with its names cut where even the shortest wording takes a third line."""
    longest = max((len(n.text) for n in title.names), default=0)
    fitted, room = title, min(longest, _LONGEST_NAME)
    while _lines(fitted) > 2 and room >= _SHORTEST_NAME:
        fitted = Prose(tuple(_cut(p, room) if isinstance(p, Name) else p for p in title.parts))
        room -= 8
    return fitted


def _lines(title: Prose) -> int:
    return lettering.lines(title.text, tokens.TITLE_PT, grid.now().title.w, bold=True)


def _cut(name: Name, room: int) -> Name:
    if len(name.text) <= room:
        return name
    tail = " " if name.text.endswith(" ") else ""
    return Name(f"{name.text[: room - 1].rstrip()}…{tail}", name.source)


def paged(slides: Iterable[Slide]) -> list[Slide]:
    """All slides with one title each; a table that is too high goes on to a further page.

    Args:
        slides: Slides as their chapters made them.
    """
    return [page for slide in slides for page in _pages(titled(slide))]


def _pages(slide: Slide) -> list[Slide]:
    zone = grid.exhibit_zone(so_what=bool(slide.so_what.text), appendix=slide.appendix)
    first: list[Placed] = []
    rest: list[Placed] = []
    for placed in slide.exhibits:
        room = grid.part_of(zone, placed.first, placed.span, placed.top, placed.height)
        match placed.exhibit:
            case Panel():
                first.append(replace(placed, exhibit=layout.fitting(placed.exhibit, room.w, room.h)))
            case Table():
                pages = layout.best_set(placed.exhibit, room.w - 0.32, room.h)
                first.append(replace(placed, exhibit=pages[0]))
                rest += [replace(placed, exhibit=page) for page in pages[1:]]
            case _:
                first.append(placed)
    if not rest:
        return [replace(slide, exhibits=tuple(first))]
    count = len(rest) + 1
    found = [replace(slide, exhibits=tuple(first), topic=f"{slide.topic}, 1 of {count}")]
    for at, placed in enumerate(rest, start=2):
        title = say(slide.titles[0], worded(f" ({at} of {count})", "page"))
        found.append(
            replace(slide, exhibits=(placed,), titles=(title,), topic=f"{slide.topic}, {at} of {count}")
        )
    return found


def stacked(upper: Slide | None, lower: Slide | None) -> tuple[Slide, ...]:
    """Two slides with a table each on one, the second beneath the first, where both fit; else as they are.

    Args:
        upper: Its title and consequence stay.
        lower: Its table goes beneath, and its topic into the line under the title.
    """
    both = tuple(s for s in (upper, lower) if s is not None)
    if upper is None or lower is None or any(len(s.exhibits) != 1 for s in both):
        return both
    zone = grid.exhibit_zone(so_what=bool(upper.so_what.text), appendix=False)
    tables = [replace(t, dense=True) for s in both if isinstance(t := s.exhibits[0].exhibit, Table)]
    needs = [layout.lay(t, zone.w, 0.0).height for t in tables]
    if len(tables) != 2 or sum(needs) + _BETWEEN > zone.h:
        return both
    gap = _BETWEEN / zone.h
    free = zone.h - _BETWEEN - needs[1]
    share = min(needs[0] + layout.DENSE_GROWTH * len(tables[0].rows), free) / zone.h
    placed = (Placed(tables[0], height=share), Placed(tables[1], top=share + gap, height=1 - share - gap))
    topic = f"{upper.topic}, {lower.topic[:1].lower()}{lower.topic[1:]}"
    return (replace(upper, topic=topic, exhibits=placed),)


def paired(slides: Sequence[Slide]) -> list[Slide]:
    """The slides with neighbours stacked in pairs, where both fit one slide.

    Args:
        slides: Slides with a table each, in order.
    """
    found: list[Slide] = []
    left = list(slides)
    while left:
        first, second = left[0], left[1] if len(left) > 1 else None
        both = stacked(first, second)
        found.append(both[0])
        left = left[2:] if len(both) == 1 and second is not None else left[1:]
    return found


def told_apart(slides: Iterable[Slide]) -> list[Slide]:
    """The slides with titles of which no two are the same."""
    seen: dict[str, int] = {}
    found = []
    for slide in slides:
        text = slide.titles[0].text
        seen[text] = seen.get(text, 0) + 1
        if seen[text] > 1:
            slide = replace(slide, titles=(say(slide.titles[0], worded(f" ({seen[text]})", "page")),))
        found.append(slide)
    return found


def numbered(slides: Iterable[Slide], first: int) -> tuple[Slide, ...]:
    """The slides with their places in a deck.

    Args:
        slides: The slides in order.
        first: Number of the first one.
    """
    return tuple(replace(slide, number=number) for number, slide in enumerate(slides, start=first))
