"""The company listens, and what it hears goes neither back to customers nor to those who could mend it.

Avoid: surveys whose answers end in a chart, service standards that close a ticket and nothing else.

Prefer: for each source how what was learned goes back to those who said it; for service how causes reach the
product and customers hear of it.

Why: people who are asked and never hear again stop answering; a cause that is not passed on comes back as
the next ticket.

Mend: fill `loop` of a source of customers, and `loop_to_product` or `loop_to_customer` of the service
standards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.statement import Gap
from custrata.strategy.parts.steering.governance import Voice
from custrata.strategy.pitfalls.agreement import taken
from custrata.strategy.pitfalls.pitfall import Pitfall

_LOOP = re.compile(
    r"\b(?:feedback )?loops?\b|\bhear(?:s)? (?:back|what became)\b|\bway back\b", re.IGNORECASE
)


def _find(document: Document, known: Known) -> Iterator[Finding]:
    if any(isinstance(one, Gap) and _LOOP.search(one.text) for _, one in document.statements()):
        return
    yield from _sources(document)
    yield from _standards(document)


def _sources(document: Document) -> Iterator[Finding]:
    sources = document.insight_sources
    closed = any(source.loop for source in sources if source.voice is Voice.CUSTOMER)
    if not closed and any(taken(source) for source in sources):
        yield PITFALL.finding(
            "insight_sources",
            f"Sources are listed ({len(sources)}), and no customer hears back.",
            "Say in `loop` how what was learned goes back to those who said it.",
        )


def _standards(document: Document) -> Iterator[Finding]:
    standards = document.service_standards
    closed = any(standard.loop_to_product or standard.loop_to_customer for standard in standards)
    kept = [standard for standard in standards if taken(standard)]
    if kept and not closed:
        yield PITFALL.finding(
            f"service_standards[{kept[0].id}]" if len(kept) == 1 else "service_standards",
            "Causes reach nobody who could remove them, and customers do not hear what became of it.",
            "Fill `loop_to_product` and `loop_to_customer`.",
        )


PITFALL = Pitfall(
    code="LO101",
    slug="no_feedback_loop",
    title="What customers say goes nowhere",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
