"""Sheets of evidence: claims with their states, every figure with what it rests on, definitions, readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from custrata.delivery.deliverable import Given
from custrata.delivery.figures import sign_of
from custrata.delivery.workbook.sheet import Cell, Heading, Number, Sheet
from custrata.evidence.check import ClaimEvidence
from custrata.strategy.parts.statement import ReadingKey
from custrata.strategy.wording.spelling import MINUS, is_money
from custrata.vocabulary import Reading, Segment

SMALLEST_GROUP = 11
"""Customers that a part of the base must hold to be shown in what leaves the company."""

MOST_READINGS = 100_000
"""Readings in a workbook; a spreadsheet holds ten times as many, but opens slowly."""


def claims(given: Given) -> Sheet:
    """Every claim with today's numbers, its state and where it stands."""
    headings = (
        Heading("Claim", 8),
        Heading("State", 13, "Supported: today's figures are within what the sentence allows; no more."),
        Heading("Sentence, today's numbers", 80),
        Heading("As written", 80),
        Heading("Why", 60),
        Heading("Place in the strategy", 48),
        Heading("Snapshot", 36),
    )
    rows = tuple(
        (e.claim_id, str(e.state), e.said, e.claim.said(), e.reason, e.path, e.snapshot)
        for e in given.evidence
    )
    return Sheet("Claims", headings, rows, "Every claim, how it stands against the snapshot, and why.")


def figures(given: Given) -> Sheet:
    """Every figure of every claim: as written, now, interval, n, measure, segment, period, query."""
    headings = (
        Heading("Claim", 8),
        Heading("Figure", 14),
        Heading("As written", 16),
        Heading("Now", 16),
        Heading("Low", 14, "Lower end of the interval; empty for counted and composed numbers."),
        Heading("High", 14, "Upper end of the interval; empty for counted and composed numbers."),
        Heading("Unit", 12),
        Heading("State", 13),
        Heading("n, fewest", 12),
        Heading("Made of", 60),
        Heading("May move by", 14),
        Heading("Must keep", 20),
        Heading("Queries", 36),
    )
    return Sheet(
        "Figures", headings, tuple(_figures(given.evidence)), "What each number in a claim rests on."
    )


def _figures(evidence: Iterable[ClaimEvidence]) -> Iterator[tuple[Cell, ...]]:
    for claim in evidence:
        for part in claim.figures:
            figure, now = part.figure, part.now
            bound = (
                ""
                if figure.threshold is None
                else f"{figure.direction} {_exact(figure.threshold, figure.unit)}"
            )
            yield (
                claim.claim_id,
                figure.name,
                _number(figure.value, figure.unit),
                _number(now.value, figure.unit) if now.value is not None else "not known",
                _number(now.low, figure.unit),
                _number(now.high, figure.unit),
                figure.unit,
                str(part.state),
                Number(now.n),
                _made_of(figure.keys),
                _number(figure.tolerance, figure.unit),
                bound,
                ", ".join(dict.fromkeys(r.fingerprint for r in now.readings)),
            )


def _exact(value: float, unit: str) -> str:
    """A bound with its unit and all its digits: what is compared with it is not rounded either."""
    if unit == "share":
        return f"{100 * value:,.10g}%".replace("-", MINUS)
    sign = sign_of(unit) if is_money(unit) else ""
    return f"{MINUS if value < 0 else ''}{sign}{abs(value):,.10g}"


def _made_of(keys: Iterable[ReadingKey]) -> str:
    return "; ".join(_key(*key.key) for key in keys)


def _key(measure: str, segment: Segment, period: str) -> str:
    where = "".join(f", {dimension} {value}" for dimension, value in segment)
    return f"{measure}{where}, {period}"


def _number(value: float | None, unit: str) -> Number | None:
    return None if value is None else Number(value, unit)


def readings(given: Given) -> Sheet:
    """All readings of the snapshot, without parts of the base that hold under eleven customers."""
    headings = (
        Heading("Measure", 30),
        Heading("Part of the base", 36),
        Heading("Period", 10),
        Heading("From", 12),
        Heading("To", 12),
        Heading("Value", 18),
        Heading("Low", 14),
        Heading("High", 14),
        Heading("Unit", 12),
        Heading("n", 12),
        Heading("n of", 14),
        Heading("Method", 30),
        Heading("Why not known", 40),
        Heading("Query", 18),
    )
    shown, hidden = _shown(given.snapshot.readings)
    about = "Every number of the snapshot."
    if hidden:
        about += f" {hidden:,} readings of parts with under {SMALLEST_GROUP} customers are left out."
    if len(shown) > MOST_READINGS:
        about += f" The first {MOST_READINGS:,} of {len(shown):,}; the rest stand in the snapshot."
    return Sheet("Readings", headings, tuple(_reading(r) for r in shown[:MOST_READINGS]), about)


def _shown(found: Iterable[Reading]) -> tuple[list[Reading], int]:
    everything = list(found)
    sizes: Mapping[Segment, float] = {
        r.segment: r.value or 0.0 for r in everything if r.measure == "customers" and r.period.name == "all"
    }
    shown = [r for r in everything if not _small(r, sizes)]
    return shown, len(everything) - len(shown)


def _small(reading: Reading, sizes: Mapping[Segment, float]) -> bool:
    if not reading.segment:
        return False
    size = sizes.get(reading.segment, float(reading.n) if reading.n_of == "customers" else None)
    return size is not None and 0 < size < SMALLEST_GROUP


def _reading(reading: Reading) -> tuple[Cell, ...]:
    return (
        reading.measure,
        ", ".join(f"{dimension} {value}" for dimension, value in reading.segment) or "all customers",
        reading.period.name,
        reading.period.start,
        reading.period.end,
        _number(reading.value, reading.unit) if reading.value is not None else "not known",
        _number(reading.low, reading.unit),
        _number(reading.high, reading.unit),
        reading.unit,
        Number(reading.n),
        reading.n_of,
        reading.method,
        reading.reason or "",
        reading.fingerprint,
    )


def definitions(given: Given) -> Sheet:
    """Every measure that was read, with its definition."""
    headings = (
        Heading("Measure", 30),
        Heading("Unit", 14),
        Heading("Definition", 110),
        Heading("Known", 10, "Whether the snapshot holds a value for the whole base or any part of it."),
    )
    by_measure: dict[str, list[Reading]] = {}
    for reading in given.snapshot.readings:
        by_measure.setdefault(reading.measure, []).append(reading)
    rows = tuple(
        (name, found[0].unit, found[0].definition, "yes" if any(r.value is not None for r in found) else "no")
        for name, found in sorted(by_measure.items())
    )
    missing = tuple(
        (name, "", f"Waits for {needs}.", "no")
        for name, needs in sorted(given.snapshot.manifest.missing.items())
        if name not in by_measure
    )
    return Sheet(
        "Definitions", headings, rows + missing, "What each measure means, and what is missing for it."
    )


def account(given: Given) -> Sheet:
    """Rows of each source: in, loaded, set aside."""
    headings = (
        Heading("Source", 40),
        Heading("Table", 18),
        Heading("Rows in", 12),
        Heading("Loaded", 12),
        Heading("Set aside", 12),
        Heading("Why", 60),
    )
    rows = tuple(
        (s.source, s.table or "none", Number(s.rows_in), Number(s.loaded), Number(s.set_aside), s.reason)
        for s in given.snapshot.manifest.account.sources
    )
    return Sheet("Row account", headings, rows, "Every row is loaded or set aside; the totals add up.")


def caveats(given: Given) -> Sheet:
    """What was assumed or noticed when the data were read."""
    headings = (Heading("Code", 24), Heading("Caveat", 100), Heading("Where", 36), Heading("How many", 12))
    rows = tuple(
        (c.code, c.text, c.where, None if c.how_many is None else Number(c.how_many))
        for c in given.snapshot.manifest.caveats
    )
    return Sheet("Caveats", headings, rows, "What was assumed or noticed, and what it changes.")
