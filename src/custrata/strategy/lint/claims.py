"""Checks of single statements: what stands unbound, unowned, unproven or contradicted."""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.wording.sentence import loose_digits
from custrata.vocabulary import EvidenceState

STATES = {
    EvidenceState.CONTRADICTED: (
        "EV101",
        Severity.ERROR,
        "Change the claim, or find out what changed the figure.",
    ),
    EvidenceState.DRIFTING: ("EV102", Severity.WARNING, "Look at it before the next review."),
    EvidenceState.STALE: ("EV103", Severity.WARNING, "Build again from newer data."),
    EvidenceState.UNPROVEN: ("EV104", Severity.NOTE, "Bring the data it needs, or make it a proposal."),
}
"""Code, weight and mend for each state that is not supported."""


def bound(document: Document, known: Known) -> Iterator[Finding]:
    """EV105: a claim whose text is bound to no reading."""
    for path, claim in document.statements():
        if isinstance(claim, Claim) and not claim.figures:
            yield Finding(
                "EV105",
                Severity.WARNING,
                path,
                f"The claim “{claim.text}” is bound to no reading.",
                "Bind it to a measure, or make it a proposal with an owner.",
            )


def spelled_out(document: Document, known: Known) -> Iterator[Finding]:
    """EV106: a claim with a number typed as digits, which no build can check."""
    for path, claim in document.statements():
        digits = loose_digits(claim.text) if isinstance(claim, Claim) else ()
        if digits:
            yield Finding(
                "EV106",
                Severity.ERROR,
                path,
                f"The claim holds {', '.join(digits)} as digits.",
                "Put a placeholder there and bind it; put names that hold digits in “ ”.",
            )


def standing(document: Document, known: Known) -> Iterator[Finding]:
    """EV101 to EV104: claims that the data contradict, that drift, that are stale, that nothing proves."""
    for path, claim in document.statements():
        judged = known.evidence.get(claim.id) if isinstance(claim, Claim) and claim.figures else None
        if judged is not None and judged.state in STATES:
            code, severity, mend = STATES[judged.state]
            message = f"{claim.id} is {judged.state.value}: {judged.reason}"
            yield Finding(code, severity, path, message, mend)


def owned(document: Document, known: Known) -> Iterator[Finding]:
    """OW101: a proposal that nobody has taken."""
    for path, proposal in document.statements():
        if isinstance(proposal, Proposal) and not proposal.owner.assigned and proposal.signed_on is None:
            role = f"; {proposal.owner.role} is suggested" if proposal.owner.role else ""
            yield Finding(
                "OW101",
                Severity.NOTE,
                path,
                f"The proposal {proposal.id} has no owner{role}.",
                "Name the person who decides it.",
            )


def open_gaps(document: Document, known: Known) -> Iterator[Finding]:
    """GA101: something that is not known yet."""
    for path, gap in document.statements():
        if isinstance(gap, Gap):
            yield Finding("GA101", Severity.NOTE, path, gap.text, f"Bring {gap.waits_for}.")
