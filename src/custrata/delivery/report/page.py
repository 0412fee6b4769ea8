"""The report as a value: the findings of the deck, with the account of rows and the evidence in full."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.delivery.deck.ledger import Ledger, write_up
from custrata.delivery.deck.material import Material
from custrata.delivery.deck.slides import Deck, Slide
from custrata.delivery.deck.storyline import whole_deck
from custrata.evidence.check import ClaimEvidence
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document


@dataclass(frozen=True)
class Report:
    """What the page shows.

    Attributes:
        deck: The deck, whose slides are the sheets of the report.
        material: Snapshot, strategy and evidence behind it.
        ledger: Every printed figure with what it rests on.
    """

    deck: Deck
    material: Material
    ledger: Ledger

    @property
    def sheets(self) -> tuple[Slide, ...]:
        """The slides of the story; the report has its own appendix."""
        return tuple(s for s in self.deck.slides if not s.appendix)


def report_of(
    snapshot: Snapshot, document: Document, evidence: tuple[ClaimEvidence, ...], *, example: str = ""
) -> Report:
    """The report on a snapshot and a strategy.

    Args:
        snapshot: What was found.
        document: The strategy.
        evidence: How its claims stand against the snapshot.
        example: Words that mark data that are no company's own.
    """
    deck = whole_deck(snapshot, document, evidence, example=example)
    sheets = tuple(s for s in deck.slides if not s.appendix)
    return Report(deck, Material(snapshot, document, evidence), write_up(sheets))
