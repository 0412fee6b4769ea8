"""Something is shipped although its test does not show that it works.

Avoid: shipping because the work is done.

Prefer: ship where the whole interval lies above zero and no guardrail broke; else go on or stop.

Why: what does nothing is then kept, paid for and copied, and the next test is believed less.

Mend: stop it or test longer; or write as a decision why it is shipped all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Known, Severity
from custrata.strategy.parts.running.experiment import ExperimentDecision
from custrata.strategy.parts.statement import Claim
from custrata.strategy.pitfalls.pitfall import Pitfall
from custrata.vocabulary import EvidenceState

ENDS = ("low", "high")
"""Names of figures by which a result gives the ends of its interval."""

AGAINST = frozenset({EvidenceState.CONTRADICTED})
"""States in which the result does not stand any more."""


def _find(document: Document, known: Known) -> Iterator[Finding]:
    for experiment in document.experiments:
        if experiment.decision is not ExperimentDecision.SHIP or not isinstance(experiment.result, Claim):
            continue
        why = _against(experiment.result, known)
        if why:
            yield PITFALL.finding(
                f"experiments[{experiment.id}]",
                f"It was shipped, and {why}.",
                "Stop it or test longer, or write down as a decision why it stays.",
            )


def _against(result: Claim, known: Known) -> str:
    low, high = (figure.value if (figure := result.figure(name)) else None for name in ENDS)
    if low is not None and high is not None:
        return "the interval of its result includes zero" if low <= 0 <= high else ""
    judged = known.evidence.get(result.id)
    return "the data contradict its result" if judged is not None and judged.state in AGAINST else ""


PITFALL = Pitfall(
    code="EX102",
    slug="decision_against_result",
    title="An experiment was shipped against its result",
    severity=Severity.WARNING,
    find=_find,
)
"""This mistake."""
