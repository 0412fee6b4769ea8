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
from custrata.delivery.paper.book.listing import is_narrow
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
_WIDE, _NARROW = 16.6, 12.5
_VOICE = {deck.Tone.QUIET: Voice.QUIET, deck.Tone.PROPOSAL: Voice.PROPOSAL}
_PANEL = {
    deck.Voice.COMPUTED: Voice.STATED,
    deck.Voice.PROPOSAL: Voice.PROPOSAL,
    deck.Voice.GAP: Voice.GAP,
    deck.Voice.DECISION: Voice.PROPOSAL,
}


def findings(given: Given) -> tuple[tuple[Block, ...], Ledger]:
    """The findings as blocks, and the ledger of every figure that they print."""
    story = board_deck(given.snapshot, given.document, given.evidence, example=given.example).slides
    told = [s for s in story if not s.appendix and s.chapter in _TOLD]
    numbered = [replace(s, number=at) for at, s in enumerate(told, start=1)]
    ledger = write_up(numbered)
    return tuple(b for s in numbered for b in _finding(s, ledger)), ledger


def _finding(slide: Slide, ledger: Ledger) -> list[Block]:
    title = slide.titles[0]
    lead = Line(slide.measured, Voice.QUIET) if slide.measured.text else None
    blocks: list[Block] = [Heading(Line(title), 2, lead, f"{slide.chapter} · {slide.topic}")]
    for placed in slide.exhibits:
        blocks += exhibit(placed.exhibit, title.text, wide=placed.span > 7)
    if slide.so_what.text:
        blocks.append(Band("So what:", Line(slide.so_what)))
    foot = evidence_of(slide, ledger)
    if foot:
        blocks.append(Lines("", (), note=Line(worded(foot, "evidence"), Voice.QUIET)))
    return blocks


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
    columns = tuple(
        Column(
            table.columns[i].head,
            table.columns[i].right,
            0.0 if table.columns[i].right else 1.6 + table.columns[i].share,
        )
        for i in kept
    )
    rows = tuple(_row(r, kept, table.heat, track is not None) for r in table.rows)
    if columns and is_narrow(r.cells[0] for r in rows if r.cells):
        columns = (replace(columns[0], share=0.0), *columns[1:])
    return Grid("", columns, rows, track=track, dense=True, follows=True)


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
    shown = [f for r in table.rows for f in (r.now, r.target) if f is not None and f.value is not None]
    values = [v for f in shown for v in (f.value, *f.ends) if v is not None]
    low, high = min([*values, 0.0]), max([*values, 0.0]) or 1.0
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
