"""The whole strategy as a book: cover, contents, summary, every part, and the evidence behind it."""

from __future__ import annotations

from custrata.delivery.deck.material import day_text
from custrata.delivery.deliverable import Given
from custrata.delivery.paper.book import ground, offering, plan, steering
from custrata.delivery.paper.book.evidence import evidence
from custrata.delivery.paper.book.findings import findings
from custrata.delivery.paper.book.papers import papers
from custrata.delivery.paper.book.summary import summary
from custrata.delivery.paper.page import Book, Chapter, Line
from custrata.delivery.paper.telling import Teller

TITLE = "Customer strategy"
_MOST_LEADING = 3
"""Insights that stand on the cover."""


def report_book(given: Given, paper: str) -> Book:
    """The book of a strategy.

    Args:
        given: Snapshot, strategy and evidence.
        paper: ``a4`` or ``us-letter``.

    Returns:
        The book as a value; chapters in which nothing stands are left out.
    """
    teller = Teller(given)
    return Book(
        title=f"{teller.company}: {TITLE.lower()}",
        company=teller.company,
        as_of=given.snapshot.manifest.as_of,
        paper=paper,
        cover=_cover(teller),
        leading=_leading(teller),
        signatures=steering.signature_lines(teller),
        mark=teller.mark,
        signed=teller.signed,
        foot=f"{teller.topic} · snapshot {given.snapshot.manifest.fingerprint[:8]}",
        chapters=tuple(c for c in _chapters(teller) if c.blocks),
        example=given.example,
    )


def _chapters(teller: Teller) -> tuple[Chapter, ...]:
    told, ledger = findings(teller.given)
    return (
        Chapter(
            "Summary",
            "What leads, what follows from it, and what is to be decided.",
            summary(teller),
            apart=True,
        ),
        Chapter("What the data say", "Each finding is a sentence that later data can break.", told),
        Chapter(
            "The ground", "What the company is for, and the canvas of its strategy.", ground.ground(teller)
        ),
        Chapter(
            "Customers",
            "Who they are, what we mean to do, and how each tier is treated.",
            ground.customers(teller),
        ),
        Chapter(
            "What we promise and offer",
            "Outcomes, propositions with proof, what is missing.",
            offering.offering(teller),
        ),
        Chapter(
            "The plan",
            "Goals worded customer first, what is done for them, and for every stage of the lifecycle.",
            (*plan.plan(teller), *plan.lifecycle(teller)),
        ),
        Chapter(
            "Steering",
            "How we see whether it works, who decides, what must hold, and what is asked.",
            (*steering.steering(teller), *steering.open_ends(teller)),
        ),
        Chapter("Working papers", "What teams keep at hand.", papers(teller)),
        Chapter(
            "Evidence",
            "Every claim and figure, down to its query.",
            evidence(teller, ledger),
            apart=True,
        ),
    )


def _cover(teller: Teller) -> tuple[str, ...]:
    document, manifest = teller.document, teller.given.snapshot.manifest
    data = "The data carry no dates" if manifest.notional else f"Data to {day_text(manifest.as_of)}"
    lines = [f"Horizon of {document.horizon.months} months", data, f"Revision {document.revision}"]
    for word, owner in (("Sponsor", document.sponsor), ("Accountable", document.accountable)):
        if owner.name or owner.role:
            lines.append(f"{word}: {owner.name or f'open, {owner.role} suggested'}")
    lines.append(f"Snapshot {manifest.fingerprint[:16]}")
    return tuple(lines)


def _leading(teller: Teller) -> tuple[Line, ...]:
    """The claims of the first insights."""
    claims = (teller.document.claim(i.claim) for i in teller.document.insights[:_MOST_LEADING])
    return teller.lines(claims)
