"""A proposition is taken for agreed, and no customer was ever asked.

Avoid: a sentence that was polished in a workshop and went straight to the sales deck.

Prefer: a test with people of the group: with whom, how many, when, what came of it. A test that is planned
counts as said.

Why: those who wrote a sentence hear what they meant; those who should buy hear what it says.

Mend: test it with ten customers of the group, or let a gap say that it is untested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.offering.proposition import Proposition
from custrata.strategy.parts.statement import Gap
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall

_TEST = re.compile(
    r"\b(?:un)?test(?:s|ed|ing)?\b|\binterviews?\b|\bask(?:ed|ing)? (?:\w+ )?customers\b", re.IGNORECASE
)


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if any(
        isinstance(one, Gap) and _TEST.search(f"{one.text} {one.waits_for}")
        for _, one in document.statements()
    ):
        return
    for proposition in document.propositions:
        if not proposition.tests and _final(proposition):
            yield PITFALL.finding(
                f"propositions[{proposition.id}]",
                "It was tested with no customer.",
                "Test it with ten customers of the group, or let a gap say that it is untested.",
            )


def _final(proposition: Proposition) -> bool:
    written = bool(proposition.we_provide or proposition.promises)
    return bool(proposition.sentence) or (written and taken(proposition))


PITFALL = Pitfall(
    code="VP104",
    slug="untested_proposition",
    title="A proposition was never tested with customers",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
