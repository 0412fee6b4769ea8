"""An experiment is done and its result known, and nothing was decided.

Avoid: results that are presented and filed.

Prefer: ship, stop or go on, decided at the review after the result, with what was learned.

Why: a test that changes nothing was paid for in vain, and the question comes back next year.

Mend: decide it at the next review.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.running.experiment import ExperimentDecision, ExperimentState
from custrata.strategy.pitfalls.agreement import said
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for experiment in document.experiments:
        done = experiment.state is ExperimentState.DONE and said(experiment.result)
        if done and experiment.decision is ExperimentDecision.OPEN:
            yield PITFALL.finding(
                f"experiments[{experiment.id}]",
                "It is done and its result is known; nothing was decided.",
                "Decide it: ship, stop or go on.",
            )


PITFALL = Pitfall(
    code="EX103",
    slug="result_without_decision",
    title="An experiment has a result and no decision",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
