"""A finding is let stand that is not there.

Avoid: suppressions that stay after the mistake was mended.

Prefer: a list of suppressions that names what is wrong today, and nothing else.

Why: an idle suppression hides the same mistake when it comes back.

Mend: take it out, or mend its code or place. Where the data are not at hand, nothing is said of findings
that need them.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.lint.registry import pitfall_of
from custrata.strategy.lint.suppressing import covers
from custrata.strategy.parts.steering.suppression import Suppression
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for suppression in document.suppressions:
        if _sure(suppression, known) and not any(covers(suppression, one) for one in known.found):
            yield PITFALL.finding(
                f"suppressions[{suppression.id}]",
                f"There is no finding {suppression.code} that {suppression.id!r} could let stand.",
                "Take it out, or mend its code or place.",
            )


def _sure(suppression: Suppression, known: Known) -> bool:
    pitfall = pitfall_of(suppression.code)
    return pitfall is None or not pitfall.needs_data or known.readings is not None


PITFALL = Pitfall(
    code="SU103",
    slug="suppression_idle",
    title="A suppression matches nothing",
    severity=Severity.NOTE,
    find=_find,
    last=True,
)
"""This mistake."""
