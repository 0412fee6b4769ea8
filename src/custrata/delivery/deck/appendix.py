"""The appendix: claims with their evidence, every other figure of the deck, definitions."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.delivery.deck import grid, layout
from custrata.delivery.deck.chapters.pieces import words
from custrata.delivery.deck.ledger import Entry, Ledger
from custrata.delivery.deck.material import Material, period_text, plain, worded
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import Prose, say, stated
from custrata.evidence.check import ClaimEvidence, FigureEvidence
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import EvidenceState

_PIECE = 620
_ROOM = grid.FOOT_WITHOUT_SO_WHAT - grid.APPENDIX_TOP


def appendix(material: Material, ledger: Ledger) -> tuple[Slide, ...]:
    """All slides of the appendix, in order, not yet numbered."""
    return (*_claims(material, ledger), *_figures(ledger), *_statements(ledger), *_definitions(ledger))


def _paged(topic: str, title: Prose, table: Table) -> tuple[Slide, ...]:
    if not table.rows:
        return ()
    pages = layout.split(table, grid.CONTENT, _ROOM)
    found = []
    for at, page in enumerate(pages, start=1):
        where = f"{topic}, page {at} of {len(pages)}" if len(pages) > 1 else topic
        first = title if at == 1 else say(topic, worded(f", page {at} of {len(pages)}", "page"))
        found.append(Slide("Appendix", where, (first,), exhibits=(Placed(page),), appendix=True))
    return tuple(found)


def _claims(material: Material, ledger: Ledger) -> tuple[Slide, ...]:
    rows = tuple(_claim_row(e, ledger) for e in material.evidence)
    table = Table(
        (
            Column("Id", share=0),
            Column("Slide", share=0),
            Column("Claim", share=3),
            Column("Measure × segment", share=2),
            Column("n", right=True, share=0),
            Column("Reading", share=1),
            Column("State", share=0),
            Column("Query", share=0),
        ),
        rows,
        dense=True,
    )
    return _paged("Evidence of the claims", claims_title(material.evidence), table)


def claims_title(evidence: Sequence[ClaimEvidence]) -> Prose:
    """How many claims hold, as a sentence."""

    def many(state: EvidenceState) -> int:
        return sum(1 for e in evidence if e.state is state)

    def shown(number: int) -> Prose:
        return say(stated(float(number), "claims", "evidence"))

    parts = say(
        "Of ", shown(len(evidence)), " claims ", shown(many(EvidenceState.SUPPORTED)), " are supported"
    )
    for state in (
        EvidenceState.CONTRADICTED,
        EvidenceState.DRIFTING,
        EvidenceState.STALE,
        EvidenceState.UNPROVEN,
    ):
        if many(state):
            parts = say(parts, ", ", shown(many(state)), f" {state.value}")
    return parts


def _slides_text(numbers: set[int]) -> str:
    return ", ".join(str(n) for n in sorted(numbers)) or "none"


def _claim_row(evidence: ClaimEvidence, ledger: Ledger) -> Row:
    readings = evidence.readings
    measures = list(
        dict.fromkeys(" × ".join((plain(r.measure), *(v for _, v in r.segment))) for r in readings)
    )
    counts = sorted({r.n for r in readings})
    queries = list(dict.fromkeys(r.fingerprint[:8] for r in readings))
    reading = "; ".join(_figure_text(f) for f in evidence.figures)
    n = f"{counts[0]:,}" if len(counts) == 1 else (f"{counts[0]:,} to {counts[-1]:,}" if counts else "none")
    return Row(
        (
            words(evidence.claim_id, bold=True),
            words(_slides_text(ledger.claims.get(evidence.claim_id, set()))),
            words(evidence.said, small=_doubt(evidence)),
            words(
                "; ".join(measures[:3]) + (f"; {len(measures) - 3} more" if len(measures) > 3 else ""),
                tone=Tone.QUIET,
            ),
            words(n),
            words(reading),
            Cell(state=evidence.state),
            words(
                queries[0] + (f" +{len(queries) - 1}" if len(queries) > 1 else "") if queries else "",
                tone=Tone.QUIET,
            ),
        )
    )


def _doubt(evidence: ClaimEvidence) -> str:
    return "" if evidence.state is EvidenceState.SUPPORTED else evidence.reason


def _figure_text(part: FigureEvidence) -> str:
    unit = part.figure.unit
    value = spell(part.now.value, unit)
    if part.now.low is None or part.now.high is None:
        return value
    return f"{value} ({spell(part.now.low, unit)} to {spell(part.now.high, unit)})"


def _figures(ledger: Ledger) -> tuple[Slide, ...]:
    rows: list[Row] = []
    for entry in ledger.entries.values():
        rows += _entry_rows(entry)
    table = Table(
        (
            Column("Id", share=0),
            Column("Slide", share=0),
            Column("Measure, by", share=1),
            Column("Period", share=0),
            Column("n", right=True, share=0),
            Column("Values as printed, intervals in brackets", share=5, least=12.5),
            Column("Query", share=0),
        ),
        tuple(rows),
        dense=True,
    )
    return _paged(
        "Every figure of the slides",
        say("Every figure on the slides, and where it comes from"),
        table,
    )


def _entry_rows(entry: Entry) -> list[Row]:
    low, high = entry.n if entry.readings else (0, 0)
    n = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    chunks = _chunks(entry.pieces)
    query = next(iter(entry.readings.values())).fingerprint[:8] if entry.readings else ""
    rows = []
    for index, chunk in enumerate(chunks):
        first = index == 0
        rows.append(
            Row(
                (
                    words(entry.id if first else f"{entry.id} …", bold=True),
                    words(_slides_text(entry.slides) if first else ""),
                    words(entry.title if first else ""),
                    words(period_text(entry.period) if first else "", tone=Tone.QUIET),
                    words(n if first else ""),
                    words(chunk),
                    words(query if first else "", tone=Tone.QUIET),
                )
            )
        )
    return rows


def _chunks(pieces: Sequence[str]) -> list[str]:
    chunks, now = [], ""
    for piece in pieces:
        joined = f"{now}; {piece}" if now else piece
        if now and len(joined) > _PIECE:
            chunks.append(now)
            now = piece
        else:
            now = joined
    return [*chunks, now]


def _statements(ledger: Ledger) -> tuple[Slide, ...]:
    sources: dict[str, list[str]] = {}
    slides: dict[str, set[int]] = {}
    for statement in ledger.statements.values():
        name = statement.source or "names and labels"
        texts = sources.setdefault(name, [])
        if statement.text.strip() not in texts:
            texts.append(statement.text.strip())
        slides.setdefault(name, set()).update(statement.slides)
    rows = []
    for name, texts in sources.items():
        for index, chunk in enumerate(_chunks(texts)):
            rows.append(
                Row(
                    (
                        words(name.capitalize() if index == 0 else "", bold=True),
                        words(_slides_text(slides[name]) if index == 0 else ""),
                        words(chunk),
                    )
                )
            )
    table = Table(
        (
            Column("Source", share=0, least=4.2),
            Column("Slide", share=0, least=4.5),
            Column("Figures and names as printed", share=5),
        ),
        tuple(rows),
        dense=True,
    )
    return _paged(
        "Figures that no reading holds",
        say("Figures from the row account, the settings and the strategy"),
        table,
    )


def _definitions(ledger: Ledger) -> tuple[Slide, ...]:
    seen: dict[str, Row] = {}
    for entry in ledger.entries.values():
        reading = next(iter(entry.readings.values()), None)
        if reading is None or entry.measure in seen:
            continue
        method = "counted" if reading.method == "counted" else reading.method
        seen[entry.measure] = Row(
            (
                words(plain(entry.measure), bold=True),
                words(reading.definition),
                words(reading.unit or "money", tone=Tone.QUIET),
                words(reading.n_of, tone=Tone.QUIET),
                words(method, tone=Tone.QUIET),
            )
        )
    rows = tuple(seen[m] for m in sorted(seen))
    table = Table(
        (
            Column("Measure", share=0),
            Column("Definition", share=5),
            Column("Unit", share=0),
            Column("n counts", share=0),
            Column("Interval", share=0),
        ),
        rows,
        dense=True,
    )
    return _paged("Definitions", say("What each measure means"), table)
