"""More than two intents are emphasised at once.

Avoid: marking grow, maintain and re-engineer all as what comes first.

Prefer: one intent, at most two, that get attention, people and money before the others. The other groups
keep their intent; it is not emphasised.

Why: what all comes first does not come first: teams choose for themselves, and each chooses differently.

Mend: choose at most two, and set `emphasised: false` for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.pitfalls.pitfall import Pitfall

MOST_EMPHASISED = 2


def _find(document: Document, known: Known) -> Iterator[Finding]:
    intents = {g.intent.intent for g in document.groups if g.intent is not None and g.intent.emphasised}
    if len(intents) > MOST_EMPHASISED:
        yield PITFALL.finding(
            "groups",
            f"{len(intents)} intents are emphasised; what all comes first does not come first.",
            f"Choose at most {MOST_EMPHASISED}.",
        )


PITFALL = Pitfall(
    code="IN101",
    slug="too_many_intents",
    title="More than two intents come first",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
