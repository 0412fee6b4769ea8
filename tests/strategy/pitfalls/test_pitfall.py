from __future__ import annotations

from custrata.strategy.lint.finding import Severity
from custrata.strategy.pitfalls.pitfall import Pitfall


def test_a_finding_carries_code_and_weight_of_its_pitfall():
    pitfall = Pitfall(
        "VP102", "vague_promise", "The promise is vague", Severity.WARNING, lambda d, k: iter(())
    )

    found = pitfall.finding("propositions[p]", "It says nothing.", "Say what changes.")

    assert (found.code, found.severity, found.place) == ("VP102", Severity.WARNING, "propositions[p]")


def test_a_pitfall_knows_the_module_that_explains_it():
    pitfall = Pitfall("VP102", "vague_promise", "Vague", Severity.WARNING, lambda d, k: iter(()))

    assert pitfall.module == "custrata.strategy.pitfalls.vp102_vague_promise"
