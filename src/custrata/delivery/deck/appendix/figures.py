"""Every figure of the slides: of the whole base in two columns, by parts of it in one."""

from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.appendix import pages
from custrata.delivery.deck.chapters.pieces import words
from custrata.delivery.deck.ledger import Entry, Ledger
from custrata.delivery.deck.material import period_text
from custrata.delivery.deck.slides import Column, Row, Slide, Table, Tone
from custrata.delivery.figures import say
from custrata.vocabulary import Period

_PIECE = 700
_NARROW = 90
"""Letters of values that a narrow table holds in two or three lines."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
Letters = dict[Period, str]


def figures(ledger: Ledger) -> tuple[Slide, ...]:
    """Pages with every printed figure that rests on readings; periods go by letters that the foot explains.

    Args:
        ledger: What is printed where.
    """
    entries = list(ledger.entries.values())
    periods = list(dict.fromkeys(e.period for e in entries))
    letters = dict(zip(periods, _LETTERS, strict=False))
    narrow = [e for e in entries if not e.dimensions and len(e.printed) <= _NARROW]
    rest = [e for e in entries if e not in narrow]
    foot = "Periods: " + " · ".join(f"{letter} {period_text(period)}" for period, letter in letters.items())
    made = (*_of_the_base(narrow, letters), *_by_parts(rest, letters))
    return tuple(replace(s, evidence=foot) for s in made)


def _of_the_base(entries: list[Entry], letters: Letters) -> tuple[Slide, ...]:
    table = Table(
        (
            Column("Id", share=0),
            Column("Slide", share=0),
            Column("Measure", share=2, least=3.2),
            Column("", share=0),
            Column("As printed (interval)", share=3, least=3.6),
            Column("n", right=True, share=0),
            Column("Query", share=0),
        ),
        tuple(_narrow_row(e, letters) for e in entries),
        dense=True,
    )
    title = say("Every figure of the whole base, and its source")
    return pages.twin("Figures of the whole base", title, table)


def _narrow_row(entry: Entry, letters: Letters) -> Row:
    return Row(
        (
            words(entry.id, bold=True),
            words(pages.slides_text(entry.slides)),
            words(entry.title),
            words(_letter(entry, letters), tone=Tone.QUIET),
            words(entry.printed),
            words(_n(entry)),
            words(_query(entry), tone=Tone.QUIET),
        )
    )


def _by_parts(entries: list[Entry], letters: Letters) -> tuple[Slide, ...]:
    rows = tuple(row for entry in entries for row in _wide_rows(entry, letters))
    table = Table(
        (
            Column("Id", share=0),
            Column("Slide", share=0),
            Column("Measure, by", share=1, least=4),
            Column("", share=0),
            Column("n", right=True, share=0),
            Column("Values as printed, intervals in brackets", share=5, least=16),
            Column("Query", share=0),
        ),
        rows,
        dense=True,
    )
    title = say("Every figure of a part of the base, and its source")
    return pages.wide("Figures by parts of the base", title, table)


def _wide_rows(entry: Entry, letters: Letters) -> list[Row]:
    rows = []
    for index, chunk in enumerate(pages.chunks(entry.pieces, _PIECE)):
        first = index == 0
        rows.append(
            Row(
                (
                    words(entry.id if first else f"{entry.id} …", bold=True),
                    words(pages.slides_text(entry.slides) if first else ""),
                    words(entry.title if first else ""),
                    words(_letter(entry, letters) if first else "", tone=Tone.QUIET),
                    words(_n(entry) if first else ""),
                    words(chunk),
                    words(_query(entry) if first else "", tone=Tone.QUIET),
                )
            )
        )
    return rows


def _letter(entry: Entry, letters: Letters) -> str:
    return letters.get(entry.period) or period_text(entry.period)


def _n(entry: Entry) -> str:
    low, high = entry.n if entry.readings else (0, 0)
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _query(entry: Entry) -> str:
    return next(iter(entry.readings.values())).fingerprint[:8] if entry.readings else ""
