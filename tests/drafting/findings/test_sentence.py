from __future__ import annotations

from custrata.drafting.findings.sentence import FindingSentence, known
from custrata.strategy.parts.statement import Figure

FIGURE = Figure(name="n", measure="customers", value=1, unit="customers")


def test_a_finding_reads_with_its_numbers():
    finding = FindingSentence(
        "t", "insight", "{n|customer is|customers are} lost", (FIGURE,), "Ask {n}.", 0.5
    )
    assert finding.said == "1 customer is lost"
    assert finding.so_what == "Ask 1."


def test_figures_are_known_together_or_not_at_all():
    assert known((FIGURE, FIGURE)) == (FIGURE, FIGURE)
    assert known((FIGURE, None)) is None
    assert known(()) == ()
