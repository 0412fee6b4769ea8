"""What the data say: the findings of the deck's story, set as text with their charts and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from custrata.delivery.deck import slides as deck
from custrata.delivery.deck.ledger import Ledger, write_up
from custrata.delivery.deck.material import period_text, worded
from custrata.delivery.deck.slides import Slide
from custrata.delivery.deck.storyline import board_deck
from custrata.delivery.deliverable import Given
from custrata.delivery.paper.book.drawing import svg_of
from custrata.delivery.paper.page import (
    Band,
    Block,
    Cell,
    Chart,
    Column,
    Grid,
    Heading,
    Line,
    Lines,
    Pair,
    Row,
    Spot,
    Tone,
    Track,
    Voice,
)

_TOLD = frozenset(
    {
        "Base",
        "Portfolio",
        "Economics",
        "Customers",
        "Behaviour",
        "Lifecycle",
        "Market",
        "Service",
        "Behind the story",
    }
)
"""Chapters of the deck that tell of the data; the others tell parts of the strategy, which the book has."""
_IN_THE_PLAN = "Plan by stage"
"""Topic of slides that show what stands in the chapter of the plan."""
_WIDE, _NARROW = 16.6, 12.5
_LETTERS, _OF_TRACK = 106, 28
"""Letters of small type that stand on a line of the book, and those that a track takes from it."""
_SENTENCE, _MARGIN, _NAME, _SMALL = 60, 2.0, 20, 0.85
"""Letters of a sentence that a column tries to set on one line, of its margins, of a name that keeps to one
line, and the width of a letter of small print beside one of text."""
_VOICE = {deck.Tone.QUIET: Voice.QUIET, deck.Tone.PROPOSAL: Voice.PROPOSAL}
_PANEL = {
    deck.Voice.COMPUTED: Voice.STATED,
    deck.Voice.PROPOSAL: Voice.PROPOSAL,
    deck.Voice.AGREED: Voice.AGREED,
    deck.Voice.GAP: Voice.GAP,
    deck.Voice.DECISION: Voice.PROPOSAL,
}


def findings(given: Given) -> tuple[tuple[Block, ...], Ledger]:
    """The findings as blocks, and the ledger of every figure that they print."""
    story = board_deck(given.snapshot, given.document, given.evidence, example=given.example).slides
    told = [
        s for s in story if not s.appendix and s.chapter in _TOLD and not s.topic.startswith(_IN_THE_PLAN)
    ]
    numbered = [replace(s, number=at) for at, s in enumerate(told, start=1)]
    ledger = write_up(numbered)
    blocks: list[Block] = []
    for slide in numbered:
        blocks += (b for b in _finding(slide, ledger) if not isinstance(b, Band) or b not in blocks)
    return tuple(blocks), ledger


def _finding(slide: Slide, ledger: Ledger) -> list[Block]:
    title = slide.titles[0]
    lead = Line(slide.measured, Voice.QUIET) if slide.measured.text else None
    blocks: list[Block] = [Heading(Line(title), 2, lead, f"{slide.chapter} · {slide.topic}")]
    for placed in slide.exhibits:
        blocks += exhibit(placed.exhibit, title.text, wide=placed.span > 7)
    blocks = _side_by_side(blocks)
    if slide.so_what.text:
        blocks.append(Band("So what:", Line(slide.so_what)))
    foot = evidence_of(slide, ledger)
    if foot:
        blocks.append(Lines("", (), note=Line(worded(foot, "evidence"), Voice.QUIET)))
    return blocks


def _side_by_side(blocks: Sequence[Block]) -> list[Block]:
    """Two panels that follow each other, beside each other."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if _is_panel(last) and _is_panel(block):
            assert isinstance(last, Lines | Grid)
            assert isinstance(block, Lines | Grid)
            found[-1] = Pair(last, block)
        else:
            found.append(block)
    return found


def _is_panel(block: Block | None) -> bool:
    return isinstance(block, Lines) or (isinstance(block, Grid) and not any(c.head for c in block.columns))


def evidence_of(slide: Slide, ledger: Ledger) -> str:
    """Ids, n, period and query of the figures of a finding, in one line."""
    entries = ledger.of_slide(slide.number)
    if not entries:
        return ""
    ids = f"{entries[0].id} to {entries[-1].id}" if len(entries) > 1 else entries[0].id
    counts = [n for e in entries if e.readings for n in e.n]
    many = f" · n {min(counts):,} to {max(counts):,}" if counts else ""
    queries = [r.fingerprint[:8] for e in entries for r in e.readings.values()]
    query = f" · query {queries[0]}" if queries else ""
    return f"Evidence {ids}{many} · {period_text(entries[0].period)}{query}"


def exhibit(shown: deck.Exhibit, finding: str, *, wide: bool) -> list[Block]:
    """One exhibit of the deck as blocks of a page.

    Args:
        shown: What the deck shows.
        finding: Title of its slide, for the description of a drawing.
        wide: Whether it took most of the slide's width.
    """
    match shown:
        case deck.Table():
            return [_table(shown)] if shown.rows else []
        case deck.FigurePanel():
            return [_figures(shown)]
        case deck.Panel():
            return [_panel(shown)]
        case _:
            drawn = svg_of(shown, 620 if wide else 470)
            heading = getattr(shown, "heading", "")
            named: list[Block] = [Heading(Line(worded(heading)), 4)] if heading else []
            return [*named, Chart(drawn, f"Chart: {finding}", _WIDE if wide else _NARROW)]


def _table(table: deck.Table) -> Grid:
    track = _track(table) if table.track is not None else None
    kept = [i for i in range(len(table.columns)) if i != table.track]
    kept = [i for i in kept if any(_says(r.cells[i]) for r in table.rows if i < len(r.cells))]
    rows = tuple(_row(r, kept, table.heat, track is not None) for r in table.rows)
    heads = [table.columns[i] for i in kept]
    shares = _shares(heads, rows, _LETTERS - (_OF_TRACK if track else 0))
    columns = tuple(Column(h.head, h.right, s) for h, s in zip(heads, shares, strict=True))
    return Grid("", columns, rows, track=track, dense=True, follows=True)


def _says(cell: deck.Cell) -> bool:
    return bool(cell.main.text or cell.small.text or cell.state)


def _shares(heads: Sequence[deck.Column], rows: Sequence[Row], room: float) -> list[float]:
    """Widths in letters: each column takes its longest word, or figure; sentences share what is left."""
    least: list[float] = []
    whole: list[float] = []
    for at, head in enumerate(heads):
        lines = [x for r in rows if at < len(r.cells) for x in r.cells[at].lines]
        words = [len(w) for t in (head.head, *(x.words.text for x in lines)) for w in t.split()]
        longest = max((max(len(x.words.text), _SMALL * len(x.tail)) for x in lines), default=0.0)
        none_broken = longest if head.right else min(longest, _NAME) if at == 0 else 0.0
        least.append(_MARGIN + max([*words, none_broken], default=0.0))
        whole.append(max(least[-1], _MARGIN + min(longest, _SENTENCE)))
    wanted = sum(whole) - sum(least)
    part = max(0.0, min(1.0, (room - sum(least)) / wanted)) if wanted else 0.0
    return [few + part * (many - few) for few, many in zip(least, whole, strict=True)]


def _row(row: deck.Row, kept: Sequence[int], heat: bool, tracked: bool) -> Row:
    cells = tuple(_cell(row.cells[i], heat) for i in kept if i < len(row.cells))
    spot = None
    if tracked and row.now is not None and row.now.value is not None:
        low, high = row.now.ends
        target = row.target.value if row.target is not None else None
        spot = Spot(row.now.value, low, high, target=target)
    return Row(cells, spot)


def _cell(cell: deck.Cell, heat: bool) -> Cell:
    tail = cell.small.text
    if cell.state is not None:
        return Cell((Line(state=cell.state, tail=tail),))
    line = Line(cell.main, _VOICE.get(cell.tone, Voice.STATED), tail, bold=cell.bold)
    return Cell((line,) if cell.main.text or tail else (), heat=cell.heat if heat else None)


def _track(table: deck.Table) -> Track:
    low, high = table.reach
    room = 0.06 * (high - low)
    rules = (table.level,) if table.level is not None else ()
    head = table.columns[table.track or 0].head
    return Track(low - room, high + room, (), rules, head=head, width=4.0)


def _figures(panel: deck.FigurePanel) -> Grid:
    rows = tuple(
        Row(
            (
                Cell((Line(worded(r.figure.text, "figure"), bold=True),)),
                Cell((Line(r.words, Voice.STATED, r.evidence, r.state),)),
            )
        )
        for r in panel.rows
    )
    return Grid(panel.heading, (Column("", share=0), Column("", share=1)), rows, level=4, follows=True)


def _panel(panel: deck.Panel) -> Lines:
    voice = _PANEL[panel.voice]
    lines = []
    for item in panel.items:
        owner = item.owner.removeprefix("◊ Proposal · ").removeprefix("◊ ")
        words, head = (item.words, item.head.text) if item.words.text else (item.head, "")
        lines.append(Line(words, voice, owner, head=head))
    tone = Tone.PROPOSAL if voice is Voice.PROPOSAL else Tone.ACCENT
    return Lines(panel.heading, tuple(lines), tone, level=4)
