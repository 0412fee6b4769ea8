"""The claims of the slides with their evidence: reading, interval, state, query."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.appendix import pages
from custrata.delivery.deck.chapters.pieces import words
from custrata.delivery.deck.ledger import Ledger
from custrata.delivery.deck.material import Material, plain
from custrata.delivery.deck.slides import Cell, Column, Row, Slide, Table, Tone
from custrata.delivery.figures import Prose, say, stated
from custrata.evidence.check import ClaimEvidence, FigureEvidence
from custrata.evidence.states import gloss
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import EvidenceState

TOPIC = "Evidence of the claims"


def legend(evidence: Sequence[ClaimEvidence]) -> str:
    """What the states that occur say, and no more, in as many of them as two lines hold.

    Args:
        evidence: All claims of the strategy.
    """
    states = [s for s in EvidenceState if any(e.state is s for e in evidence)]
    wordings = [
        " · ".join(f"{tokens.STATES[s].glyph} {gloss(s)}" for s in states[:most])
        for most in range(len(states), 0, -1)
    ]
    room = grid.now().evidence.w
    return wordings[lettering.first_that_fits(wordings, tokens.SMALL_PT, room, 2)] if wordings else ""


def claims(material: Material, ledger: Ledger) -> tuple[Slide, ...]:
    """The claims of which a figure is printed; the others stand in the report.

    Args:
        material: Snapshot, strategy and evidence.
        ledger: What is printed where.
    """
    printed = [e for e in material.evidence if e.claim_id in ledger.claims]
    table = Table(
        (
            Column("Id", share=0),
            Column("Slide", share=0),
            Column("Claim", share=3, least=11),
            Column("Measure × segment", share=1),
            Column("n", right=True, share=0),
            Column("Reading (interval)", share=1),
            Column("State", share=0),
            Column("Query", share=0),
        ),
        tuple(_row(e, ledger) for e in printed),
        dense=True,
    )
    long, short = claims_title(material.evidence, len(printed)), claims_title(material.evidence)
    return pages.wide(TOPIC, long, table, short)


def claims_title(evidence: Sequence[ClaimEvidence], printed: int | None = None) -> Prose:
    """How many claims hold, as a sentence.

    Args:
        evidence: All claims of the strategy.
        printed: How many of them stand on these slides; None says nothing of it.
    """

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
    if printed is not None and printed < len(evidence):
        parts = say(parts, "; ", shown(printed), " stand on these slides")
    return parts


def _row(evidence: ClaimEvidence, ledger: Ledger) -> Row:
    readings = evidence.readings
    measures = list(
        dict.fromkeys(" × ".join((plain(r.measure), *(v for _, v in r.segment))) for r in readings)
    )
    counts = sorted({r.n for r in readings})
    queries = list(dict.fromkeys(r.fingerprint[:8] for r in readings))
    n = f"{counts[0]:,}" if len(counts) == 1 else (f"{counts[0]:,} to {counts[-1]:,}" if counts else "none")
    return Row(
        (
            words(evidence.claim_id, bold=True),
            words(pages.slides_text(ledger.claims.get(evidence.claim_id, set()))),
            words(evidence.said, small=_doubt(evidence)),
            words(_first(measures), tone=Tone.QUIET),
            words(n),
            words("; ".join(_figure_text(f) for f in evidence.figures)),
            Cell(state=evidence.state),
            words(_first(queries), tone=Tone.QUIET),
        )
    )


def _first(texts: Sequence[str]) -> str:
    return "" if not texts else texts[0] + (f" +{len(texts) - 1}" if len(texts) > 1 else "")


def _doubt(evidence: ClaimEvidence) -> str:
    return "" if evidence.state is EvidenceState.SUPPORTED else evidence.reason


def _figure_text(part: FigureEvidence) -> str:
    unit = part.figure.unit
    value = spell(part.now.value, unit)
    if part.now.low is None or part.now.high is None:
        return value
    return f"{value} ({spell(part.now.low, unit)} to {spell(part.now.high, unit)})"
