"""Steering: scorecard, maturity, governance, assumptions, decisions, signatures."""

from __future__ import annotations

from custrata.delivery.deck.chapters.signatures import said as standing_of
from custrata.delivery.deck.material import plain, title_case
from custrata.delivery.paper.book.listing import card, grid, said, section, words_of
from custrata.delivery.paper.page import Block
from custrata.delivery.paper.pages.scorecard import Standing, last_review, measures
from custrata.delivery.paper.telling import Teller
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.revision.content import Signature, signatures
from custrata.strategy.wording.spelling import spell

Blocks = tuple[Block, ...]


def steering(teller: Teller) -> Blocks:
    """Scorecard, last review, maturity, decision rights, principles, sources of insight."""
    document = teller.document
    standings = [Standing.of(teller, r) for r in document.scorecard]
    measured = section("Scorecard", [measures(teller, standings), *last_review(teller)]) if standings else ()
    maturity = grid(
        teller,
        "",
        document.maturity,
        (
            ("Dimension", lambda m: title_case(m.dimension.value), 3),
            ("Now, 1 to 5", "level", 1),
            ("Wanted", "wanted", 1),
            ("Because", "because", 5),
            ("Said by", "said_by", 2),
        ),
    )
    return (
        *measured,
        *section("Maturity", [maturity]),
        *section("Governance", _governance(teller)),
    )


def _governance(teller: Teller) -> list[Block | None]:
    rights = grid(
        teller,
        "Who decides what",
        teller.document.decision_rights,
        (
            ("Decision", "decision", 4),
            ("Decides", "decides", 2),
            ("Consulted", "consulted", 3),
            ("Goes up to", "escalates_to", 2),
        ),
    )
    sources = grid(
        teller,
        "Where the company listens",
        teller.document.insight_sources,
        (
            ("How", "method", 4),
            ("Voice", "voice", 1),
            ("Every days", "every_days", 1),
            ("Way back", "loop", 4),
            ("Owner", "owner", 2),
        ),
    )
    escalations = grid(
        teller,
        "What must go up",
        teller.document.escalations,
        (("What", "what", 4), ("To", "to", 2), ("When", "when", 3)),
    )
    principles = said(teller, "Principles", (p.statement for p in teller.document.principles))
    return [principles, rights, escalations, sources]


def open_ends(teller: Teller) -> Blocks:
    """Assumptions, decisions, and findings that are let stand."""
    document = teller.document
    assumptions = grid(
        teller,
        "",
        document.assumptions,
        (
            ("What is assumed", "statement", 5),
            ("Must hold", lambda a: _holds(teller, a), 3),
            ("Looked at again", lambda a: _until(teller, a), 2),
            ("What is stopped then", "kill_criterion", 4),
            ("Owner", "owner", 2),
        ),
    )
    decisions = [card(teller, f"Decision {i}", d) for i, d in enumerate(document.decisions, start=1)]
    suppressed = grid(
        teller,
        "",
        document.suppressions,
        (
            ("Finding", "code", 1),
            ("Where", "place", 3),
            ("Why it may stand", "reason", 5),
            ("Owner", "owner", 2),
            ("Until", "until", 2),
        ),
    )
    return (
        *section("Assumptions", [assumptions]),
        *section("Decisions", decisions),
        *section("Findings that are let stand", [suppressed]),
    )


def _holds(teller: Teller, part: Assumption) -> str:
    if not part.measure or part.threshold is None:
        return ""
    return f"{plain(part.measure)} {part.direction} {spell(part.threshold, teller.unit_of(part.measure))}"


def _until(teller: Teller, part: Assumption) -> str:
    if part.expires_on:
        return teller.material.snapshot.manifest.reckoning.spelled(part.expires_on)
    return f"after {words_of(teller, part.in_months)} months" if part.in_months else ""


def signature_lines(teller: Teller) -> tuple[tuple[str, str], ...]:
    """Function, and where its agreement stands."""
    found = signatures(teller.document)
    return tuple((s.function, _answer(s)) for s in found)


def _answer(signature: Signature) -> str:
    because = f": {signature.because}" if signature.because else ""
    return f"{standing_of(signature)}{because}"
