"""Nobody has taken a proposal yet.

Avoid: decisions with a role beside them, and no person.

Prefer: the name of the one who decides it, then the day on which they did.

Why: what belongs to a role belongs to nobody until a person has said yes.

Mend: name the person who decides it. A note only: in a fresh draft every proposal is open.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for path, proposal in document.statements():
        if isinstance(proposal, Proposal) and not proposal.owner.assigned and proposal.signed_on is None:
            role = f"; {proposal.owner.role} is suggested" if proposal.owner.role else ""
            yield PITFALL.finding(
                path, f"The proposal {proposal.id} has no owner{role}.", "Name the person who decides it."
            )


PITFALL = Pitfall(
    code="OW101",
    slug="proposal_without_owner",
    title="A proposal has no owner",
    severity=Severity.NOTE,
    find=_find,
)
"""This mistake."""
