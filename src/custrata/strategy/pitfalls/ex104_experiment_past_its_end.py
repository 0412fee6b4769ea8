"""An experiment runs on after its last day.

Avoid: looking at the result every day and stopping when it looks good.

Prefer: the last day set before, and the result read on it.

Why: a test that ends when it pleases finds an effect where there is none.

Mend: end it and read the result, or write a new test with a new last day.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.running.experiment import ExperimentState
from custrata.strategy.pitfalls.pitfall import Pitfall


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for experiment in document.experiments:
        last = experiment.ends_on
        if experiment.state is not ExperimentState.RUNNING or last is None or known.on is None:
            continue
        if last < known.on:
            yield PITFALL.finding(
                f"experiments[{experiment.id}]",
                f"Its last day was {last.isoformat()}, and it still runs.",
                "End it and read the result, or plan a new one.",
            )


PITFALL = Pitfall(
    code="EX104",
    slug="experiment_past_its_end",
    title="An experiment runs past its last day",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
