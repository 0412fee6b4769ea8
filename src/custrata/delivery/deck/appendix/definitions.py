"""What no reading holds, and what each measure means."""

from __future__ import annotations

from custrata.delivery.deck.appendix import pages
from custrata.delivery.deck.chapters.pieces import words
from custrata.delivery.deck.ledger import Ledger
from custrata.delivery.deck.material import plain
from custrata.delivery.deck.slides import Column, Row, Slide, Table
from custrata.delivery.figures import say
from custrata.snapshot import Manifest
from custrata.vocabulary import Reading, Stage

_PIECE = 1000


def statements(ledger: Ledger) -> tuple[Slide, ...]:
    """Pages with figures and names from the row account, the settings and the strategy.

    Args:
        ledger: What is printed where.
    """
    sources: dict[str, list[str]] = {}
    slides: dict[str, set[int]] = {}
    for statement in ledger.statements.values():
        name = statement.source or "names and labels"
        texts = sources.setdefault(name, [])
        if statement.text.strip() not in texts:
            texts.append(statement.text.strip())
        slides.setdefault(name, set()).update(statement.slides)
    rows = [row for name, texts in sources.items() for row in _source_rows(name, texts, slides[name])]
    table = Table(
        (
            Column("Source", share=0, least=3.6),
            Column("Slide", share=0, least=3.6),
            Column("Figures and names as printed", share=5),
        ),
        tuple(rows),
        dense=True,
    )
    return pages.wide(
        "Figures that no reading holds",
        say("Figures from the row account, the settings and the strategy"),
        table,
    )


def _source_rows(name: str, texts: list[str], slides: set[int]) -> list[Row]:
    return [
        Row(
            (
                words(name[:1].upper() + name[1:] if index == 0 else "", bold=True),
                words(pages.slides_text(slides) if index == 0 else ""),
                words(chunk),
            )
        )
        for index, chunk in enumerate(pages.chunks(texts, _PIECE))
    ]


def definitions(ledger: Ledger, manifest: Manifest) -> tuple[Slide, ...]:
    """Pages with what each printed measure means, in its first sentence; the notes hold it in full.

    Behind them stands who is counted at each printed stage, and who is not though its rule holds.

    Args:
        ledger: What is printed where.
        manifest: Of the snapshot; it knows the rules of the stages.
    """
    seen: dict[str, Row] = {}
    for entry in ledger.entries.values():
        reading = next(iter(entry.readings.values()), None)
        if reading is not None and entry.measure not in seen:
            seen[entry.measure] = _definition_row(reading)
    table = Table(
        (Column("Measure", share=0, least=3.6), Column("Definition [unit; what n counts; method]", share=5)),
        (*(seen[m] for m in sorted(seen)), *_stage_rows(ledger, manifest)),
        dense=True,
    )
    return pages.twin("Definitions", say("What each measure means"), table)


def _stage_rows(ledger: Ledger, manifest: Manifest) -> list[Row]:
    """Who is counted at the stages that are printed, in the order of the stages."""
    printed = {
        dict(reading.segment).get("stage") for e in ledger.entries.values() for reading in e.readings.values()
    }
    told = ((s.value, manifest.stage_means(s.value)) for s in Stage if s.value in printed)
    return [Row((words(f"stage {name}", bold=True), words(means))) for name, means in told if means]


def _definition_row(reading: Reading) -> Row:
    method = reading.method if len(reading.method) <= 60 else reading.method.partition(",")[0]
    facts = "; ".join((reading.unit or "money", f"n {reading.n_of}", method))
    said = f"{_first_sentence(reading.definition)} [{facts}]"
    return Row((words(plain(reading.measure), bold=True), words(said)))


def _first_sentence(text: str) -> str:
    first, dot, rest = text.partition(". ")
    return f"{first}." if dot and rest else text
