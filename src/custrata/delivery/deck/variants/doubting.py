"""A deck whose slides carry the mark of every claim on them that the check calls an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from custrata.delivery import tokens
from custrata.delivery.deck.printed import figures_of, proses_of, sentences_of
from custrata.delivery.deck.slides import Deck, Slide
from custrata.delivery.faults import Fault, warning
from custrata.delivery.figures import Figure
from custrata.evidence.check import ClaimEvidence
from custrata.vocabulary import EvidenceState

MOST_IDS = 3
"""Ids that the mark of a slide names."""


def doubted(deck: Deck, found: Sequence[Fault], evidence: Iterable[ClaimEvidence]) -> Deck:
    """The same deck; slides that state a faulty claim say so in their head, and the cover counts them.

    Args:
        deck: The deck.
        found: The errors of the check.
        evidence: How the claims stand, for their words.
    """
    if not found:
        return deck
    said = {e.claim_id: e.said.strip().rstrip(".").lower() for e in evidence}
    faulty = {f.claim: f for f in found if f.claim}
    slides = tuple(
        _marked(slide, [f for c, f in faulty.items() if _states(slide, c, said)]) for slide in deck.slides
    )
    cover = replace(deck.cover, doubt=f"{_GLYPH} {warning(found)}") if deck.cover is not None else None
    return replace(deck, slides=slides, cover=cover)


_GLYPH = tokens.STATES[EvidenceState.CONTRADICTED].glyph


def _marked(slide: Slide, found: Sequence[Fault]) -> Slide:
    if not found:
        return slide
    ids = ", ".join(f.claim for f in found[:MOST_IDS])
    more = " and more" if len(found) > MOST_IDS else ""
    verb = "does" if len(found) == 1 else "do"
    notes = tuple(f"{f.claim} does not hold ({f.code}): {f.message} To do: {f.mend}" for f in found)
    words = f"{_GLYPH} {ids}{more} {verb} not hold"
    return replace(slide, doubt=words, note_lines=(*slide.note_lines, *notes))


def _states(slide: Slide, claim: str, said: dict[str, str]) -> bool:
    """Whether a slide prints a figure of the claim, or its words."""
    if any(figure.claim == claim for figure in _figures(slide)):
        return True
    words = said.get(claim, "")
    return bool(words) and any(words in text.lower() for text in _texts(slide))


def _figures(slide: Slide) -> Iterator[Figure]:
    for prose in sentences_of(slide):
        yield from prose.figures
    for placed in slide.exhibits:
        yield from figures_of(placed.exhibit)


def _texts(slide: Slide) -> Iterator[str]:
    yield from (prose.text for prose in sentences_of(slide))
    for placed in slide.exhibits:
        yield from (prose.text for prose in proses_of(placed.exhibit))
