"""The profile says who is wanted, and turns nobody away.

Avoid: a profile that every prospect fits somehow.

Prefer: criteria by which sales says no in the first conversation.

Why: a profile that excludes nobody directs nobody; sales goes on taking what comes.

Mend: write down whom not to serve, in words that sales can apply; learn them from those who left or cost
most.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.agreement import meant, taken
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    agreed = [profile for profile in document.profiles if meant(profile.statement, profile)]
    agreed = [profile for profile in agreed if taken(profile)]
    if agreed and not any(profile.disqualified for profile in document.profiles):
        yield PITFALL.finding(
            f"profiles[{agreed[0].id}]",
            "The profiles say who is wanted, and none says whom not to serve.",
            "Write down by which criteria a customer is turned away.",
        )


PITFALL = Pitfall(
    code="PR101",
    slug="nobody_turned_away",
    title="Profiles turn nobody away",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
