"""The decks that can be delivered: for the board, the executive team, one function, and what moved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from custrata.delivery.deliverable import Deliverable, Given
from custrata.errors import DeliveryError

if TYPE_CHECKING:
    from custrata.delivery.deck.slides import Deck

ENDING = ".pptx"
_NUMBERS = "every printed number with reading, n, interval and query, in the appendix"


def write_board(given: Given, out: Path) -> str:
    """Write the board's deck; see :func:`written`."""
    return written(_board, given, out)


def _board(given: Given) -> Deck:
    from custrata.delivery.deck.storyline import board_deck

    return board_deck(given.snapshot, given.document, given.evidence, example=given.example)


def _executive(given: Given) -> Deck:
    from custrata.delivery.deck.storyline import compose
    from custrata.delivery.deck.variants.executive import executive_deck

    return executive_deck(compose(given.snapshot, given.document, given.evidence), example=given.example)


def _team(given: Given) -> Deck:
    from custrata.delivery.deck.storyline import compose
    from custrata.delivery.deck.variants.team import team_deck

    composed = compose(given.snapshot, given.document, given.evidence)
    return team_deck(composed, given.team, example=given.example)


def _delta(given: Given) -> Deck:
    from custrata.delivery.deck.material import Material
    from custrata.delivery.deck.variants.delta import delta_deck

    material = Material(given.snapshot, given.document, given.evidence)
    return delta_deck(material, given.delta, example=given.example)


def written(make: Callable[[Given], Deck], given: Given, out: Path) -> str:
    """Write a deck, into the company's own template where one is given.

    Args:
        make: Makes the deck.
        given: What it is made of.
        out: The file, which ends in ``.pptx``.

    Returns:
        What was written, as a sentence.

    Raises:
        DeliveryError: There is nothing to make the deck of, the file has another ending or cannot be written,
            or its template cannot be used.
    """
    from custrata.delivery.deck.office.template.company import read_template, using
    from custrata.delivery.deck.pptx_writer import write_deck
    from custrata.delivery.deck.variants.doubting import doubted
    from custrata.delivery.faults import faults

    if out.suffix.lower() != ENDING:
        raise DeliveryError(
            f"a deck is a file that ends in {ENDING}",
            where=str(out),
            remedy=f"choose a name such as {out.stem or 'deck'}{ENDING}",
        )
    template = read_template(given.template) if given.template is not None else None
    with using(template):
        deck = doubted(make(given), faults(given), given.evidence)
        write_deck(deck, out, template)
    slides = len(deck.slides) + (1 if deck.cover is not None else 0)
    behind = sum(1 for s in deck.slides if s.appendix)
    return f"{out}: {slides} slide{'' if slides == 1 else 's'}, {behind} of them appendix; {deck.mark}"


DECKS: tuple[Deliverable, ...] = (
    Deliverable(
        "board",
        "The board's deck",
        (ENDING,),
        "For the meeting that agrees the strategy: the story in at most 24 slides, then its evidence.",
        (
            "what the data say, what is proposed, what is asked",
            "base, tiers, whale curve, groups, intents",
            "lifecycle, cohorts, promise and proof",
            "initiatives, scorecard, maturity, assumptions, decisions",
            _NUMBERS,
        ),
        write_board,
    ),
    Deliverable(
        "executive",
        "The executive team's deck",
        (ENDING,),
        "For an hour with the executive team: ten to twelve slides of the board's deck, word for word.",
        (
            "summary and goal",
            "tiers, whale curve, exchange, intents",
            "initiatives, scorecard, decisions",
            _NUMBERS,
        ),
        partial(written, _executive),
    ),
    Deliverable(
        "team",
        "One function's deck",
        (ENDING,),
        "For the people who carry it out: what concerns one function.",
        (
            "summary and intents",
            "slides with the function's own measures",
            "its stages, initiatives, handovers, service standards, scorecard rows",
            "what it brings to the next review",
            _NUMBERS,
        ),
        partial(written, _team),
        "team",
    ),
    Deliverable(
        "delta",
        "What moved",
        (ENDING,),
        "For the review after a build: at most six slides on what changed since the build before.",
        (
            "claims that changed their state, the largest money first",
            "moves in the base",
            "claims that broke, with the likely cause",
            "what held and grew stronger",
            "decisions needed, and the evidence",
        ),
        partial(written, _delta),
        "against",
    ),
)
"""Every deck, in the order in which they are listed."""
