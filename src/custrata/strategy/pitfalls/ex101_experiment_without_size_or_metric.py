"""An experiment runs without a metric that decides, or without a size.

Avoid: starting a test to see what happens.

Prefer: one metric and the number of customers in each arm, both written down before the first day.

Why: with the metric chosen afterwards something always looks good, and with too few customers chance
decides.

Mend: stop it and set both, or finish it as an observation from which nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.running.experiment import ExperimentState
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for experiment in document.experiments:
        if experiment.state is not ExperimentState.RUNNING:
            continue
        missing = [] if experiment.metric else ["metric that decides"]
        missing += [] if experiment.n_per_arm else ["size of its arms"]
        if missing:
            yield PITFALL.finding(
                f"experiments[{experiment.id}]",
                f"It runs without a {' and without a '.join(missing)}.",
                "Set both before it goes on; what was seen so far decides nothing.",
            )


PITFALL = Pitfall(
    code="EX101",
    slug="experiment_without_size_or_metric",
    title="A running experiment has no metric or no size",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
