"""The same group is to be retired and stands at the centre of the plans.

Avoid: blocks that were written by different people at different times.

Prefer: one word for each group that holds in every block.

Why: every team finds the sentence that suits it, and the company does both by halves.

Mend: choose: change the intent, or take the group out of the primary profile.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.strategy.pitfalls.rejection import agreed_intent, primary_profile
from custrata.vocabulary import Intent


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for group in document.groups:
        if agreed_intent(group) is not Intent.RETIRE:
            continue
        profile = primary_profile(document, group)
        if group.primary_months or profile is not None:
            where = f"the primary profile “{profile.id}” covers it" if profile else "it is the primary group"
            yield PITFALL.finding(
                f"groups[{group.id}].intent",
                f"“{group.name}” is to be retired, and {where}.",
                "Choose one of the two, and say so in both places.",
            )


PITFALL = Pitfall(
    code="CB101",
    slug="retired_and_primary",
    title="A group is retired in one block and primary in another",
    severity=Severity.ERROR,
    find=_find,
)
"""This mistake."""
