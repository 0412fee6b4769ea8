"""What everything rests on: each claim and figure with reading, period, n, interval, query; definitions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from custrata.delivery.deck.ledger import Entry, Ledger
from custrata.delivery.deck.material import period_text, plain, title_case, worded
from custrata.delivery.paper.page import Block, Cell, Column, Grid, Heading, Line, Register, Row, Voice
from custrata.delivery.paper.telling import Teller, in_order, plainly
from custrata.evidence.check import ClaimEvidence, FigureEvidence
from custrata.sources.account import SourceAccount
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import EvidenceState, Reading

_SOURCE = "evidence"
_MOST_COUNT = "customers"
"""What n counts in most measures."""


def evidence(teller: Teller, ledger: Ledger) -> tuple[Block, ...]:
    """Claims, figures of the findings, figures from elsewhere, account of rows, definitions."""
    usual = _usual_period(teller, ledger)
    elsewhere = f"period {usual} where no other is said" if usual else "with the period"
    found = (
        _part(
            "Every claim of the strategy",
            f"State, figures now and as written where they differ, what they rest on; {elsewhere}",
            _claims(teller, usual),
        ),
        _part(
            "Every figure of the findings",
            f"As printed, intervals in brackets; then n and query; {elsewhere}",
            _entries(ledger, usual),
        ),
        _part(
            "Figures that no reading holds",
            "From the row account, the settings and the strategy",
            _stated(ledger),
        ),
        _part("Account of rows", "What was read, loaded and set aside", _account(teller)),
        _part("What was assumed", "Caveats of the build", _caveats(teller)),
        _part(
            "Definitions",
            "What each measure means, its unit, what n counts where not customers, and its query",
            _definitions(teller),
        ),
    )
    return tuple(b for part in found for b in part)


def _part(title: str, lead: str, grid: Grid | Register | None) -> tuple[Block, ...]:
    return (Heading(plainly(title), 2, plainly(lead, Voice.QUIET)), grid) if grid is not None else ()


def _usual_period(teller: Teller, ledger: Ledger) -> str:
    """The period of most figures; it is said once."""
    claims = (f.now.readings[0].period for e in teller.given.evidence for f in e.figures if f.now.readings)
    counted = Counter(period_text(p) for p in (*claims, *(e.period for e in ledger.entries.values())))
    return counted.most_common(1)[0][0] if counted else ""


def _claims(teller: Teller, usual: str) -> Grid | None:
    columns = (
        Column("Id", share=0),
        Column("Claim, and its figures now", share=5),
        Column("Measure, part of the base, other period", share=6),
        Column("n", True, 0),
        Column("Query", share=0),
    )
    ordered = sorted(teller.given.evidence, key=lambda e: in_order(e.claim_id))
    rows = [row for e in ordered for row in _claim_rows(e, usual)]
    return Grid("", columns, tuple(rows), dense=True, tight=True) if rows else None


def _claim_rows(evidence: ClaimEvidence, usual: str) -> Iterable[Row]:
    doubt = "" if evidence.state is EvidenceState.SUPPORTED else evidence.reason
    said = Line(worded(evidence.said, _SOURCE), Voice.COMPUTED, doubt, evidence.state)
    first = evidence.figures[0] if evidence.figures else None
    yield Row((Cell((plainly(evidence.claim_id, bold=True),)), Cell((said,))), wide=True)
    for part in evidence.figures:
        yield _figure_row(part, usual)
    if first is None:
        yield Row((Cell(), Cell((plainly("no figure bound", Voice.QUIET),))), wide=True)


def _figure_row(part: FigureEvidence, usual: str) -> Row:
    readings = part.now.readings
    unit = part.figure.unit or (readings[0].unit if readings else "")
    value = spell(part.now.value, unit)
    if part.now.low is not None and part.now.high is not None:
        value += f" ({spell(part.now.low, unit)} to {spell(part.now.high, unit)}, {readings[0].method})"
    elif readings:
        value += " (counted)" if len(readings) == 1 and readings[0].method == "counted" else ""
    written = "" if part.figure.value is None else spell(part.figure.value, unit)
    was = f"written as {written}" if written and written != spell(part.now.value, unit) else ""
    names = _names(readings) or plain(part.figure.measure)
    period = period_text(readings[0].period) if readings else part.figure.period
    query = readings[0].fingerprint[:8] if readings else "none"
    figure = Line(worded(f"{plain(part.figure.name)}: {value}", _SOURCE), Voice.STATED, was)
    cells = (
        Cell(),
        Cell((figure,)),
        Cell((_quiet(names if period == usual else f"{names}, {period}"),)),
        Cell((Line(worded(f"{part.now.n:,}", _SOURCE), Voice.QUIET),)),
        Cell((_quiet(query),)),
    )
    return Row(cells, inset=True)


def _quiet(words: str) -> Line:
    return Line(worded(words, _SOURCE), Voice.QUIET)


def _names(readings: Sequence[Reading]) -> str:
    """Measures with the parts of the base, those of one measure drawn together."""
    gathered: dict[str, list[str]] = {}
    for reading in readings:
        name = " × ".join((plain(reading.measure), *(plain(d) for d, _ in reading.segment)))
        values = gathered.setdefault(name, [])
        said = " ".join(v for _, v in reading.segment)
        if said and said not in values:
            values.append(said)
    return "; ".join(f"{name}: {', '.join(v)}" if v else name for name, v in gathered.items())


def _entries(ledger: Ledger, usual: str) -> Register | None:
    found = tuple(_entry(e, usual) for e in ledger.entries.values())
    return Register(found) if found else None


def _entry(entry: Entry, usual: str) -> Line:
    low, high = entry.n if entry.readings else (0, 0)
    many = f"n {low:,}" if low == high else f"n {low:,} to {high:,}"
    query = next(iter(entry.readings.values())).fingerprint[:8] if entry.readings else ""
    period = period_text(entry.period)
    behind = " · ".join(x for x in ("" if period == usual else period, many, query) if x)
    words = worded(f"{title_case(entry.title)}: {entry.printed}", _SOURCE)
    return Line(words, Voice.STATED, behind, head=entry.id)


def _stated(ledger: Ledger) -> Grid | None:
    gathered: dict[str, list[str]] = {}
    for statement in ledger.statements.values():
        texts = gathered.setdefault(statement.source or "names and labels", [])
        if statement.text.strip() not in texts:
            texts.append(statement.text.strip())
    rows = tuple(
        Row((Cell((plainly(title_case(name), bold=True),)), Cell((Line(worded("; ".join(texts), _SOURCE)),))))
        for name, texts in gathered.items()
    )
    return (
        Grid("", (Column("Source", share=1), Column("As printed", share=5)), rows, dense=True)
        if rows
        else None
    )


def _account(teller: Teller) -> Grid:
    columns = (
        Column("Source", share=3),
        Column("Holds", share=2),
        Column("Rows in", True, 0),
        Column("Loaded", True, 0),
        Column("Set aside", True, 0),
        Column("Why not used", share=3),
    )
    account = teller.given.snapshot.manifest.account
    return Grid("", columns, tuple(_source_row(s) for s in account.sources), dense=True)


def _source_row(source: SourceAccount) -> Row:
    counts = (source.rows_in, source.loaded, source.set_aside)
    return Row(
        (
            Cell((Line(worded(source.source, _SOURCE), bold=True),)),
            Cell((plainly(source.table or "not used"),)),
            *(Cell((Line(worded(f"{n:,}", _SOURCE)),)) for n in counts),
            Cell((_quiet(source.reason),)),
        )
    )


def _caveats(teller: Teller) -> Grid | None:
    found = teller.given.snapshot.manifest.caveats
    rows = tuple(
        Row((Cell((_quiet(c.where or "all"),)), Cell((Line(worded(c.text, _SOURCE)),)))) for c in found
    )
    return Grid("", (Column("Where", share=1), Column("What", share=5)), rows, dense=True) if rows else None


def _definitions(teller: Teller) -> Register:
    seen: dict[str, Reading] = {}
    for reading in teller.given.snapshot.readings:
        seen.setdefault(reading.measure, reading)
    return Register(tuple(_definition(name, seen[name]) for name in sorted(seen)))


def _definition(name: str, reading: Reading) -> Line:
    counts = "" if reading.n_of == _MOST_COUNT else f"n counts {reading.n_of}"
    behind = (reading.unit or "money", counts, reading.fingerprint[:8])
    return Line(
        worded(reading.definition, _SOURCE),
        Voice.STATED,
        " · ".join(x for x in behind if x),
        head=f"{title_case(plain(name))}.",
    )
